/**
 * Does some work for each of some things, several at a time. @throws what the first work throws that fails, once the
 * others under way have ended; nothing more is begun then.
 */
export async function eachAtOnce<Thing>(
	things: AsyncIterable<Thing>,
	atOnce: number,
	work: (thing: Thing) => Promise<void>,
): Promise<void> {
	const all = things[Symbol.asyncIterator]();
	let isOver = false;
	const lane = async () => {
		while (!isOver) {
			const next = await all.next();
			if (next.done) return;
			await work(next.value);
		}
	};
	const lanes = Array.from({ length: atOnce }, () =>
		lane().catch((error: unknown) => {
			isOver = true;
			throw error;
		}),
	);
	const ended = await Promise.allSettled(lanes);
	const failed = ended.find((one) => one.status === 'rejected');
	if (!failed) return;
	await all.return?.();
	throw failed.reason;
}

/** One of several workers at a time, for as long as a piece of work takes. */
export function sharedOut<Worker>(
	workers: readonly Worker[],
): <Result>(work: (worker: Worker) => Promise<Result>) => Promise<Result> {
	const free = [...workers];
	const waiting: ((worker: Worker) => void)[] = [];
	return async (work) => {
		const worker = free.pop() ?? (await new Promise<Worker>((resolve) => waiting.push(resolve)));
		try {
			return await work(worker);
		} finally {
			const next = waiting.shift();
			if (next) next(worker);
			else free.push(worker);
		}
	};
}

/** Work that is done one piece after another. */
export function oneByOne(): <Result>(work: () => Promise<Result>) => Promise<Result> {
	let before: Promise<unknown> = Promise.resolve();
	return (work) => {
		const result = before.then(work);
		before = result.catch(() => {});
		return result;
	};
}

/** Work that is done one piece after another for each key. */
export function oneByOneForEach(): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
	const last = new Map<string, Promise<unknown>>();
	return (key, work) => {
		const result = (last.get(key) ?? Promise.resolve()).then(work);
		const ended: Promise<unknown> = result
			.catch(() => {})
			.then(() => {
				if (last.get(key) === ended) last.delete(key);
			});
		last.set(key, ended);
		return result;
	};
}
