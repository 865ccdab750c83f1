const LONGEST = 7;

/** The classes of the tokens from `from` to `to`, quoted runs as one Q; cut in the middle where it is long. */
export function patternOf(classes: readonly string[], from: number, to: number): string {
	if (to - from > 40) return `${short(classes, from, from + 2)}…${short(classes, to - 2, to)}`;
	return short(classes, from, to);
}

function short(classes: readonly string[], from: number, to: number): string {
	let text = '';
	let count = 0;
	let before = '';
	let last = '';
	for (let at = Math.max(0, from); at < to; at++) {
		const kind = classes[at] ?? '';
		if (kind === 'Q' && last === 'Q') continue;
		before = last;
		last = kind;
		if (++count <= LONGEST) text += kind;
	}
	return count <= LONGEST ? text : `${text.slice(0, 2)}…${before}${last}`;
}
