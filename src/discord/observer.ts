/** What is told of the bot's answers, for its metrics. Times are in seconds. */
export interface Observer {
	/** A command has made its answer. @param name a known command's, or "unknown". */
	command(name: string, outcome: 'answered' | 'refused' | 'failed', seconds: number): void;
	/** An interaction was answered, with all that was sent for it. */
	interaction(kind: string, seconds: number): void;
	/** An interaction was answered with nothing but that there is too much to do. */
	turnedAway(): void;
}
