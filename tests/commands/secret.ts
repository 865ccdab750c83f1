import { recordOf } from '../../src/sources/record.ts';
import type { Archive } from '../../src/stores/archive.ts';
import type { ArticleRecord } from '../../src/stores/articles.ts';
import { type Invented, invented, inventedRecord } from '../library/invented.ts';

/** An article on our shelf, and one that everybody sees. */
const secret: Invented = {
	id: 'secret-one',
	headline: 'Quarry of Hollow Fen Floods',
	publishedAt: '2031-04-04T08:00:00+02:00',
	topics: ['Fenland'],
	paragraphs: ['"Nobody delivered pumps," said Xaver Zweig.', 'The gravel is gone.'],
	quotes: [{ said: 'Nobody delivered pumps,', by: 'Xaver Zweig', role: 'a dredger' }],
	comments: [{ author: 'Gluglug', text: 'Bubbles.' }],
};
/** What the first one said before it was changed. */
const before: Invented = {
	...secret,
	paragraphs: [...(secret.paragraphs ?? []), '"Bring sandbags," said Xaver Zweig.'],
	quotes: [...(secret.quotes ?? []), { said: 'Bring sandbags,', by: 'Xaver Zweig' }],
};
/** An article as it was read from these bytes. */
function readFrom(bytes: string, given: Invented): ArticleRecord {
	const article = invented(given);
	return recordOf({ ...article, source: { ...article.source, sha256: bytes.padEnd(64, '0') } });
}
const known: Invented = {
	id: 'known-one',
	headline: 'Pier of Port Ellery Opens',
	publishedAt: '2031-04-02T08:00:00+02:00',
	topics: ['Piers'],
	paragraphs: ['"Walk on it," said Ada Quillon.'],
	quotes: [{ said: 'Walk on it,', by: 'Ada Quillon' }],
};
/** Two articles on one story: everybody sees the first, the second is ours. */
const walk =
	'Two hundred people walked over the new planks of Port Ellery before the mayor had cut the ribbon on Saturday.';
const told: Invented = {
	...{ id: 'known-walk', headline: 'Two Hundred Walk the Pier', publishedAt: '2031-04-05T08:00:00+02:00' },
	paragraphs: [walk, 'Planks from larch replace the old oak, which had rotted in eleven winters.'],
};
const toldToo: Invented = {
	...{ id: 'secret-walk', headline: 'Walk Over the Planks Before the Ribbon', site: 'Fenland Bugle' },
	...{ publishedAt: '2031-04-05T11:00:00+02:00', url: 'https://fenland.example/Hollow' },
	paragraphs: [walk, 'The larch planks replace rotted oak. Gluglug, said the water below.'],
};
/** Whole words that are only in the secret article. What is typed below is never one of them. */
export const giveaways = [
	'Quarry',
	'Hollow',
	'Floods',
	'Fenland',
	'pumps',
	'Xaver',
	'Zweig',
	'dredger',
].concat(['gravel', 'Gluglug', 'Bubbles', 'sandbags', 'Bugle']);
/** What somebody may type who has heard of it, or kept a button: its id, and beginnings and slips of its words. */
export const typed = [
	'',
	'secret-one',
	'secret-walk',
	'known-walk',
	'Quarr',
	'quarri',
	'Hollo',
	'Xave',
	'Zwei',
	'zweigg',
	'Fenl',
	'pump',
	'dredg',
	'a',
];

/** Puts one article on the shared shelf, and another, with what it said before, on a server's own. */
export async function fillShelves(archive: Archive, server: string): Promise<void> {
	await archive.put([known, told].map(inventedRecord));
	await archive.put([inventedRecord(toldToo)], server);
	const links = archive.sources({ shelf: server, kind: 'link' });
	for (const [index, article] of [before, secret].entries()) {
		const link = { name: 'https://post.example', size: 1, modified: index, sha256: null, reader: 'reader' };
		await links.put([readFrom(`${index}`, article)], link);
	}
	const address = 'https://post.example/hollow/Quarry-Floods';
	const link = { kind: 'link', name: 'post.example', address, joined: false } as const;
	await archive.additions.put(server, [{ ...link, article: secret.id ?? '', member: '100000000000000009' }]);
}

/** The words of a text that are only in the secret article. */
export const given = (text: string) => giveaways.filter((word) => text.includes(word));
