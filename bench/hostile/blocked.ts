/**
 * Measures the longest time that this thread works without a break: processor time from one turn of the event loop to
 * the next, so that other programs on a busy machine do not count.
 */
export function watchBlocking(): { readonly stop: () => number } {
	let longest = 0;
	let last = worked();
	let isOver = false;
	const turn = () => {
		const now = worked();
		longest = Math.max(longest, now - last);
		last = now;
		if (!isOver) setImmediate(turn);
	};
	setImmediate(turn);
	return {
		stop() {
			isOver = true;
			return longest;
		},
	};
}

/** Milliseconds. */
function worked(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1_000;
}
