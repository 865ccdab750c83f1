import { Unzip, UnzipInflate } from 'fflate';

/** The archive holds more than was allowed. */
export class TooLarge extends Error {
	override readonly name = 'TooLarge';
}

/** Of the packed bytes, as many are unpacked at a time: at most a thousand times as many come out. */
const step = 8 * 1024;

/**
 * Unpacks some files of a zip archive, by name. What comes out is counted, whatever the archive says of its sizes, and
 * nothing else is unpacked. @throws TooLarge where one is larger than `maxBytes`; Error where the archive is broken.
 */
export function unzipSome(
	bytes: Uint8Array,
	names: ReadonlySet<string>,
	maxBytes: number,
): ReadonlyMap<string, Uint8Array> {
	const found = new Map<string, Uint8Array>();
	const unzip = new Unzip();
	unzip.register(UnzipInflate);
	unzip.onfile = (file) => {
		if (!names.has(file.name) || found.has(file.name)) return;
		if ((file.originalSize ?? 0) > maxBytes) throw new TooLarge(file.name);
		const chunks: Uint8Array[] = [];
		let size = 0;
		file.ondata = (error, chunk, isLast) => {
			if (error) throw error;
			size += chunk.length;
			if (size > maxBytes) throw new TooLarge(file.name);
			chunks.push(chunk);
			if (isLast) found.set(file.name, Buffer.concat(chunks));
		};
		file.start();
	};
	for (let at = 0; at < bytes.length; at += step) {
		unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
	}
	return found;
}
