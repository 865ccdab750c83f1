/** The first element that starts at a token or after it; they are in order. */
export function firstAfter(mentions: readonly { first: number }[], token: number): number {
	let low = 0;
	let high = mentions.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((mentions[middle]?.first ?? 0) < token) low = middle + 1;
		else high = middle;
	}
	return low;
}
