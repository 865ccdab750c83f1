import { writeOpml } from '../reading/feed/opml.ts';
import type { Shelf } from '../shelves.ts';
import type { Archive } from '../stores/archive.ts';
import { saidIn } from '../stores/articles.ts';
import { csvRow } from './export-csv.ts';

/** What one file of articles may hold, so that it is read in again: characters, and articles. */
const most = { characters: 5_000_000, articles: 500 };
/** Articles and quotations of an archive, and quotations of an article. */
const all = 10_000_000;
const columns = ['article', 'headline', 'speaker', 'role', 'words', 'paragraph', 'address'];

/** What is written out: what is seen from a shelf, or only what lies on it. */
export interface Part {
	readonly shelf: Shelf;
	readonly ownOnly: boolean;
}

/** The articles of a part, the latest first, as lists in JSON: each is small enough to be read in again. */
export async function* articleLists(archive: Archive, part: Part): AsyncGenerator<string> {
	let open: string[] = [];
	let size = 0;
	for await (const text of articleTexts(archive, part)) {
		if (open.length >= most.articles || (open.length > 0 && size + text.length > most.characters)) {
			yield listOf(open);
			open = [];
			size = 0;
		}
		open.push(text);
		size += text.length;
	}
	yield listOf(open);
}

/** All of them as one list, whatever its size, for a program that reads it as it comes. */
export async function* wholeList(archive: Archive, part: Part): AsyncGenerator<string> {
	let before = '[\n';
	for await (const text of articleTexts(archive, part)) {
		yield before + text;
		before = ',\n';
	}
	yield before === '[\n' ? '[]\n' : '\n]\n';
}

/** The quotations of a part, a row each. */
export async function* quotationRows(archive: Archive, part: Part): AsyncGenerator<string> {
	// So that spreadsheets take it for UTF-8.
	yield `\uFEFF${csvRow(columns)}`;
	const view = archive.seenBy(part.shelf);
	for (const { id, headline, url } of await linesOf(archive, part)) {
		const { utterances } = await view.utterances({ article: id, limit: all });
		for (const utterance of utterances) {
			const { speaker, role, paragraph } = utterance;
			yield csvRow([id, headline, speaker, role, saidIn(utterance).join(' … '), paragraph + 1, url]);
		}
	}
}

/** The feeds that a server has subscribed to, as OPML; null where it has none. */
export async function feedList(archive: Archive, server: string): Promise<string | null> {
	const feeds = await archive.feeds.subscriptions(server);
	if (feeds.length === 0) return null;
	return writeOpml(
		'Feeds of Verbatim',
		feeds.map(({ address, title, site }) => ({ address, title, site })),
	);
}

/** Each article as JSON. */
async function* articleTexts(archive: Archive, part: Part): AsyncGenerator<string> {
	const view = archive.seenBy(part.shelf);
	for (const { id } of await linesOf(archive, part)) {
		const kept = await view.article(id);
		if (kept === null) continue;
		const { summary: _summary, ...article } = kept;
		yield JSON.stringify(article);
	}
}

function linesOf(archive: Archive, { shelf, ownOnly }: Part) {
	return archive.seenBy(shelf).latest(all, ownOnly ? 'own' : 'all');
}

function listOf(articles: readonly string[]): string {
	return `[\n${articles.join(',\n')}\n]\n`;
}
