/** A text as the corpora's scoring scripts compare it: without case, marks and signs. */
function folded(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

export function isTitle(right: string | null, said: string): boolean {
	return right !== null && folded(right) === folded(said);
}

/** Whether these are the authors: one of both texts may hold the other. */
export function isAuthor(right: string | null, said: string): boolean {
	if (right === null) return false;
	const [a, b] = [folded(right), folded(said)];
	return b !== '' && (a.includes(b) || b.includes(a));
}

/** The names of several authors in one text. */
export function shownAuthors(names: readonly string[]): string {
	return names.join(names.length === 2 ? ' and ' : ', ');
}

/** How many letters of the right authors some names cover, less a part of what they have too much. */
export function coverage(right: string | null, names: readonly string[]): number {
	const said = shownAuthors(names);
	if (right === null || !isAuthor(right, said)) return 0;
	const [wanted, size] = [folded(right).length, folded(said).length];
	return Math.min(wanted, size) - 0.3 * Math.max(0, size - wanted);
}
