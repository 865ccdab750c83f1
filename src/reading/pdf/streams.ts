import { constants, inflateSync } from 'node:zlib';

/** What the packed parts of a document unpack to together, without pictures, in bytes. */
const mostUnpacked = 48 * 1024 * 1024;
/** Bytes of a part packed in the way of the 1980s, which unpacks to a thousand times as much. */
const longestOldPart = 64 * 1024;
/** Characters before a part that say what it is. */
const longestHead = 2_000;
const mostParts = 20_000;

/**
 * Whether the parts of a document unpack to more than a document has, or in a way that cannot be told beforehand. The
 * library unpacks a part whole, outside of the memory that a thread's limits count, so this is looked at before.
 */
export function unpacksTooMuch(bytes: Uint8Array): boolean {
	const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let unpacked = 0;
	let count = 0;
	let end = 0;
	for (let at = all.indexOf('stream'); at >= 0; at = all.indexOf('stream', at + 6)) {
		if (all.subarray(at - 3, at).toString('latin1') === 'end') continue;
		if (++count > mostParts) return true;
		const head = headOf(all.subarray(Math.max(0, at - longestHead), at).toString('latin1'));
		if (/\/Subtype\s*\/Image\b/u.test(head)) continue;
		const from = all[at + 6] === 0x0d ? at + 8 : at + 7;
		// Of many parts without an end of their own, each would look for the same one.
		if (end < from) end = endOf(all, from);
		const packed = all.subarray(from, end);
		if (/\/(?:LZW|LZWDecode|RunLengthDecode|RL)\b/u.test(head) && packed.length > longestOldPart) return true;
		// Packed in what is packed: no program writes that.
		if ((head.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/gu)?.length ?? 0) > 1)
			return true;
		unpacked += unpackedSize(packed, mostUnpacked - unpacked);
		if (unpacked >= mostUnpacked) return true;
	}
	return false;
}

function endOf(all: Buffer, from: number): number {
	const end = all.indexOf('endstream', from);
	return end < 0 ? all.length : end;
}

/** The dictionary before a part, with its names spelled plainly. */
function headOf(before: string): string {
	const begins = Math.max(before.lastIndexOf(' obj'), before.lastIndexOf('endstream'));
	return before
		.slice(Math.max(begins, 0))
		.replace(/#([\da-f]{2})/giu, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The size of what comes out, or `most` where that is more; 0 for what is not packed. */
function unpackedSize(packed: Uint8Array, most: number): number {
	try {
		const finishFlush = constants.Z_SYNC_FLUSH;
		return inflateSync(packed, { maxOutputLength: most, finishFlush }).length;
	} catch (error) {
		return error instanceof RangeError ? most : 0;
	}
}
