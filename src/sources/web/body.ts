import { PassThrough, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createGunzip, createZstdDecompress } from 'node:zlib';
import { siteName, WebError } from './trouble.ts';

/** What is asked for; `decoder` knows them. */
export const acceptedEncodings = 'gzip, br, zstd';

/** The window that a decoder of zstd on the web has to offer, and no more (RFC 9659): 8 MB. */
const zstdWindowLog = 23;

interface BodyLimits {
	/** The header `content-encoding`. */
	readonly encoding: string;
	readonly maxBytes: number;
	readonly signal: AbortSignal;
}

/**
 * Reads the body of a response, unpacked. What comes over the network may have at most `maxBytes`, and so may
 * what it unpacks to; no more than that is ever held. @throws WebError
 */
export async function readBody(url: URL, body: Readable, limits: BodyLimits): Promise<Uint8Array> {
	const { encoding, maxBytes, signal } = limits;
	const chunks: Uint8Array[] = [];
	try {
		await pipeline(
			body,
			counted(url, maxBytes),
			decoder(url, encoding),
			counted(url, maxBytes),
			async (unpacked: AsyncIterable<Uint8Array>) => {
				for await (const chunk of unpacked) chunks.push(chunk);
			},
			{ signal },
		);
	} catch (error) {
		body.on('error', () => {}).destroy();
		throw error;
	}
	return Buffer.concat(chunks);
}

/** The refusal of what is larger than `maxBytes`. */
export function tooLargeFor(url: URL, maxBytes: number): WebError {
	const most = `${Math.round((maxBytes / 1024 / 1024) * 10) / 10} MB`;
	return new WebError('too-large', [
		siteName(url),
		` sends more than ${most} for this address: give the address of one article.`,
	]);
}

function counted(url: URL, maxBytes: number): Transform {
	let size = 0;
	return new Transform({
		transform(chunk: Uint8Array, _encoding, callback) {
			size += chunk.length;
			if (size > maxBytes) callback(tooLargeFor(url, maxBytes));
			else callback(null, chunk);
		},
	});
}

/** @throws WebError where it is packed more than once, or as was not asked for: no honest server does that. */
function decoder(url: URL, encoding: string): Transform {
	const flush = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
	switch (encoding.trim().toLowerCase()) {
		case '':
		case 'identity':
			return new PassThrough();
		case 'gzip':
		case 'x-gzip':
			return createGunzip(flush);
		case 'br':
			return createBrotliDecompress();
		case 'zstd':
			return createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: zstdWindowLog } });
		default:
			throw new WebError('unreachable', [
				siteName(url),
				' packs this page in a way that was not asked for: add its text with /add text.',
			]);
	}
}
