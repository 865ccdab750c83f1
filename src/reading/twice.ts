/** Encodings that UTF-8 is taken for by mistake, by how often that happens. */
const mistaken = ['windows-1252', 'windows-1251', 'windows-1250', 'iso-8859-1'];

/** The byte of each character of an encoding of single bytes. */
const bytesOf = new Map<string, ReadonlyMap<string, number>>();

function bytesIn(encoding: string): ReadonlyMap<string, number> {
	const known = bytesOf.get(encoding);
	if (known) return known;
	const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
	const characters = new TextDecoder(encoding).decode(all);
	const made = new Map([...characters].map((character, byte) => [character, byte]));
	bytesOf.set(encoding, made);
	return made;
}

/** Two bytes of a character at least, as they look in the other encoding; UTF-8 itself begins none with them. */
const run = /[^\u0000-\u007F]{2,}/gu;
/** Of all runs of characters beyond ASCII, how many must be UTF-8 read in the other encoding. */
const mostOfThem = 0.9;
/** A text is judged by that much of it, and by that many runs. */
const sample = 200_000;
const mostRuns = 500;
const utf8 = new TextDecoder('utf-8', { fatal: true });
/** A single character beyond ASCII. "Ã" before a space is an "à" whose second byte was a space. */
const alone = /(?<![^\u0000-\u007F])[^\u0000-\u007FÃÂ](?![^\u0000-\u007F])/gu;

/**
 * The text that was meant by one whose UTF-8 was read in another encoding and saved again ("Ã©" for "é", "РЎ" for
 * "С"); the same text where it was not. All of it must have been: a page that shows such letters on purpose stays.
 */
export function readOnce(text: string): string {
	const start = text.slice(0, sample);
	const runs = (start.match(run) ?? []).slice(0, mostRuns);
	if (runs.length === 0) return text;
	const encoding = mistaken.find((one) => isAll(runs, one, start));
	if (encoding === undefined) return text;
	return text.replace(run, (one) => mend(one, encoding) ?? one).replace(/Ã(?= )/gu, 'à');
}

function isAll(runs: readonly string[], encoding: string, start: string): boolean {
	let left = 0;
	for (const one of runs) {
		if (mend(one, encoding) === null && ++left > runs.length * (1 - mostOfThem)) return false;
	}
	const unmended = left + (start.match(alone)?.length ?? 0);
	return unmended <= (runs.length + unmended) * (1 - mostOfThem);
}

/** A run as UTF-8, where its characters are the bytes of that in the encoding. */
function mend(characters: string, encoding: string): string | null {
	const known = bytesIn(encoding);
	const bytes: number[] = [];
	for (const character of characters) {
		const byte = known.get(character) ?? (character <= '\u009F' ? character.charCodeAt(0) : undefined);
		if (byte === undefined) return null;
		bytes.push(byte);
	}
	try {
		return utf8.decode(Uint8Array.from(bytes));
	} catch {
		return null;
	}
}
