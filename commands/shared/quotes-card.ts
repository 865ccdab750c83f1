import type { Action, Block, Card, Text } from '../../src/card.ts';
import { headlineLink, origin } from '../../src/cards/articles.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { roomBeside } from '../../src/cards/measure.ts';
import { counted } from '../../src/cards/numbers.ts';
import { type Group, pageOf, pageRow, pages } from '../../src/cards/pages.ts';
import { cueAndPlace, place, saidText, utteranceBlocks, utterancePieces } from '../../src/cards/utterance.ts';
import { UserError } from '../../src/errors.ts';
import type { QuoteAnswer, SpeakerGroup, Utterance } from '../../src/library/library.ts';
import { speakerMenu } from './speaker-menu.ts';

/** What was asked for, with the article by id. */
export interface Asked {
	readonly speaker?: string;
	readonly about?: string;
	readonly article?: string;
}

/** Characters of an utterance in a list, and of a piece where it is read whole. */
const most = { listed: 900, piece: 1400, name: 80, role: 120 };
const unknownSpeaker = 'Speaker not known';

/** Quotations by speaker, a page of them. */
export function quotesCard(answer: QuoteAnswer, asked: Asked, page: number): Card {
	const frame = head(answer, asked);
	const groups = answer.groups.map((group) => speakerGroup(group, answer.article === null));
	const { blocks, ways, count } = pageOf(pages(groups, { room: roomBeside(frame) }), page);
	const shown = answer.groups.reduce((sum, { utterances }) => sum + utterances.length, 0);
	return {
		...frame,
		blocks: [
			{ kind: 'note', text: [howMany(answer, shown)] },
			...blocks,
			...speakerMenu(answer.groups, withoutSpeaker(asked)),
		],
		actions: [...pageRow('quotes', { ...asked }, page, count), ...rows(ways), onward(answer, asked)],
	};
}

/** What begins in one paragraph, whole, over as many pages as it takes. */
export function passageCard(answer: QuoteAnswer, asked: Asked, paragraph: number, page: number): Card {
	const here = answer.groups
		.flatMap(({ utterances }) => utterances)
		.filter((one) => one.paragraph === paragraph);
	if (here.length === 0)
		throw new UserError(`There is no quotation in ${place({ paragraph })} of this article any more.`);
	const frame = head(answer, asked);
	const { blocks, count } = pageOf(pages(here.map(wholeGroup), { room: roomBeside(frame) }), page);
	return {
		...frame,
		blocks,
		actions: [...pageRow('quotes', { ...asked, paragraph }, page, count), onward(answer, asked, true)],
	};
}

/** Nothing was found: what was looked for, and what to try. */
export function noQuotesCard(answer: QuoteAnswer, asked: Asked): Card {
	const { article } = answer;
	const by: Text =
		asked.speaker === undefined
			? []
			: [' by ', { mark: 'strong', text: shortLine(asked.speaker, most.name) }];
	const about: Text =
		asked.about === undefined ? [] : [' about ', { mark: 'strong', text: shortLine(asked.about, most.name) }];
	const where = article === null ? ' in the articles I hold' : ' in this article';
	return {
		...head(answer, asked),
		blocks: [
			{ kind: 'text', text: ['I found no quotes', ...by, ...about, `${where}.`] },
			...(asked.about === undefined
				? []
				: [
						{
							kind: 'note',
							text: ['Try one plain word, or fewer words; I look in the quotes and in the text around them.'],
						} as const,
					]),
		],
		actions: [onward(answer, asked)],
	};
}

function head({ article, groups }: QuoteAnswer, { speaker, about }: Asked): Omit<Card, 'blocks'> {
	const only = groups.length === 1 ? groups[0]?.speaker : null;
	const name = speaker === undefined ? null : shortLine(only ?? speaker, most.name);
	const matter = about === undefined ? '' : ` about ${shortLine(about, most.name)}`;
	if (article === null) {
		return {
			eyebrow: 'Quotes from all articles',
			title: name === null ? `Who said what${matter}` : `${name}${matter}`,
			tone: 'quotes',
			origin: ['¶ is the paragraph of the article.'],
		};
	}
	return {
		eyebrow: `Quotes${name === null ? '' : ` by ${name}`}${matter}`,
		title: article.headline,
		url: article.url,
		tone: 'quotes',
		origin: origin(article, '¶ is the paragraph'),
	};
}

