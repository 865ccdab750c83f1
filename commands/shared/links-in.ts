/** Addresses as people post them: bare, in < >, or behind a text in markdown. */
const address = /https?:\/\/[^\s<>\u0000-\u001f]{1,2000}/giu;

/** The addresses in a message, each once, in order. */
export function linksIn(text: string): string[] {
	const found = [...text.matchAll(address)].map(([link]) => trimmed(link));
	return [...new Set(found)];
}

/** Without what ends the sentence, and without a bracket that was opened before the address. */
function trimmed(link: string): string {
	let end = link.length;
	while (/[.,;:!?'"*_~|…”’»)\]]/u.test(link[end - 1] ?? '')) {
		const bracket = link[end - 1] === ')' ? '(' : link[end - 1] === ']' ? '[' : null;
		const inside = link.slice(0, end - 1);
		if (bracket !== null && inside.split(bracket).length > inside.split(link[end - 1] ?? '').length) break;
		end--;
	}
	return link.slice(0, end);
}
