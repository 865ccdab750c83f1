import type { Action, Block, Card, Filled, Text } from '../../src/card.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { articleHitBlocks, commentHitBlocks } from '../../src/cards/found.ts';
import { counted } from '../../src/cards/numbers.ts';
import { pageButtons } from '../../src/cards/pages.ts';
import { utteranceBlocks, whoIsUnclear } from '../../src/cards/utterance.ts';
import { typed, withoutQuotationMarks } from '../../src/errors.ts';
import { fold } from '../../src/language/fold.ts';
import type { FoundPage, FoundUtterance, SearchAnswer, SearchedKind } from '../../src/library/library.ts';
import { rows } from './controls.ts';
import { defined } from './defined.ts';
import { sourceOf } from './quotes-groups.ts';
import { nameNotes, slipNotes } from './slip-notes.ts';
import { type Passage, passageOf, waysMenu } from './ways.ts';

/** Characters of a quotation, and of a name over it. */
const most = { utterance: 420, name: 80 };
const nouns = { quotes: 'quote', articles: 'article' } as const;
const titles = { quotes: 'Quotes', articles: 'Articles', comments: 'Comments' } as const;
const kinds: readonly SearchedKind[] = ['quotes', 'articles', 'comments'];

/** What was searched, as it goes into buttons. */
export interface Searched {
	readonly options: Filled;
	readonly in: SearchedKind | undefined;
	readonly page: number;
	/** How the dates were given. */
	readonly dates: string;
}

/** What a search found: of each kind the best, or a page of one kind. */
export function searchCard(answer: SearchAnswer, searched: Searched): Card {
	const asked = searched.in === undefined ? kinds : [searched.in];
	const found = asked.filter((kind) => answer[kind].hits.length > 0);
	const only = found.length === 1 ? found[0] : undefined;
	const shown = found.flatMap((kind) => [
		...(only === undefined ? [heading(answer, kind)] : []),
		...blocksOf(answer, kind),
	]);
	const menu = waysMenu(passagesOf(answer, found), [], {});
	const paged = searched.in ?? only;
	return {
		eyebrow: paged === undefined ? 'Search' : `Search · ${amount(answer[paged], paged).toLowerCase()}`,
		title: wanted(answer, searched),
		tone: 'quotes',
		blocks: [...slipNotes(answer.corrected, 'Nothing has'), ...shown, ...menu],
		...withOrigin(filters(answer, searched)),
		actions: rows(
			[
				...(searched.in === undefined
					? []
					: pageButtons(
							'search',
							{ ...searched.options, in: searched.in },
							searched.page,
							answer[searched.in].pages,
						)),
				...kinds.flatMap((kind) => more(answer, kind, searched)),
				...(searched.in === undefined
					? []
					: [{ label: 'All kinds', command: 'search', options: searched.options }]),
			],
			menu,
		),
	};
}

/**
 * Where nothing has all of it: what was searched, and the nearest.
 * @param near the answer with what is nearest: the same one, or another that found all of it without the filters.
 */
export function nearestCard(answer: SearchAnswer, searched: Searched, near: SearchAnswer): Card {
	const found = kinds.filter((kind) => near[kind].hits.length > 0);
	const menu = waysMenu(passagesOf(near, found), [], {});
	const heading = near === answer ? 'The nearest, with some of the words' : 'Elsewhere in the library';
	return {
		eyebrow: 'Search',
		title: `Nothing found for ${wanted(answer, searched)}`,
		tone: 'quotes',
		blocks: [
			...nameNotes(answer.corrected),
			{ kind: 'text', text: whatWasSearched(answer, searched) },
			...(isOfNobody(searched) ? [{ kind: 'note', text: [onlyQuotes] } as const] : []),
			...(found.length > 0
				? [{ kind: 'heading', text: [heading] } as const]
				: isOfNobody(searched)
					? []
					: [{ kind: 'note', text: [otherWords] } as const]),
			...found.flatMap((kind) => blocksOf(near, kind)),
			...menu,
		],
		actions: rows(
			[
				...(Object.keys(searched.options).length > 1 || searched.in !== undefined
					? [
							{
								label: 'Search everything',
								command: 'search',
								options: { query: searched.options.query ?? '' },
							},
						]
					: []),
				...singleWords(answer, searched),
				{ label: 'Topics', command: 'topics', options: { article: 'all' } },
				{ label: 'Library', command: 'library list', options: {} },
			],
			menu,
		),
	};
}

const otherWords = 'Other words, or fewer of them, may find more.';
const onlyQuotes = 'Only quotes have a speaker: name none, or look in quotes.';

/** Whether a speaker was named for what has none. */
const isOfNobody = ({ in: kind, options }: Searched): boolean =>
	options.speaker !== undefined && (kind === 'articles' || kind === 'comments');

