/** What a member typed is repeated up to this many characters. */
const mostRepeated = 80;
/** So many near ones are named. */
export const mostNamed = 3;

/**
 * What a member typed, for a sentence to them. Not in quotation marks: those are for words of an article.
 */
export function repeated(typed: string): string {
	const text = typed.replace(/\s+/gu, ' ').trim();
	return text.length > mostRepeated ? `‹${text.slice(0, mostRepeated)}…›` : `‹${text}›`;
}

/** "‹A›, ‹B› or ‹C›". */
export function oneOf(names: readonly string[]): string {
	const quoted = [...new Set(names)].slice(0, mostNamed).map(repeated);
	const last = quoted.pop() ?? '';
	return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}
