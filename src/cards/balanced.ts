const closes: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“”', '‹': '›' };
const anyMark = /["“”„«»‹›]/u;

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
	const open: { readonly at: number; readonly closes: string }[] = [];
	for (const [at, character] of Array.from(text).entries()) {
		if (open.at(-1)?.closes.includes(character)) open.pop();
		else if (character === '"') open.push({ at, closes: '"' });
		else if (character === '‘') open.push({ at, closes: '’' });
		else if (character in closes) open.push({ at, closes: closes[character] ?? '' });
	}
	const all = Array.from(text);
	const at = open[0]?.at ?? all.length;
	return at * 2 < all.length ? text : all.slice(0, at).join('').trimEnd();
}
