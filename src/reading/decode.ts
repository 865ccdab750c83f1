import { isUtf8 } from 'node:buffer';
import { UserError } from '../errors.ts';
import { decodeLegacy } from './legacy.ts';
import { readOnce } from './twice.ts';

/** Of the characters of a text, how many may be broken before it is refused instead of repaired. */
const mostBroken = 0.01;
/** Of the first bytes, how many may be control characters. */
const mostControls = 0.02;
/** In a text in UTF-16, the part of the characters that are at least spaces, line ends or Latin letters. */
const leastZeros = 0.1;
/** Control characters and characters that are none. */
const notInText = /[^\P{Cc}\t\n\r\f]|\p{Cn}|\ufffd/u;
/** How much of a file is checked for signs that it is no text. */
const looked = 4096;

const zip = 'a ZIP archive';
/** The file in every document of an office program, which is a ZIP archive. */
const officeSigns = ['[Content_Types].xml', 'mimetypeapplication/'];

const signatures: readonly (readonly [what: string, start: readonly number[]])[] = [
	['a PDF document', [0x25, 0x50, 0x44, 0x46]],
	[zip, [0x50, 0x4b, 0x03, 0x04]],
	['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
	['a JPEG picture', [0xff, 0xd8, 0xff]],
	['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
	['a gzip archive', [0x1f, 0x8b]],
];

/**
 * The text of a source: UTF-16 where a byte order mark says so, else UTF-8, else the encoding that it says of itself.
 * A few broken characters become U+FFFD. Bytes that say nothing and are no UTF-8 are read in the older encoding in
 * which they are a text in some language; UTF-8 that was read in another encoding and saved again is read once more.
 *
 * @param declared the name of the encoding that its sender or its format gives, or null.
 * @throws UserError where the bytes are no text, none at all, or more than one character in a hundred is broken.
 */
export function decode(bytes: Uint8Array, name: string, declared: string | null = null): string {
	const text = decodeAny(bytes, name, declared);
	if (text.trim() === '') throw new UserError(`${name} is empty: save the text of an article in it.`);
	return text;
}

function decodeAny(bytes: Uint8Array, name: string, declared: string | null): string {
	const marked = byteOrderMark(bytes);
	if (marked !== null) return new TextDecoder(marked).decode(bytes);
	const binary = binaryKind(bytes);
	const given = decoderOf(declared);
	const unmarked = binary === unknownBinary && given === null ? unmarkedUtf16(bytes) : null;
	if (unmarked !== null) return new TextDecoder(unmarked).decode(bytes);
	// Text in UTF-16 is full of control characters; a picture is never text.
	if (binary && !(binary === unknownBinary && given?.encoding.startsWith('utf-16')))
		throw new UserError(
			binary === zip
				? `${name} is ${zip}: unpack it first, and take the files in it.`
				: `${name} is ${binary}, not the text of a page: save the page's text instead.`,
		);
	const text = new TextDecoder('utf-8').decode(bytes);
	const { broken, whole } = countBeyondAscii(text);
	// Servers that name an encoding for all of their pages are often wrong about the newer ones.
	if (broken === 0 && (given === null || given.encoding === 'utf-8' || whole > 0)) return readOnce(text);
	// They were broken before they were saved: no other encoding has them.
	const wereBroken = broken > 0 && isUtf8(bytes);
	if (given !== null && given.encoding !== 'utf-8' && !wereBroken) return given.decode(bytes);
	if (broken <= Math.max(1, text.length * mostBroken) && whole > 0 && whole >= broken) return text;
	const legacy = wereBroken ? null : decodeLegacy(bytes);
	if (legacy !== null) return legacy;
	if (broken <= Math.max(1, text.length * mostBroken)) return text;
	throw new UserError(`${name} is not UTF-8 text: save it again with the encoding UTF-8.`);
}

/** The encoding that a media type names ("text/html; charset=iso-8859-2"), or null. */
export function charsetOf(mediaType: string | null): string | null {
	return /;\s*charset\s*=\s*"?([\w.:-]{1,40})/iu.exec(mediaType ?? '')?.[1] ?? null;
}

/** The beginning of a source, decoded well enough to tell formats apart. */
export function startOf(bytes: Uint8Array): string {
	return new TextDecoder(byteOrderMark(bytes) ?? 'utf-8').decode(bytes.subarray(0, looked));
}

function byteOrderMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/**
 * UTF-16 without a byte order mark: spaces, line ends and Latin letters have a zero in one of their two bytes, always
 * the same one. Null where the bytes are none, or hold what no text does.
 */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	const start = bytes.subarray(0, looked);
	const pairs = Math.floor(start.length / 2);
	const zeros = [0, 0];
	for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
	const [first = 0, second = 0] = zeros;
	if (bytes.length % 2 === 1 || (first > 0 && second > 0) || first + second < pairs * leastZeros) return null;
	const encoding = second > 0 ? 'utf-16le' : 'utf-16be';
	return notInText.test(new TextDecoder(encoding).decode(start)) ? null : encoding;
}

/** @returns null for an encoding that nobody knows. */
function decoderOf(label: string | null): TextDecoder | null {
	try {
		return label === null ? null : new TextDecoder(label);
	} catch {
		return null;
	}
}

const unknownBinary = 'a binary file';

function binaryKind(bytes: Uint8Array): string | null {
	const start = bytes.subarray(0, looked);
	const known = signatures.find(([, signature]) => signature.every((byte, index) => start[index] === byte));
	if (known?.[0] === zip) {
		const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		return officeSigns.some((sign) => names.includes(sign)) ? 'an office document' : zip;
	}
	if (known) return known[0];
	const controls = start.filter(
		(byte) => byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1b,
	).length;
	return controls > start.length * mostControls ? unknownBinary : null;
}

function countBeyondAscii(text: string): { broken: number; whole: number } {
	let broken = 0;
	let whole = 0;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code === 0xfffd) broken++;
		else if (code > 0x7f) whole++;
	}
	return { broken, whole };
}
