import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { UserError } from '../../errors.ts';
import { pagesOf } from '../../reading/warc/archive.ts';
import type { ArchivedPage } from '../../reading/warc/response.ts';
import { eachAtOnce, oneByOneForEach } from './at-once.ts';
import type { Listed } from './files.ts';
import type { IngestOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { sourceName } from './read.ts';
import { ingestedFiles, ingestedPages, type takingIn } from './take-in.ts';

/** Web archives are read page by page, whatever their size. */
export const isWebArchive = (path: string) => /\.warc(?:\.gz)?$/iu.test(path);

/**
 * Takes in the pages of a web archive, several at a time; those that were read before as they are now are left out, so
 * that it may be stopped at any moment. Of a page that was captured several times the latest is kept. Pages without an article are reported one by one.
 */
export async function takeWebArchive(
	{ path, size, modified }: Extract<Listed, { kind: 'file' }>,
	takeIn: ReturnType<typeof takingIn>,
	{ archive, threads, reader, dry, done }: IngestOptions,
	waiting: () => number,
): Promise<Outcome> {
	const pages = archive.sources(ingestedPages);
	const counts = { articles: 0, fresh: 0 };
	const inTurn = oneByOneForEach();
	const take = async ({ address, bytes, mediaType, fetchedAt }: ArchivedPage) => {
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		const [known] = await pages.named([address]);
		if (known?.reader === reader && known.sha256 === sha256) {
			counts.articles++;
			return;
		}
		const at = fetchedAt === null ? 0 : Date.parse(fetchedAt);
		const what = { kind: 'fetched', bytes, mediaType, address, at, fetchedAt, reader } as const;
		const { outcome } = await takeIn(address, what);
		if (outcome.kind !== 'read') return done(outcome, waiting());
		counts.articles += outcome.articles;
		counts.fresh += outcome.fresh;
	};
	try {
		// Of several captures of one page in one second, the last of the file wins.
		await eachAtOnce(pagesOf(createReadStream(path), path), threads.length, (page) =>
			inTurn(page.address, () => take(page)),
		);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return { kind: 'refused', name: path, why: error.message };
	}
	const state = { name: sourceName(path), size, modified, sha256: null, reader };
	if (!dry) await archive.sources(ingestedFiles).put([], state);
	return { kind: 'read', name: path, ...counts };
}
