/** A part of a text without the spaces at its ends; UTF-16, half-open. */
export function trimmed(text: string, from: number, to: number): { start: number; end: number } {
	let start = from;
	let end = to;
	while (start < end && /\s/.test(text[start] ?? '')) start++;
	while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
	return { start, end };
}
