import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { UserError } from '../../errors.ts';
import { isGzip } from '../gzip.ts';
import { recordsOf } from './records.ts';
import { type ArchivedPage, mayBePage, pageIn } from './response.ts';

/**
 * The pages of a web archive, packed with gzip or not, one after another: answers with HTML. It holds one record at a
 * time, whatever the size of the archive.
 * @param mostUnpacked bytes. @throws UserError where it is broken or unpacks to more; what the source throws.
 */
export async function* pagesOf(
	source: Readable,
	name: string,
	mostUnpacked = Number.POSITIVE_INFINITY,
): AsyncGenerator<ArchivedPage> {
	const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
		let size = 0;
		for await (const chunk of chunks) {
			size += chunk.length;
			if (size > mostUnpacked) throw tooLarge(name, mostUnpacked);
			yield chunk;
		}
	};
	for await (const record of recordsOf(counted(unpackedFrom(source, name)), name, mayBePage)) {
		const page = pageIn(record);
		if (page !== null) yield page;
	}
}

/** A source as it was before it was packed, in one part or in one for each record. */
async function* unpackedFrom(source: Readable, name: string): AsyncGenerator<Uint8Array> {
	const chunks = source[Symbol.asyncIterator]();
	const first = await chunks.next();
	const whole = Readable.from(
		(async function* () {
			if (!first.done) yield first.value;
			yield* { [Symbol.asyncIterator]: () => chunks };
		})(),
	);
	if (!isGzip(first.value)) {
		yield* whole;
		return;
	}
	const gunzip = createGunzip();
	const packed = pipeline(whole, gunzip);
	packed.catch(() => {});
	try {
		yield* gunzip;
		await packed;
	} catch (cause) {
		if (cause instanceof Error && 'code' in cause && /^Z_/u.test(String(cause.code)))
			throw new UserError(`${name} is a broken web archive: it cannot be unpacked. Save it again.`, {
				cause,
			});
		throw cause;
	} finally {
		source.destroy();
	}
}

function tooLarge(name: string, most: number): UserError {
	return new UserError(
		`${name} is a web archive that unpacks to more than ${most / 1024 / 1024} MB: \`npm run ingest\` reads larger ones page by page.`,
	);
}
