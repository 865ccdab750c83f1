import { detector } from '../language/detector.ts';

/**
 * Encodings from before UTF-8 that pages are still saved in, by language family; of those that read a text equally
 * well the first is taken.
 */
const encodings = [
	...['windows-1252', 'windows-1251', 'windows-1250', 'iso-8859-2', 'windows-1253', 'iso-8859-7'],
	...['windows-1254', 'windows-1255', 'windows-1256', 'windows-1257', 'iso-8859-13', 'windows-1258'],
	...['koi8-u', 'iso-8859-5', 'ibm866', 'shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr'],
];
/** Bytes that are tried, from the line with the first one beyond ASCII on. */
const tried = 20_000;
/** Characters that the language is looked for in. */
const judged = 2_000;
/** An encoding must read that much better than one before it. */
const margin = 0.005;
/** Under this a text is in no language, so in no encoding that is known here. */
const leastScore = 0.4;
/** What no page has: bytes without a meaning, and control characters. */
const broken = /[\uFFFD\u0080-\u009F]/;
/** Letters of two scripts in one word, signs and frames within one, capitals in its midst. */
const odd =
	/[A-Za-z][\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]|[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}][A-Za-z]|\p{L}[^\p{L}\p{M}\p{P}\p{N}\u0000-\u007F\u00A0\u00AD]\p{L}|\p{Ll}\p{Lu}\p{Ll}|[\u2500-\u259F]|[¤¦§¶¢¬]\p{L}{2}/u;

/**
 * How much words that nobody writes count against an encoding: a few show that it is a close relative of the
 * right one.
 */
const oddWeighs = 5;
/** A letter alone, which a dash becomes in the wrong encoding; of all words beyond ASCII, how many may be so. */
const lone = /^[^\p{L}]*\p{L}[^\p{L}]*$/u;
const mostLone = 0.6;
const isBeyondAscii = /[^\u0000-\u007F]/u;

/**
 * The text of bytes that are no UTF-8: of all encodings that could be theirs the one in which they are best a text in
 * some language, by what letters are together there; null where they are none in any.
 */
export function decodeLegacy(bytes: Uint8Array): string | null {
	const sample = sampleOf(bytes);
	let best: { encoding: string; score: number; read: number; strange: number } | null = null;
	for (const encoding of encodings) {
		const text = new TextDecoder(encoding).decode(sample);
		if (broken.test(text)) continue;
		// One step for each character: one expression for such words would read a long word again from each letter on.
		const words = text.split(/[\t-\r ]+/u).filter((word) => isBeyondAscii.test(word));
		if (words.filter((word) => lone.test(word)).length > words.length * mostLone) continue;
		const read = scoreOf(words.join(' '));
		const strange = words.filter((word) => odd.test(word)).length / Math.max(1, words.length);
		const score = scoreOf(text) + read - strange * oddWeighs;
		const isBetter =
			!best || score > best.score + margin || (score > best.score - margin && strange < best.strange);
		if (isBetter) best = { encoding, score, read, strange };
	}
	if (!best) return null;
	// English has hardly a letter beyond ASCII: its dashes and quotation marks are in no language.
	const isKnown = best.read >= leastScore || best.encoding === 'windows-1252';
	return isKnown && (best.encoding !== 'windows-1252' || isWestern(sample)) && best.score >= leastScore
		? new TextDecoder(best.encoding).decode(bytes)
		: null;
}

/** In western languages most letters are ASCII. */
function isWestern(sample: Uint8Array): boolean {
	const beyond = sample.filter((byte) => byte > 0xbf).length;
	const letters = sample.filter((byte) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a).length;
	return beyond <= letters;
}

function scoreOf(text: string): number {
	return Math.max(0, ...Object.values(detector().detect(text.slice(0, judged)).getScores()));
}

function sampleOf(bytes: Uint8Array): Uint8Array {
	const first = bytes.findIndex((byte) => byte > 0x7f);
	const start = first < 0 ? 0 : bytes.lastIndexOf(0x0a, first) + 1;
	const end = start + tried;
	if (end >= bytes.length) return bytes.subarray(start);
	// The sample ends with a line, so that no character is cut in two.
	const lineEnd = bytes.lastIndexOf(0x0a, end);
	return bytes.subarray(start, lineEnd > start ? lineEnd : end);
}
