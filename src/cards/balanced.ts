const closes: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“”', '‹': '›' };
const anyMark = /["“”„«»‹›]/u;

const withSingle: Readonly<Record<string, string>> = { ...closes, '"': '"', '‘': '’' };

/** Where marks stand that a text opens and never closes, in order, as UTF-16. */
function openMarks(text: string): number[] {
	const open: { readonly at: number; readonly closes: string }[] = [];
	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		// One inside may never be closed ("get ‘em all"), so any of those around it may be closed next.
		const opened = open.findLastIndex((one) => one.closes.includes(character));
		if (opened >= 0) open.length = opened;
		else if (character in withSingle) open.push({ at, closes: withSingle[character] ?? '' });
	}
	return open.map(({ at }) => at);
}

/** Whether every quotation mark of a text has its other half in it. */
export function isBalanced(text: string): boolean {
	let isStraightOpen = false;
	const open: string[] = [];
	for (const character of text) {
		if (character === '"') isStraightOpen = !isStraightOpen;
		else if (open.length > 0 && (open.at(-1) ?? '').includes(character)) open.pop();
		else if (character in closes) open.push(closes[character] ?? '');
		else if (anyMark.test(character)) return false;
	}
	return !isStraightOpen && open.length === 0;
}

/**
 * The longest part of a text around a place that leaves no quotation mark without its other half: all of it, or what
 * is between the nearest marks. UTF-16, half-open.
 */
export function balancedPart(text: string, around: number): { readonly start: number; readonly end: number } {
	if (isBalanced(text)) return { start: 0, end: text.length };
	let start = around;
	while (start > 0 && !anyMark.test(text[start - 1] ?? '')) start--;
	let end = Math.max(around, start);
	while (end < text.length && !anyMark.test(text[end] ?? '')) end++;
	return { start, end };
}

/** What is before the quotation mark that a text leaves open, single ones too; all of it where that is not half of it. */
export function beforeOpenMark(text: string): string {
	const [at = text.length] = openMarks(text);
	return at * 2 < text.length ? text : text.slice(0, at).trimEnd();
}
