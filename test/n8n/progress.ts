/** Tells a waiting person what happens and for how long it has. */
export interface Progress {
	/** One line, with the time since the start. */
	say: (line: string) => void;
	/** Runs `work`, says when it begins, every ten seconds that it goes on, and when it has ended. */
	during<T>(label: string, work: () => Promise<T>): Promise<T>;
}

const REMIND_EVERY_MS = 10_000;

/** Progress on `write`, e.g. the terminal: `[ 1:05] Installing n8n ...`. */
export function createProgress(write: (line: string) => void): Progress {
	const startedAt = Date.now();
	const say = (line: string): void => write(`[${clockFace(Date.now() - startedAt)}] ${line}`);

	return {
		say,
		async during(label, work) {
			const beganAt = Date.now();
			say(`${label} ...`);
			const reminder = setInterval(
				() => say(`  still at it after ${clockFace(Date.now() - beganAt).trim()}: ${label}`),
				REMIND_EVERY_MS,
			);
			try {
				return await work();
			} finally {
				clearInterval(reminder);
			}
		},
	};
}

/** `65_000` becomes ` 1:05`. */
function clockFace(durationMs: number): string {
	const seconds = Math.round(durationMs / 1000);
	return `${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, '0')}`;
}
