/** Whether this process can serve, as its parts report it while it starts and works. */
export interface Readiness {
	/** The store is open. @param answers rejects where it does not answer. */
	stored(answers: () => Promise<unknown>): void;
	/** Discord was reached. @param isReached whether it still is. */
	connected(isReached: () => boolean): void;
	/** The process ends: nothing new should be sent to it. */
	leave(): void;
	/** What is missing, in a few words each; none where it is ready. */
	missing(): Promise<readonly string[]>;
}

/** How long the store may take, in milliseconds: where it hangs the process is not ready. */
const checkWithin = 2000;

export function openReadiness(): Readiness {
	let leaving = false;
	let isConnected = () => false;
	let store: () => Promise<unknown> = () => Promise.reject(new Error('not open yet'));
	return {
		stored(answers) {
			store = answers;
		},
		connected(isReached) {
			isConnected = isReached;
		},
		leave() {
			leaving = true;
		},
		async missing() {
			const answers = await inTime(store());
			return [
				...(leaving ? ['the process is ending'] : []),
				...(isConnected() ? [] : ['not connected to Discord']),
				...(answers ? [] : ['the store does not answer']),
			];
		},
	};
}

async function inTime(answer: Promise<unknown>): Promise<boolean> {
	const late = Promise.withResolvers<boolean>();
	const timer = setTimeout(late.resolve, checkWithin, false);
	try {
		return await Promise.race([answer.then(() => true), late.promise]);
	} catch {
		return false;
	} finally {
		clearTimeout(timer);
	}
}
