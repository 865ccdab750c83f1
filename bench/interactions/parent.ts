/** What the parent process passes to the others. */
export interface ParentMessage {
	readonly apiUrl: string;
	readonly token: string;
	/** What the raw client answers. */
	readonly components?: readonly unknown[];
}

export function messageFromParent(): Promise<ParentMessage> {
	process.on('disconnect', () => process.exit());
	return new Promise((resolve) => process.once('message', resolve));
}

/** Reports that the client is ready, and from then on, whenever asked, the CPU time used so far in ms. */
export function answerAboutCpu(): void {
	process.on('message', () => {
		const { user, system } = process.cpuUsage();
		process.send?.((user + system) / 1000);
	});
	process.send?.('ready');
}
