// Articles for measurements: as long and as full of names as news, with invented text.
import { createHash } from 'node:crypto';
import { openArchive } from '../src/app/open-archive.ts';
import type { Article, Quote } from '../src/article.ts';
import { generator } from '../src/language/random.ts';
import { recordOf } from '../src/sources/record.ts';
import type { Archive } from '../src/stores/archive.ts';

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo za bra cle dri flo gru'.split(
	' ',
);
const paragraphsEach = 12;
const wordsEach = 30;

/** Words with the frequencies of a language: the nth most common occurs about 1/n as often as the first. */
function word(random: () => number): string {
	let rank = Math.floor(30_000 ** random());
	let text = '';
	do {
		text += syllables[rank % syllables.length];
		rank = Math.floor(rank / syllables.length);
	} while (rank > 0);
	return text;
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
const many = (count: number, random: () => number) => Array.from({ length: count }, () => word(random));

/** The same article for the same number. */
export function inventArticle(number: number): Article {
	const random = generator(number);
	const name = () => `${capital(word(random))}a ${capital(word(random))}son`;
	const speakers = [name(), name(), name()];
	const quotes: Quote[] = [];
	const paragraphs = Array.from({ length: paragraphsEach }, (_, paragraph) => {
		const text = capital(many(wordsEach, random).join(' '));
		if (paragraph % 2 === 0) return `${text}.`;
		const speaker = speakers[Math.floor(random() ** 2 * speakers.length)] ?? null;
		quotes.push({
			text: `${text},`,
			paragraph,
			start: 0,
			end: text.length + 3,
			speaker,
			role: null,
			confidence: 1,
			mention: null,
			cue: 'said',
			kind: 'quote',
			group: paragraph,
		});
		return `"${text}," ${speaker} said.`;
	});
	const sha256 = createHash('sha256').update(`${number}`).digest('hex');
	return {
		id: sha256.slice(0, 12),
		revision: sha256.slice(0, 16),
		source: { kind: 'dump', name: `${number}.txt`, sha256 },
		url: null,
		site: 'The Bench Gazette',
		language: 'en',
		headline: capital(many(8, random).join(' ')),
		deck: null,
		byline: [name()],
		publishedAt: new Date(1_500_000_000_000 + number * 600_000).toISOString(),
		updatedAt: null,
		capturedAt: null,
		caption: null,
		credit: null,
		paragraphs,
		quotes,
		topics: many(4, random).map(capital),
		related: [],
		comments: Array.from({ length: 5 }, () => ({
			author: word(random),
			replyTo: null,
			text: many(20, random).join(' '),
		})),
	};
}

/** The text of an invented article as a copied page, for measurements that read files. */
export function pageOf({ headline, paragraphs, topics }: Article): string {
	return `${[headline, ...paragraphs, topics.join(', ')].join('\n\n')}\n`;
}

/** The server with this number, where articles are on the shelves of servers. */
export const benchServer = (number: number): string => `server-${number}`;

/**
 * Fills the archive of a folder with invented articles, about 500 a second. They belong to no file.
 * @param record `unsummarised` where no summary is asked for: making them takes most of the time.
 * @param shelves how many servers have half of the articles among them on their shelves; the others are shared.
 */
export async function fillArchive(
	dataDir: string,
	count: number,
	shelves = 0,
	record = recordOf,
): Promise<void> {
	const archive = await openArchive(dataDir);
	await putArticles(archive, count, shelves, record);
	await archive.close();
}

/** Puts the same articles into an archive. */
export async function putArticles(
	archive: Archive,
	count: number,
	shelves = 0,
	record = recordOf,
): Promise<void> {
	const together = 500;
	const fill = async (from: number, to: number, shelf: string | null) => {
		for (let first = from; first < to; first += together) {
			const numbers = Array.from({ length: Math.min(together, to - first) }, (_, index) => first + index);
			await archive.put(
				numbers.map((number) => record(inventArticle(number))),
				shelf,
			);
		}
	};
	const shared = shelves === 0 ? count : Math.floor(count / 2);
	await fill(0, shared, null);
	const end = (shelf: number) => shared + Math.floor((shelf * (count - shared)) / shelves);
	for (let shelf = 0; shelf < shelves; shelf++) await fill(end(shelf), end(shelf + 1), benchServer(shelf));
}
