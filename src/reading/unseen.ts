/**
 * What is removed from every text: control characters, and the marks that change the direction of what follows
 * (they can make a name or a quotation read as another one). Joiners, and the marks that only settle a
 * neutral character's direction, stay: scripts and emoji need them.
 */
const unseen =
	/[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u200B\u2060\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/g;

/** CR LF, LF and CR as every editor counts them, and the line ends that Unicode adds. */
export const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029]/;

/** A text without the characters that nobody sees. */
export function seenText(text: string): string {
	return text.replace(unseen, '');
}

/** The same in one line: each run of white space is one space, and none is at the ends. */
export function tidyLine(text: string): string {
	return seenText(text).replace(/\s+/g, ' ').trim().toWellFormed();
}
