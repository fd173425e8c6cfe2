/** A risky setting of an operation: what can happen, and what to choose instead. */
export interface Risk {
	/** JavaScript over n8n's `$parameter`, without braces; true where the setting is risky. */
	when: string;
	message: string;
	/** Of what cannot be undone. */
	isFinal?: true;
}
