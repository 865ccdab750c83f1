import type { DiscussedPage } from '../../reading/disqus/discussions.ts';
import { sharedShelf } from '../../shelves.ts';
import { addressKey } from '../web/canonical.ts';
import type { IngestOptions } from './options.ts';
import type { Outcome } from './outcome.ts';
import { ingestedPages, type takingIn } from './take-in.ts';

/** An export of comments. */
export interface Exported {
	/** The file. */
	readonly name: string;
	readonly pages: readonly DiscussedPage[];
}

/** Ids of articles by the keys of their addresses. */
type ByAddress = ReadonlyMap<string, string>;

const allArticles = 10_000_000;

/** The articles that everybody sees, by their own addresses and by those that they were fetched from. */
export async function articlesByAddress({ archive }: Pick<IngestOptions, 'archive'>): Promise<ByAddress> {
	const pages = archive.sources(ingestedPages);
	const found = new Map<string, string>();
	for (const { id, url } of await archive.seenBy(sharedShelf).latest(allArticles)) {
		const addresses = [...(await pages.holding(id)), ...(url === null ? [] : [url])];
		for (const address of addresses) if (URL.canParse(address)) found.set(addressKey(address), id);
	}
	return found;
}

/** Pages that readers wrote on and of which no article is here, so that they are fetched. */
export function pagesWithoutArticle(exports: readonly Exported[], articles: ByAddress): string[] {
	const addresses = exports.flatMap(({ pages }) => pages.map(({ address }) => address));
	return addresses.filter((address) => !articles.has(addressKey(address)));
}

/** Puts the comments of an export under their articles; those that are there already change nothing. */
export async function joinComments(
	{ name, pages }: Exported,
	articles: ByAddress,
	takeIn: ReturnType<typeof takingIn>,
	{ archive, reader, done }: Pick<IngestOptions, 'archive' | 'reader' | 'done'>,
): Promise<Outcome> {
	const view = archive.seenBy(sharedShelf);
	const counts = { comments: 0, under: 0, missing: 0 };
	for (const { address, comments } of pages) {
		const id = articles.get(addressKey(address));
		const article = id === undefined ? null : await view.article(id);
		if (article === null) {
			counts.missing += comments.length;
			continue;
		}
		const { summary: _summary, ...read } = article;
		const what = { kind: 'comments', name: address, article: read, comments, reader } as const;
		const { outcome } = await takeIn(address, what);
		if (outcome.kind === 'refused') {
			done(outcome, 0);
			continue;
		}
		counts.comments += comments.length;
		counts.under++;
	}
	return { kind: 'comments', name, ...counts };
}
