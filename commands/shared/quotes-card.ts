import type { Action, Card } from '../../src/card.ts';
import { origin } from '../../src/cards/articles.ts';
import { roomBeside } from '../../src/cards/measure.ts';
import { counted, number } from '../../src/cards/numbers.ts';
import { pageButtons, pageOf, pages } from '../../src/cards/pages.ts';
import { typed } from '../../src/errors.ts';
import type { FoundUtterance, QuoteAnswer, SpeakerGroup, Utterance } from '../../src/library/library.ts';
import { rows } from './controls.ts';
import { formerWay } from './former-card.ts';
import { allArticles } from './here.ts';
import { pictureWay } from './picture-card.ts';
import { quotationBlocks } from './quotation-blocks.ts';
import { byWhereFound, groupOf, most, nameOf, nobody, officeNote, sourceOf, under } from './quotes-groups.ts';
import { severalNote } from './several-people.ts';
import { slipNotes } from './slip-notes.ts';
import { inContext, waysMenu } from './ways.ts';
import { wrong, wrongOnPage } from './wrong.ts';

/** What was asked for, with the article by id. */
export interface Asked {
	readonly speaker?: string;
	readonly about?: string;
	readonly article?: string;
}

/** Text on a page: more would be taller than a screen. */
const pageRoom = { ofArticle: 1_500, ofLibrary: 1_300 };

/**
 * Quotations by speaker, a page of them; a single one large, in a card of its own.
 * @param canCorrect whether it is shown in a server, where a wrong speaker can be corrected.
 */
export function quotesCard(answer: QuoteAnswer, asked: Asked, page: number, canCorrect = false): Card {
	const groups = [...answer.groups, ...answer.partly];
	const [group, ...others] = groups;
	const [utterance, ...more] = group?.utterances ?? [];
	if (utterance && more.length === 0 && others.length === 0)
		return singleCard(utterance, answer, asked, canCorrect);
	const { frame, only, dealt } = dealtOut(answer, asked);
	const { blocks, ways, count } = pageOf(dealt, page);
	const menu = waysMenu(
		ways,
		only ? answer.several : [...answer.groups, ...newSpeakers(answer)],
		withoutSpeaker(asked),
		canCorrect ? [wrongOnPage(asked, page)] : [],
	);
	return {
		...frame,
		blocks: [
			...slipNotes(answer.corrected, 'No quote has'),
			...severalNote(answer, asked.speaker, 'Choose one below, or give more of the name.'),
			...(only ? officeNote(only) : []),
			...blocks,
			...menu,
		],
		actions: rows(
			[
				...pageButtons('quotes', { ...asked }, page, count),
				...formerWay(answer, { ...asked }),
				...onward(answer, asked),
			],
			menu,
		),
	};
}

/** The quotations of an answer on pages, with what stands around each page. */
function dealtOut(answer: QuoteAnswer, asked: Asked) {
	const groups = [...answer.groups, ...answer.partly];
	const only = groups.length === 1 ? groups[0] : undefined;
	const frame = only ? speakerFrame(only, answer, asked) : frameOf(answer, asked);
	const room = roomBeside(frame);
	const seen = Math.min(room, answer.article ? pageRoom.ofArticle : pageRoom.ofLibrary);
	const deal = (one: SpeakerGroup) => groupOf(one, answer, only !== undefined);
	const partly = answer.partly.map(deal);
	const { own, around } = byWhereFound(answer.groups);
	const dealt = pages(
		[
			...own.map(deal),
			...under('Only in the text around the quote', around.map(deal)),
			...(answer.total === 0 ? partly : under('With only some of the words', partly)),
		],
		{ room, seen },
	);
	return { frame, only, dealt };
}

/** The quotations of a page, in its order. */
export function quotationsOnPage(answer: QuoteAnswer, asked: Asked, page: number): readonly Utterance[] {
	return pageOf(dealtOut(answer, asked).dealt, page).ways.flatMap(({ utterance }) => utterance ?? []);
}

