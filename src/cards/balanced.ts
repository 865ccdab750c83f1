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