/** "I searched quotes by Ames for ferry.": of a speaker there are only quotes. */
function whatWasSearched(answer: SearchAnswer, searched: Searched): Text {
	const all = searched.options.speaker === undefined ? 'articles, quotes and comments' : 'quotes';
	const where = searched.in === undefined ? all : titles[searched.in].toLowerCase();
	return [`I searched ${where}${filters(answer, searched)} for `, ...parts(answer, searched), '.'];
}

const phraseIn = /(-?)["“”„«»‟]([^"“”„«»‟]+)(?:["“”„«»‟]|$)/gu;

/** The same search for the words of its phrases: they may stand apart, and slips in them are corrected. */
function singleWords({ phrases }: SearchAnswer, { options, in: kind }: Searched): readonly Action[] {
	if (phrases.length === 0) return [];
	const query = String(options.query).replace(phraseIn, (all, minus, words) => (minus === '-' ? all : words));
	return [
		{ label: 'As single words', command: 'search', options: { ...options, ...defined({ in: kind }), query } },
	];
}

function heading(answer: SearchAnswer, kind: SearchedKind): Block {
	return { kind: 'heading', text: [amount(answer[kind], kind)] };
}

/** "14 quotes"; of comments, the articles under which they stand are counted. */
function amount({ total, more: isMore }: FoundPage<unknown>, kind: SearchedKind): string {
	if (kind === 'comments') return `Comments in ${isMore ? 'at least ' : ''}${counted(total, 'article')}`;
	return (isMore ? 'At least ' : '') + counted(total, nouns[kind]);
}

function blocksOf(answer: SearchAnswer, kind: SearchedKind): readonly Block[] {
	switch (kind) {
		case 'quotes':
			return answer.quotes.hits.flatMap(quoteBlocks);
		case 'articles':
			return answer.articles.hits.flatMap(articleHitBlocks);
		case 'comments':
			return answer.comments.hits.flatMap(commentHitBlocks);
	}
}

function quoteBlocks(utterance: FoundUtterance): readonly Block[] {
	const { speaker, role } = utterance;
	const who = shortLine(speaker ?? role ?? whoIsUnclear, most.name);
	return utteranceBlocks(
		utterance,
		{ most: most.utterance },
		{ before: [{ mark: 'strong', text: who }, ' · '], after: [' · ', ...sourceOf(utterance.article)] },
	);
}

function passagesOf(answer: SearchAnswer, found: readonly SearchedKind[]): readonly Passage[] {
	return [
		...(found.includes('quotes') ? answer.quotes.hits.map(passageOf) : []),
		...(found.includes('articles')
			? answer.articles.hits.flatMap(({ article, sentence }): Passage[] =>
					sentence === null
						? []
						: [
								{
									article,
									paragraph: sentence.paragraph,
									name: article.headline,
									words: withoutQuotationMarks(sentence.text).trim(),
								},
							],
				)
			: []),
	];
}

function more(answer: SearchAnswer, kind: SearchedKind, { in: kept, options }: Searched) {
	const { total, hits } = answer[kind];
	if (kept !== undefined || total <= hits.length) return [];
	return [
		{
			label: `All ${amount(answer[kind], kind).toLowerCase()}`,
			command: 'search',
			options: { ...options, in: kind },
		},
	];
}

/** What was looked for, in one line without marks. */
function wanted(
	{ words, phrases, without, withoutPhrases }: SearchAnswer,
	{ options: { query } }: Searched,
): string {
	const all = [
		...phrases,
		...words.map((word) => unfolded(word, query)),
		...without.map((word) => `not ${word}`),
	].map((part) => typed(part).text);
	// Quotation marks are for words of an article.
	const not = withoutPhrases.map((phrase) => `not the phrase ${typed(phrase).text}`);
	return shortLine([...all, ...not].join(', '), 120);
}

/** A word that was looked for, with the accents that it was typed with. */
function unfolded(word: string, query: Filled[string] | undefined): string {
	return (
		String(query)
			.match(/[\p{L}\p{M}\p{N}]+/gu)
			?.find((typedWord) => fold(typedWord) === word) ?? word
	);
}

function parts(
	{ words, phrases, without: single, withoutPhrases }: SearchAnswer,
	{ options: { query } }: Searched,
): Text {
	const named = (list: readonly string[], of: readonly string[]): Text =>
		[...of.map((part) => ['the phrase ', typed(part)]), ...list.map((part) => [typed(part)])].flatMap(
			(part, index): Text => (index === 0 ? part : [', ', ...part]),
		);
	const unwanted = single.length + withoutPhrases.length > 0;
	return [
		...named(
			words.map((word) => unfolded(word, query)),
			phrases,
		),
		...(unwanted ? [' without ', ...named(single, withoutPhrases)] : []),
	];
}

function filters({ speaker, topic }: SearchAnswer, { dates, options }: Searched): string {
	const by = speaker ?? options.speaker;
	const said = by === undefined ? '' : ` by ${typed(String(by)).text}`;
	return `${said}${topic === null ? '' : ` on ${typed(topic).text}`}${dates}`;
}

const withOrigin = (text: string): Pick<Card, 'origin'> => (text === '' ? {} : { origin: [`Only${text}`] });
