/** Terminal colours and cursor moves, as in a text copied out of a terminal. */
const ansi = /\u001b(?:\[[\d;?]{0,16}[A-Za-z]?|[@-Z\\-_])?/gu;
/** Control characters other than the line feed, which show nothing or break a reader. */
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/gu;
/**
 * Characters that change the direction of the text after them (embeddings, overrides, isolates): with them a
 * stranger's words could make ours read backwards.
 */
const turning = /[\u202a-\u202e\u2066-\u2069]/gu;
/**
 * Characters that show nothing and hide in words: zero-width spaces and joins, soft hyphens, fillers, tags. The joiners
 * U+200C and U+200D stay: Persian and emoji are written with them.
 */
const unseen =
	/\u00ad|\u034f|\u115f|\u1160|\u17b4|\u17b5|[\u180b-\u180f]|\u200b|[\u2060-\u2065]|[\u206a-\u206f]|\u3164|\ufeff|\uffa0|[\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/gu;

/**
 * A stranger's text as a reader would see it anyway: without terminal codes, control characters, characters
 * that change the direction of text, and characters that show nothing. Lines end with a line feed.
 */
export function plain(text: string): string {
	return text
		.toWellFormed()
		.replace(/\r\n?|[\u2028\u2029\u000b\u000c\u0085]/gu, '\n')
		.replace(/\t/gu, ' ')
		.replace(ansi, '')
		.replace(controls, '')
		.replace(turning, '')
		.replace(unseen, '');
}

/** The same in one line. */
export function plainLine(text: string): string {
	return plain(text).replace(/\s+/gu, ' ').trim();
}
