import type { Article } from '../../article.ts';
import { words } from '../../language/fold.ts';
import type { ArticleRecord, RecordOf } from '../articles.ts';
import { nameMark } from '../earlier-texts.ts';
import { type IndexedText, pairMark } from '../indexed-text.ts';
import type { Side } from './side.ts';

/** A shown article. */
export interface Shown {
	readonly number: number;
	readonly shelf: number;
	readonly id: string;
	readonly revision: string;
}

interface Said {
	readonly number: number;
	readonly parts: string;
	readonly speaker: string | null;
}

/**
 * What an article is found by, worked out again from its text: a full-text index gives nothing back of what was put
 * into it.
 */
export async function searchedOf(side: Side, shown: Shown, recordOf: RecordOf): Promise<IndexedText[]> {
	const { number, shelf, id } = shown;
	const read = async (revision: string): Promise<ArticleRecord> => {
		const [text] = await side.all<{ json: string }>(
			`SELECT b.json FROM texts AS t JOIN bodies AS b ON b.number = t.body
			WHERE t.id = ? AND t.shelf = ? AND t.revision = ?`,
			id,
			shelf,
			revision,
		);
		if (!text) throw new Error(`The archive has lost the article ${id}.`);
		return recordOf(JSON.parse(text.json) as Article);
	};
	const record = await read(shown.revision);
	const utterances = await side.all<Said>(
		'SELECT number, parts, name AS speaker FROM utterances WHERE article = ? ORDER BY number',
		number,
	);
	const earlier: ArticleRecord[] = [];
	const revisions = await side.all<{ revision: string }>(
		'SELECT revision FROM revisions WHERE article = ? AND shelf = ? ORDER BY changed DESC',
		id,
		shelf,
	);
	for (const { revision } of revisions) earlier.push(await read(revision));
	const former = await side.all<Said>(
		'SELECT number, parts, speaker FROM former_utterances WHERE article = ? AND shelf = ? ORDER BY number',
		id,
		shelf,
	);
	const pairs = new Set(earlier.flatMap((one) => one.pairs)).union(new Set(record.pairs));
	const wordsNow = wordsBy([record]);
	const wordsBefore = wordsBy(earlier);
	return [
		{ kind: 'headline', number, text: words(record.article.headline).join(' ') },
		{ kind: 'text', number, text: record.searchedText },
		{ kind: 'comment', number, text: record.searchedComments },
		{ kind: 'pair', number, text: [...pairs].join(' ') },
		...utterances.map((said): IndexedText => {
			const { searched, pairs } = wordsNow(said);
			const marked = pairs.map((pair) => pairMark + pair).join(' ');
			return { kind: 'utterance', number: said.number, text: `${searched} ${marked}` };
		}),
		...former.map((said): IndexedText => {
			const names = words(said.speaker ?? '').map((word) => nameMark + word);
			return { kind: 'former', number: said.number, text: [wordsBefore(said).searched, ...names].join(' ') };
		}),
	];
}

/** The words that an utterance is found by: those that it is read with now, else those in it. */
function wordsBy(records: readonly ArticleRecord[]) {
	const byParts = new Map(
		records
			.flatMap(({ utterances }) => utterances)
			.map((utterance) => [JSON.stringify(utterance.parts), utterance] as const),
	);
	return ({ parts }: Said): { readonly searched: string; readonly pairs: readonly string[] } => {
		const known = byParts.get(parts);
		if (known) return known;
		const texts = (JSON.parse(parts) as { text: string }[]).map(({ text }) => text);
		return { searched: words(texts.join(' ')).join(' '), pairs: [] };
	};
}
