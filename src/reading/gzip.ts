import { constants, gunzipSync } from 'node:zlib';

/** Packed bytes that are unpacked to see what they are, and what those may unpack to. */
const looked = 4_096;
const mostUnpacked = 8 * 1024 * 1024;

/** Whether some bytes are packed with gzip. */
export function isGzip(bytes: Uint8Array | undefined): boolean {
	return bytes?.[0] === 0x1f && bytes[1] === 0x8b;
}

/** The beginning of what is packed in some bytes; null where they are not packed, or broken. */
export function unpackedStart(bytes: Uint8Array): Uint8Array | null {
	if (!isGzip(bytes)) return null;
	try {
		return gunzipSync(bytes.subarray(0, looked), {
			finishFlush: constants.Z_SYNC_FLUSH,
			maxOutputLength: mostUnpacked,
		});
	} catch {
		return null;
	}
}
