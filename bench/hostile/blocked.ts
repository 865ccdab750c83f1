/**
 * Measures the longest time that this thread works without a break: processor time from one turn of the event loop to
 * another about a millisecond later, so that other programs on a busy machine do not count.
 */
export function watchBlocking(): { readonly stop: () => number } {
	let longest = 0;
	let last = worked();
	let isOver = false;
	const turn = () => {
		const now = worked();
		longest = Math.max(longest, now - last);
		last = now;
		if (!isOver) setTimeout(turn, 1);
	};
	setTimeout(turn, 1);
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
