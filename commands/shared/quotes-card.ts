import type { Action, Block, Card, Text } from '../../src/card.ts';
import { dated, headlineLink, origin } from '../../src/cards/articles.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { roomBeside } from '../../src/cards/measure.ts';
import { counted, number } from '../../src/cards/numbers.ts';
import { type Group, type Item, pageOf, pageRow, pages } from '../../src/cards/pages.ts';
import { place, saidText, sourceLine, utteranceBlocks, utterancePieces } from '../../src/cards/utterance.ts';
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
const unknown = { speaker: 'Speaker not known', name: 'Without a name' };

/** Quotations by speaker, a page of them. */
export function quotesCard(answer: QuoteAnswer, asked: Asked, page: number): Card {
	const frame = head(answer, asked);
	const deal = (group: SpeakerGroup) => (answer.article ? [inOneArticle(group)] : byArticle(group));
	const partly = answer.partly.flatMap(deal);
	const groups = [...answer.groups.flatMap(deal), ...(answer.total === 0 ? partly : someWords(partly))];
	const { blocks, ways, count } = pageOf(pages(groups, { room: roomBeside(frame) }), page);
	return {
		...frame,
		blocks: [
			{ kind: 'note', text: [howMany(answer)] },
			...mendedNote(answer),
			...blocks,
			...speakerMenu([...answer.groups, ...newSpeakers(answer)], withoutSpeaker(asked)),
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

export function head(
	{ article, speaker: only }: QuoteAnswer,
	{ speaker, about }: Asked,
): Omit<Card, 'blocks'> {
	const name = speaker === undefined ? null : shortLine(only ?? speaker, most.name);
	const matter = about === undefined ? '' : ` about ${shortLine(about, most.name)}`;
	if (article === null) {
		return {
			eyebrow: 'Quotes from all articles',
			title: name === null ? (matter === '' ? 'Who said what' : `Quotes${matter}`) : `${name}${matter}`,
			tone: 'quotes',
			origin: ['¶ counts the paragraphs of the article.'],
		};
	}
	return {
		eyebrow: `Quotes${name === null ? '' : ` by ${name}`}${matter}`,
		title: article.headline,
		url: article.url,
		tone: 'quotes',
		origin: origin(article, '¶ counts its paragraphs'),
	};
}

/** "13 quotes by 2 speakers. Most quoted first." */
function howMany({ total, more, groups, article, partly }: QuoteAnswer): string {
	if (total === 0)
		return `No quote has all of these words. ${counted(quotesIn(partly), 'quote')} with some of them:`;
	const speakers = groups.filter(({ speaker }) => speaker !== null).length;
	const unknown = groups.find(({ speaker }) => speaker === null)?.count ?? 0;
	const shown = quotesIn(groups);
	const by =
		speakers === 0
			? ', none by a known speaker'
			: unknown === 0
				? ` by ${counted(speakers, 'speaker')}`
				: `, ${number(Math.max(0, total - unknown))} of them by ${counted(speakers, 'known speaker')}`;
	const order = [
		...(speakers > 1 ? ['Most quoted first'] : []),
		...(article === null ? [`${speakers > 1 ? 'n' : 'N'}ewest article first`] : []),
	];
	const part =
		shown < total ? ` Here are the newest ${number(shown)}; name a speaker or an article to see others.` : '';
	return `${more ? 'Over ' : ''}${counted(total, 'quote')}${by}.${order.length === 0 ? '' : ` ${order.join(', ')}.`}${part}`;
}

function quotesIn(groups: readonly SpeakerGroup[]): number {
	return groups.reduce((sum, { utterances }) => sum + utterances.length, 0);
}

/** The groups of those that have only some of the words, under a line that says so. */
function someWords(groups: readonly Group[]): readonly Group[] {
	const over: Block = { kind: 'text', text: [{ mark: 'strong', text: 'With only some of the words' }] };
	return groups.map((group, index) => (index === 0 ? { ...group, head: [over, ...group.head] } : group));
}

/** Speakers whose quotes have only some of the words. */
function newSpeakers({ groups, partly }: QuoteAnswer): readonly SpeakerGroup[] {
	return partly.filter(({ speaker }) => groups.every((group) => group.speaker !== speaker));
}

/** "Read cesation as cessation." */
function mendedNote({ mended }: QuoteAnswer): readonly Block[] {
	return mended.map(({ typed, taken }): Block => {
		const word = (text: string) => ({ mark: 'strong' as const, text: shortLine(text, most.name) });
		return { kind: 'note', text: ['No quote has ', word(typed), '; looked for ', word(taken), ' instead.'] };
	});
}

/** A speaker's utterances in the one article that was asked about. */
function inOneArticle(group: SpeakerGroup): Group {
	return {
		head: speakerHead(group),
		headAgain: [speakerHeading(group, ' (continued)')],
		items: group.utterances.map((utterance) => listed(utterance)),
	};
}

/** A speaker's utterances, those of each article under its headline. */
function byArticle(group: SpeakerGroup): readonly Group[] {
	const articles = Map.groupBy(group.utterances, ({ article }) => article.id);
	return [...articles.values()].flatMap((utterances, index): Group[] => {
		const [first, ...others] = utterances;
		if (!first) return [];
		const where: Block = {
			kind: 'note',
			text: [
				...calledThere(first, group),
				'In ',
				...headlineLink(first.article),
				' · ',
				...dated(first.article),
			],
		};
		return [
			{
				head: [...(index === 0 ? speakerHead(group) : []), where],
				headAgain: [speakerHeading(group, ' (continued)'), where],
				items: [listed(first, [readArticle(first)]), ...others.map((utterance) => listed(utterance))],
			},
		];
	});
}

/** Name and office as the one article has them, where they are not those of the heading. */
function calledThere({ speaker, role }: Utterance, group: SpeakerGroup): Text {
	if (speaker === null || (speaker === group.speaker && role === group.role)) return [];
	const name = speaker === group.speaker ? [] : [shortLine(speaker, most.name)];
	const office = role === null || role === group.role ? [] : [shortLine(role, most.role)];
	const called = [...name, ...office].join(', ');
	return called === '' ? [] : [called, ' · '];
}

function speakerHead(group: SpeakerGroup): readonly Block[] {
	const { speaker, role, count } = group;
	const who = speaker === null ? whyNoName(group) : role;
	return [
		speakerHeading(group, ` · ${counted(count, 'quote')}`),
		...(who === null ? [] : [{ kind: 'note', text: [shortLine(who, most.role)] } as const]),
	];
}

function whyNoName({ role }: SpeakerGroup): string {
	return role !== null
		? 'No name is given, or it is not clear enough whose words these are; what is said of the speaker stands below.'
		: 'The article does not say clearly enough who said this.';
}

/** The name; of somebody without one, whether the article at least says what he is. */
function speakerHeading({ speaker, role }: Pick<SpeakerGroup, 'speaker' | 'role'>, after: string): Block {
	const nobody = role === null ? unknown.speaker : unknown.name;
	return { kind: 'heading', text: [(speaker === null ? nobody : shortLine(speaker, most.name)) + after] };
}

function listed(utterance: Utterance, ways: readonly Action[] = []): Item {
	const { blocks, cut } = utteranceBlocks(utterance, { most: most.listed });
	return { blocks, ways: cut ? [...ways, readWhole(utterance)] : ways };
}

function readArticle({ article }: Utterance): Action {
	return {
		label: shortLine(article.headline, 50),
		command: 'article',
		options: { article: article.id },
		emoji: '📰',
	};
}

function readWhole({ article, paragraph }: Utterance): Action {
	return {
		label: `Read ${place({ paragraph })} whole`,
		command: 'quotes',
		options: { article: article.id, paragraph },
	};
}

function wholeGroup(utterance: Utterance): Group {
	const parts = utterancePieces(utterance.parts, most.piece);
	return {
		head: [speakerHeading(utterance, '')],
		headAgain: [speakerHeading(utterance, ' (goes on)')],
		items: parts.map((piece, index) => ({
			blocks: [
				{ kind: 'said', text: saidText(piece) },
				...(index < parts.length - 1 ? [] : [{ kind: 'note', text: [sourceLine(utterance)] } as const]),
			],
		})),
	};
}

export function onward({ article }: QuoteAnswer, asked: Asked, inPassage = false): readonly Action[] {
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

/** Buttons in rows of five, each once, two rows at most: the others are found under a narrower question. */
function rows(ways: readonly Action[]): readonly (readonly Action[])[] {
	const once = [...new Map(ways.map((way) => [way.label, way])).values()];
	return [once.slice(0, 5), once.slice(5, 10)].filter((row) => row.length > 0);
}
