import type { World } from '../n8n/world';
import type { Session } from './browser';
import type { Editor } from './editor';

/** What every step finds ready: a running n8n with our nodes, and a browser signed in to it. */
export interface Scene extends World {
	editor: Editor;
	browser: Session;
	/** One line for whoever watches. */
	say: (line: string) => void;
}

/** One thing that is proven in a real n8n. A step leaves n8n as it found it, as far as others can notice. */
export interface Step {
	/** A sentence that is true when it passes. */
	name: string;
	/** Throws when it is not. */
	run(scene: Scene): Promise<void>;
	/** 2 minutes unless told. */
	timeoutMs?: number;
	/** Too long for every run: only when its name is asked for. */
	onlyByName?: boolean;
}