function howMany({ total, groups, article }: QuoteAnswer, shown: number): string {
	const speakers = groups.filter(({ speaker }) => speaker !== null).length;
	const by = speakers === 0 ? '' : ` by ${counted(speakers, 'speaker')}`;
	const order = `${speakers > 1 ? ', most quoted first' : ''}${article === null ? ', newest article first' : ''}`;
	const part =
		shown < total ? ` Here are the newest ${shown}; name a speaker or an article to see others.` : '';
	return `${counted(total, 'quote')}${by}${order}.${part}`;
}

function speakerGroup({ speaker, role, count, utterances }: SpeakerGroup, acrossArticles: boolean): Group {
	const name = speaker === null ? unknownSpeaker : shortLine(speaker, most.name);
	const heading = (after: string): Block => ({ kind: 'heading', text: [`${name}${after}`] });
	const who =
		speaker === null
			? 'The article does not say clearly enough who said this.'
			: role && shortLine(role, most.role);
	return {
		head: [
			heading(` · ${counted(count, 'quote')}`),
			...(who === null ? [] : [{ kind: 'note', text: [who] } as const]),
		],
		headAgain: [heading(' (continued)')],
		items: utterances.map((utterance) => {
			const after = acrossArticles ? from(utterance) : [];
			const { blocks, cut } = utteranceBlocks(utterance, { most: most.listed, after });
			return cut ? { blocks, ways: [readWhole(utterance)] } : { blocks };
		}),
	};
}

function from({ article }: Utterance): Text {
	return [' of ', ...headlineLink(article), ' · ', { mark: 'time', at: article.at, style: 'date' }];
}

function readWhole({ article, paragraph }: Utterance): Action {
	return {
		label: `Read ${place({ paragraph })} whole`,
		command: 'quotes',
		options: { article: article.id, paragraph },
	};
}

function wholeGroup(utterance: Utterance): Group {
	const name = utterance.speaker === null ? unknownSpeaker : shortLine(utterance.speaker, most.name);
	const parts = utterancePieces(utterance.parts, most.piece);
	return {
		head: [{ kind: 'heading', text: [name] }],
		headAgain: [{ kind: 'heading', text: [`${name} (goes on)`] }],
		items: parts.map((piece, index) => ({
			blocks: [
				{ kind: 'said', text: saidText(piece) },
				...(index < parts.length - 1 ? [] : [{ kind: 'note', text: [cueAndPlace(utterance)] } as const]),
			],
		})),
	};
}

function onward({ article }: QuoteAnswer, asked: Asked, inPassage = false): readonly Action[] {
	const narrowed = asked.speaker !== undefined || asked.about !== undefined || inPassage;
	if (article === null) {
		return [
			...(narrowed ? [{ label: 'All quotes', command: 'quotes', options: {} }] : []),
			{ label: 'All topics', command: 'topics', options: {} },
			{ label: 'All articles', command: 'library', options: {} },
		];
	}
	const options = { article: article.id };
	return [
		{ label: 'The article in brief', command: 'article', options },
		...(narrowed ? [{ label: 'All its quotes', command: 'quotes', options }] : []),
		...(asked.speaker === undefined && asked.about === undefined
			? []
			: [{ label: 'In all articles', command: 'quotes', options: withoutArticle(asked) }]),
		{
			label: counted(article.counts.comments, 'comment'),
			command: 'comments',
			options,
			disabled: article.counts.comments === 0,
		},
	];
}

function withoutSpeaker({ speaker: _, ...rest }: Asked): Record<string, string> {
	return { ...rest };
}

function withoutArticle({ article: _, ...rest }: Asked): Record<string, string> {
	return { ...rest };
}

/** Buttons in rows of five, two rows at most: the others are found under a narrower question. */
function rows(ways: readonly Action[]): readonly (readonly Action[])[] {
	const two = [ways.slice(0, 5), ways.slice(5, 10)];
	return two.filter((row) => row.length > 0);
}