/** Speakers whose quotes have only some of the words. */
function newSpeakers({ groups, partly }: QuoteAnswer): readonly SpeakerGroup[] {
	return partly.filter(({ speaker }) => groups.every((group) => group.speaker !== speaker));
}

/** One quotation: its words, then the speaker, then the place. */
function singleCard(utterance: FoundUtterance, answer: QuoteAnswer, asked: Asked, canCorrect: boolean): Card {
	return {
		eyebrow: heading(answer, asked),
		title: utterance.speaker ?? nobody,
		lead: 'words',
		tone: 'quotes',
		blocks: [
			...slipNotes(answer.corrected, 'No quote has'),
			...severalNote(answer, asked.speaker, 'This is all that fits.'),
			...quotationBlocks(utterance, most.utterance),
		],
		actions: rows([
			inContext(utterance),
			...formerWay(answer, { ...asked }),
			...onward(answer, asked),
			pictureWay(utterance),
			...(canCorrect ? [wrong(utterance)] : []),
		]),
	};
}

function frameOf(answer: QuoteAnswer, asked: Asked): Omit<Card, 'blocks'> {
	const { article, total, groups } = answer;
	if (article !== null) {
		const { headline: title, url } = article;
		return { eyebrow: heading(answer, asked), title, url, tone: 'quotes', origin: origin(article) };
	}
	const shown = groups.reduce((sum, { utterances }) => sum + utterances.length, 0);
	const isPart = shown < total;
	return {
		eyebrow: heading(answer, asked),
		title: 'Who said what',
		tone: 'quotes',
		...(isPart && { origin: [`The newest ${number(shown)}. Name a speaker or an article for others.`] }),
	};
}

/** Where all quotations are by one speaker, the name is on top and not repeated. */
function speakerFrame(group: SpeakerGroup, answer: QuoteAnswer, asked: Asked): Omit<Card, 'blocks'> {
	const { eyebrow, origin: part } = frameOf(answer, asked);
	return {
		...(eyebrow !== undefined && { eyebrow }),
		title: nameOf(group),
		tone: 'quotes',
		...(answer.article ? { origin: sourceOf(answer.article) } : part && { origin: part }),
	};
}

/** "14 quotes", "At least 200 quotes that mention money". */
function heading({ total, more, partly, corrected, about: sought }: QuoteAnswer, { about }: Asked): string {
	if (total === 0) {
		const some = partly.reduce((sum, { utterances }) => sum + utterances.length, 0);
		return `No quote with all of these words, ${number(some)} with some`;
	}
	const mention = total === 1 ? 'mentions' : 'mention';
	const all = (more ? 'At least ' : '') + counted(total, 'quote');
	if (about === undefined) return all;
	const words = corrected.some(({ of }) => of === undefined) && sought !== null ? sought.join(' ') : about;
	return `${all} that ${mention} ${typed(words).text}`;
}

export function onward({ article }: QuoteAnswer, asked: Asked): readonly Action[] {
	const isNarrowed = asked.speaker !== undefined || asked.about !== undefined;
	if (article === null) {
		return [
			...(isNarrowed ? [{ label: 'All quotes', command: 'quotes', options: allArticles }] : []),
			{ label: 'Topics', command: 'topics', options: allArticles },
			{ label: 'Library', command: 'library list', options: {} },
		];
	}
	const options = { article: article.id };
	const { comments } = article.counts;
	return [
		{ label: 'Article', command: 'article', options },
		...(isNarrowed
			? [
					{ label: 'All its quotes', command: 'quotes', options },
					{ label: 'In all articles', command: 'quotes', options: withoutArticle(asked) },
				]
			: [{ label: counted(comments, 'comment'), command: 'comments', options, disabled: comments === 0 }]),
	];
}

function withoutSpeaker({ speaker: _, ...rest }: Asked): Record<string, string> {
	return { ...rest };
}

function withoutArticle(asked: Asked): Record<string, string> {
	return { ...asked, ...allArticles };
}
