import type { Block, Card, Filled, Text } from '../../src/card.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { roomBeside } from '../../src/cards/measure.ts';
import { counted } from '../../src/cards/numbers.ts';
import { pageButtons, pageOf, pages } from '../../src/cards/pages.ts';
import { utteranceBlocks } from '../../src/cards/utterance.ts';
import { bold, typed } from '../../src/errors.ts';
import { sharedWords } from '../../src/language/shared-words.ts';
import {
	type ArticleLine,
	type FoundUtterance,
	type QuoteAnswer,
	saidIn,
} from '../../src/library/library.ts';
import { searchWay } from '../../src/library/search-way.ts';
import { rows } from './controls.ts';
import { sourceOf } from './quotes-groups.ts';
import { nameNotes } from './slip-notes.ts';
import { moreBy, passageOf, waysMenu } from './ways.ts';

/** What one of those who are compared said on the subject. */
export interface Side {
	readonly speaker: string;
	readonly utterances: readonly FoundUtterance[];
	/** Where the name was typed with a slip. */
	readonly corrected: QuoteAnswer['corrected'];
}

export interface Comparison {
	readonly topic: string;
	/** The words that were looked for, folded. */
	readonly sought: readonly string[];
	/** The only article that was looked in, or null. */
	readonly article: ArticleLine | null;
	readonly sides: readonly Side[];
	readonly order: 'newest' | 'reading';
}

/** Characters of an utterance, of a name and of an office; shared words that are named; text on a page. */
const most = { utterance: 500, name: 80, role: 100, shared: 8, page: 1_800 };

/** What several people said on a subject, in turn, a page of it. */
export function compareCard(comparison: Comparison, asked: Filled, page: number): Card {
	const { topic, article, sides, order } = comparison;
	const total = sides.reduce((sum, { utterances }) => sum + utterances.length, 0);
	const frame = {
		eyebrow: `Side by side: ${counted(total, 'quote')}`,
		title: `${sides.map(({ speaker }) => shortLine(speaker, most.name)).join(' · ')} on ${typed(topic).text}`,
		tone: 'quotes',
		...(article && { origin: sourceOf(article) }),
	} as const;
	const items = inTurn(sides, order).map((utterance) => ({
		blocks: oneOf(utterance, article !== null),
		ways: [passageOf(utterance)],
	}));
	const notes = [
		...sides.flatMap(({ corrected }) => nameNotes(corrected)),
		...sharedNotes(comparison),
		...silentNotes(comparison),
	];
	const room = roomBeside(frame) - 600;
	const dealt = pages([{ head: [], headAgain: [], items }], { room, seen: Math.min(room, most.page) });
	const { blocks, ways, count } = pageOf(dealt, page);
	const menu = waysMenu(ways, [], {});
	const other = order === 'newest' ? 'reading' : 'newest';
	return {
		...frame,
		blocks: [...notes, ...blocks, ...menu],
		actions: rows(
			[
				...pageButtons('compare', { ...asked, order }, page, count),
				...(total < 2
					? []
					: [
							{
								label: other === 'newest' ? 'Newest first' : 'In the order of the articles',
								command: 'compare',
								options: { ...asked, order: other },
							},
						]),
				{
					label: 'All on this',
					command: 'quotes',
					options: { about: topic, article: article?.id ?? 'all' },
				},
				...sides.flatMap(({ speaker, utterances }) => (utterances.length === 0 ? moreBy(speaker) : [])),
			],
			menu,
		),
	};
}

/** Where none of them said anything on it: the same words elsewhere, and what each of them did say. */
export function silentCard(topic: string, sides: readonly Side[]): Card {
	return {
		eyebrow: 'Side by side',
		title: `None of them is quoted on ${typed(topic).text}`,
		tone: 'quotes',
		blocks: [
			...sides.flatMap(({ corrected }) => nameNotes(corrected)),
			{ kind: 'text', text: ['Other words may find more.'] },
		],
		actions: rows([searchWay(topic), ...sides.flatMap(({ speaker }) => moreBy(speaker))]),
	};
}

/** One of each in turn; who has no more is left out. */
function inTurn(sides: readonly Side[], order: Comparison['order']): readonly FoundUtterance[] {
	const moment = ({ article }: FoundUtterance) => Date.parse(article.at);
	const lists = sides.map(({ utterances }) =>
		utterances.toSorted(
			(a, b) =>
				(order === 'newest' ? moment(b) - moment(a) : moment(a) - moment(b)) || a.paragraph - b.paragraph,
		),
	);
	const rounds = Math.max(0, ...lists.map(({ length }) => length));
	return Array.from({ length: rounds }, (_, round) => lists.flatMap((list) => list[round] ?? [])).flat();
}

function oneOf(utterance: FoundUtterance, isOneArticle: boolean): readonly Block[] {
	const { speaker, role, article } = utterance;
	const office = role === null ? [] : [`, ${shortLine(role, most.role)}`];
	const name: Text = speaker === null ? [] : [bold(speaker), ...office, ' · '];
	return utteranceBlocks(
		utterance,
		{ most: most.utterance },
		{ before: name, after: isOneArticle ? [] : [' · ', ...sourceOf(article)] },
	);
}

/** The words that several of them use, with who does where not all do. */
function sharedNotes({ sides, sought }: Comparison): readonly Block[] {
	const texts = sides.map(({ utterances }) => utterances.flatMap(saidIn).join(' '));
	const shared = sharedWords(texts, sought).slice(0, most.shared);
	if (shared.length === 0) return [];
	const groups = Map.groupBy(shared, ({ by }) => by.join());
	return [...groups.values()].map((words): Block => {
		const by = words[0]?.by ?? [];
		const names = by.map((number) => shortLine(sides[number]?.speaker ?? '', most.name));
		const who = by.length < sides.length ? names.join(' and ') : sides.length === 2 ? 'Both' : 'All';
		const listed = words.flatMap(({ word }, index): Text => [index === 0 ? '' : ', ', bold(word)]);
		return { kind: 'note', text: [`${who} use the ${words.length === 1 ? 'word' : 'words'} `, ...listed] };
	});
}

/** Those who said nothing on it. */
function silentNotes({ sides, topic, article }: Comparison): readonly Block[] {
	const silent = sides.filter(({ utterances }) => utterances.length === 0);
	const where = article === null ? '' : ' in this article';
	return silent.map(
		({ speaker }): Block => ({
			kind: 'note',
			text: ['No quote by ', bold(speaker), `${where} mentions `, typed(topic), '.'],
		}),
	);
}
