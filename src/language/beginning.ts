/** The paragraphs that an article begins with, whole, of at most so many characters in all; the first one at least. */
export function beginningOf(paragraphs: readonly string[], characters: number): readonly string[] {
	let length = 0;
	const end = paragraphs.findIndex((paragraph) => {
		length += paragraph.length;
		return length > characters;
	});
	return end === -1 ? paragraphs : paragraphs.slice(0, Math.max(1, end));
}
