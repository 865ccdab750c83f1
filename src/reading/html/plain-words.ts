/** The letters and numbers of a text, in small letters with one blank between the words: what is compared. */
export function plainWords(text: string): string {
	return (
		text
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu)
			?.join(' ') ?? ''
	);
}
