import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { momentOf } from '../moment.ts';
import { webAddress } from '../web-address.ts';
import { headersIn, type WarcRecord } from './records.ts';

/** A page of a web archive. */
export interface ArchivedPage {
	readonly address: string;
	readonly bytes: Uint8Array;
	readonly mediaType: string;
	/** When it was fetched, or null. */
	readonly fetchedAt: string | null;
}

/** Bytes of a page, as it was sent and unpacked; a page of news has a tenth of it. */
const mostBytes = 10 * 1024 * 1024;
const longestHead = 64 * 1024;

/** Whether a record may be a page, by what is said of it. */
export function mayBePage(headers: ReadonlyMap<string, string>, length: number): boolean {
	return (
		headers.get('warc-type') === 'response' &&
		/^application\/http\b/iu.test(headers.get('content-type') ?? 'application/http') &&
		addressOf(headers) !== null &&
		length <= mostBytes + longestHead
	);
}

/** The page in a record; null where it is an answer of another kind, or unpacks to more than a page. */
export function pageIn({ headers, body }: WarcRecord): ArchivedPage | null {
	const all = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
	const end = /\r?\n\r?\n/u.exec(all.subarray(0, longestHead).toString('latin1'));
	const address = addressOf(headers);
	if (!end || address === null) return null;
	const head = all.subarray(0, end.index).toString('latin1');
	if (!/^HTTP\/\d(?:\.\d)? 2\d\d\b/u.test(head)) return null;
	const sent = headersIn(head);
	const mediaType = sent.get('content-type') ?? '';
	if (!/^(?:text\/html|application\/xhtml\+xml)\b/iu.test(mediaType)) return null;
	const content = all.subarray(end.index + end[0].length);
	const whole = /\bchunked\b/iu.test(sent.get('transfer-encoding') ?? '') ? withoutChunks(content) : content;
	const bytes = unpacked(whole, sent.get('content-encoding') ?? '');
	if (bytes === null) return null;
	const date = headers.get('warc-date') ?? '';
	// As it is written: of two captures in one second, the parts of it say which is the later one.
	const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u.test(date) && momentOf(date) !== null;
	return { address, bytes, mediaType, fetchedAt: isMoment ? date : null };
}

/** Some programs put the address in angle brackets. */
function addressOf(headers: ReadonlyMap<string, string>): string | null {
	return webAddress(headers.get('warc-target-uri')?.replace(/^<(.*)>$/u, '$1'));
}

/** A body in chunks as one; as it is where it is in none, since many programs keep the header and join the chunks. */
function withoutChunks(content: Buffer): Buffer {
	const parts: Buffer[] = [];
	for (let at = 0; at < content.length; ) {
		const size = /^([\da-f]{1,8})(?:;[^\r\n]{0,200})?\r?\n/iu.exec(
			content.subarray(at, at + 256).toString('latin1'),
		);
		if (!size) return content;
		const length = Number.parseInt(size[1] ?? '', 16);
		const from = at + size[0].length;
		if (length === 0) break;
		if (from + length > content.length) return content;
		parts.push(content.subarray(from, from + length));
		at = from + length + (content[from + length] === 0x0d ? 2 : 1);
	}
	return Buffer.concat(parts);
}

const unpackers = {
	gzip: gunzipSync,
	'x-gzip': gunzipSync,
	deflate: inflateSync,
	br: brotliDecompressSync,
	zstd: zstdDecompressSync,
} as const;

/** What was packed for the way; as it is where it is not packed, whatever its headers say. Null where it is too much. */
function unpacked(content: Buffer, encoding: string): Uint8Array | null {
	const name = encoding.trim().toLowerCase();
	const unpack = Object.hasOwn(unpackers, name) ? unpackers[name as keyof typeof unpackers] : null;
	if (unpack === null) return content.length > mostBytes ? null : content;
	try {
		return unpack(content, { maxOutputLength: mostBytes });
	} catch (error) {
		return error instanceof RangeError ? null : content;
	}
}
