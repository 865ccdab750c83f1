import { constants, crc32, deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';

/** Bytes, or text in UTF-8, that stand once or several times after what is before. */
export interface Piece {
	readonly piece: string | Uint8Array;
	readonly times?: number;
}

const number = (size: 2 | 4, value: number) => {
	const bytes = Buffer.alloc(size);
	bytes.writeUIntLE(value, 0, size);
	return bytes;
};

/**
 * A stream of deflate (RFC 1951). Each piece is packed once, however often it stands there: packing 400 MB takes
 * more than a second, and no test is about that.
 */
function deflated(pieces: readonly Piece[]) {
	const blocks: Uint8Array[] = [];
	let size = 0;
	let crc = 0;
	for (const { piece, times = 1 } of pieces) {
		const bytes = Buffer.from(piece);
		const block = deflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
		for (let time = 0; time < times; time += 1) {
			blocks.push(block);
			crc = crc32(bytes, crc);
		}
		size += bytes.length * times;
	}
	// The last block is an empty one.
	return { packed: Buffer.concat([...blocks, Buffer.of(3, 0)]), size, crc };
}

/** One member of gzip (RFC 1952) that unpacks to the pieces. */
export function gzipOf(pieces: readonly Piece[]): Uint8Array {
	const { packed, size, crc } = deflated(pieces);
	const head = Buffer.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
	return Buffer.concat([head, packed, number(4, crc), number(4, size % 2 ** 32)]);
}

/** A stream of zlib (RFC 1950) that unpacks to the pieces. */
export function zlibOf(pieces: readonly Piece[]): Uint8Array {
	const prime = 65_521;
	let [low, high] = [1, 0];
	for (const { piece, times = 1 } of pieces) {
		const bytes = Buffer.from(piece);
		let [sum, sums] = [0, 0];
		for (const byte of bytes) {
			sum = (sum + byte) % prime;
			sums = (sums + sum) % prime;
		}
		for (let time = 0; time < times; time += 1) {
			high = (high + (bytes.length % prime) * low + sums) % prime;
			low = (low + sum) % prime;
		}
	}
	const checksum = Buffer.alloc(4);
	checksum.writeUInt32BE(high * 65_536 + low);
	return Buffer.concat([Buffer.of(0x78, 0x9c), deflated(pieces).packed, checksum]);
}

/** A zip archive with one file that unpacks to the pieces, and others as they are. */
export function zipOf(
	name: string,
	pieces: readonly Piece[],
	others: Readonly<Record<string, Uint8Array>>,
): Uint8Array {
	const { packed, size, crc } = deflated(pieces);
	const zip = Buffer.from(zipSync({ ...others, [name]: [packed, { level: 0 }] }));
	// It was put in as it is packed: both of its headers (local and central) are to say so, with what it unpacks to.
	const fields = [number(2, 8), number(4, crc), number(4, size)] as const;
	const from = zip.lastIndexOf(name) - 46;
	const local = zip.readUInt32LE(from + 42);
	for (const [header, offsets] of [
		[from, [10, 16, 24]],
		[local, [8, 14, 22]],
	] as const) {
		for (const [at, field] of fields.entries()) zip.set(field, header + (offsets[at] ?? 0));
	}
	return zip;
}
