/**
 * Letters of other alphabets that look like Latin ones, each in its own small and capital form, with the Latin letter
 * that a reader takes them for. Two different ones never share a Latin letter within one alphabet's common letters, so
 * words of that alphabet stay different words when all of them are folded.
 */
const likeLatin: readonly (readonly [letters: string, latin: string])[] = [
	// Cyrillic.
	['аА', 'a'],
	['вВ', 'b'],
	['еЕ', 'e'],
	['кК', 'k'],
	['мМ', 'm'],
	['нН', 'h'],
	['оО', 'o'],
	['рР', 'p'],
	['сС', 'c'],
	['тТ', 't'],
	['уУ', 'y'],
	['хХ', 'x'],
	['іІ', 'i'],
	['јЈ', 'j'],
	['ѕЅ', 's'],
	['ԁԀ', 'd'],
	['ԛԚ', 'q'],
	['ԝԜ', 'w'],
	['ӏӀ', 'l'],
	// Greek.
	['αΑ', 'a'],
	['βΒ', 'b'],
	['εΕ', 'e'],
	['ηΗ', 'h'],
	['ιΙ', 'i'],
	['κΚ', 'k'],
	['μΜ', 'm'],
	['νΝ', 'n'],
	['οΟ', 'o'],
	['ρΡ', 'p'],
	['τΤ', 't'],
	['υΥ', 'y'],
	['χΧ', 'x'],
	['ζΖ', 'z'],
	// Armenian and Latin letters of other kinds.
	['օ', 'o'],
	['ս', 'u'],
	['հ', 'h'],
	['ɑ', 'a'],
	['ɡ', 'g'],
	['ı', 'i'],
	// Small capitals, as "fonts" for messages use them.
	['ᴀ', 'a'],
	['ʙ', 'b'],
	['ᴄ', 'c'],
	['ᴅ', 'd'],
	['ᴇ', 'e'],
	['ꜰ', 'f'],
	['ɢ', 'g'],
	['ʜ', 'h'],
	['ɪ', 'i'],
	['ᴊ', 'j'],
	['ᴋ', 'k'],
	['ʟ', 'l'],
	['ᴍ', 'm'],
	['ɴ', 'n'],
	['ᴏ', 'o'],
	['ᴘ', 'p'],
	['ʀ', 'r'],
	['ꜱ', 's'],
	['ᴛ', 't'],
	['ᴜ', 'u'],
	['ᴠ', 'v'],
	['ᴡ', 'w'],
	['ʏ', 'y'],
	['ᴢ', 'z'],
];

const latinOf = new Map(
	likeLatin.flatMap(([letters, latin]) => [...letters].map((letter) => [letter, latin] as const)),
);

/** Letters in circles and squares that Unicode does not fold by itself, each row from A to Z. */
const enclosed = [0x1f130, 0x1f150, 0x1f170] as const;

/** The Latin letter, small, that a character is taken for; null where it looks like none. */
export function looksLike(character: string): string | null {
	const latin = latinOf.get(character);
	if (latin !== undefined) return latin;
	const code = character.codePointAt(0) ?? 0;
	const row = enclosed.find((start) => code >= start && code < start + 26);
	return row === undefined ? null : String.fromCharCode(0x61 + code - row);
}

/** Characters that take no room: zero-width spaces and joins, soft hyphens, marks of direction, fillers, tags. */
const unseen =
	/\u00ad|\u034f|\u061c|\u115f|\u1160|\u17b4|\u17b5|[\u180b-\u180f]|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u206f]|\u3164|[\ufe00-\ufe0f]|\ufeff|\uffa0|[\u{e0000}-\u{e0fff}]/u;

export const isUnseen = (character: string): boolean => unseen.test(character);
