import { Readable } from 'node:stream';
import { UserError } from '../../errors.ts';
import { startOf } from '../decode.ts';
import type { Format, ReadFields, SourceBytes } from '../format.ts';
import { unpackedStart } from '../gzip.ts';
import { htmlFormat } from '../html/format.ts';
import { maxArticles } from '../limits.ts';
import { isOwnAddress } from '../own-address.ts';
import { pagesOf } from './archive.ts';
import type { ArchivedPage } from './response.ts';

/** What an archive of a few megabytes unpacks to, in bytes; larger ones are read by `npm run ingest`. */
const mostUnpacked = 96 * 1024 * 1024;

/** A web archive (WARC), packed or not: the articles among its pages, each with its address. */
export const warcFormat: Format = {
	kind: 'warc',
	matches: ({ name, bytes, start }) =>
		/\.warc(?:\.gz)?$/iu.test(name) || /^WARC\/\d/u.test(start) || packsRecords(bytes),
	async read({ bytes, name }) {
		/** By address: of a page that was fetched twice the later one. */
		const articles = new Map<string, { readonly fields: ReadFields; readonly at: number }>();
		let pages = 0;
		for await (const page of pagesOf(Readable.from([bytes]), name, mostUnpacked)) {
			pages++;
			const fields = await articleIn(page);
			if (fields !== null) {
				const address = fields.url ?? page.address;
				const at = page.fetchedAt === null ? 0 : Date.parse(page.fetchedAt);
				if ((articles.get(address)?.at ?? 0) <= at) articles.set(address, { fields, at });
			}
			if (articles.size > maxArticles) break;
		}
		if (articles.size > 0) return [...articles.values()].map(({ fields }) => fields);
		throw new UserError(
			pages === 0
				? `${name} is a web archive without pages: it holds no answer with HTML.`
				: `${name} is a web archive of which no page holds an article.`,
		);
	},
};

/** @returns null for a page that is no article. */
async function articleIn({ address, bytes, mediaType, fetchedAt }: ArchivedPage): Promise<ReadFields | null> {
	try {
		const source: SourceBytes = { name: address, bytes, mediaType, address, start: startOf(bytes) };
		const [fields] = await htmlFormat.read(source);
		if (!fields) return null;
		const url = fields.url !== null && isOwnAddress(fields.url, address) ? fields.url : address;
		return { ...fields, url, capturedAt: fields.capturedAt ?? fetchedAt };
	} catch (error) {
		if (error instanceof UserError) return null;
		throw error;
	}
}

function packsRecords(bytes: Uint8Array): boolean {
	const start = unpackedStart(bytes);
	return start !== null && /^WARC\/\d/u.test(Buffer.from(start.subarray(0, 10)).toString('latin1'));
}
