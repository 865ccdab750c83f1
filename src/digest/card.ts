import type { Action, Block, Card, MenuChoice, Text } from '../card.ts';
import { headlineLink } from '../cards/articles.ts';
import { blockLength } from '../cards/measure.ts';
import { counted } from '../cards/numbers.ts';
import { once } from '../language/once.ts';
import type { Utterance } from '../library/library.ts';
import { arguedAbout, itemBlocks, mostQuoted, quotationBlocks, quotationOfTheDay } from './blocks.ts';
import type { LocalDate } from './due.ts';
import type { DigestItem } from './item.ts';
import { mostNamed } from './selection.ts';

/** Text in a digest, of the 4,000 characters that a message holds: title, notes and escapes need the rest. */
const room = 3_300;

/** The contents of a digest's card. */
export interface Contents {
	readonly date: LocalDate;
	readonly slot: string;
	/** The articles to show, best first; as many as fit are shown. */
	readonly items: readonly DigestItem[];
	/** How many new articles there are, these among them. */
	readonly total: number;
	/** How many were left out by topic. */
	readonly filtered: number;
	/** When the last digest was made, or null for the first one of a server. */
	readonly since: number | null;
	/** When it was due, where it is posted late. */
	readonly lateFor: number | null;
	/** The role that is mentioned; null on a day without articles. */
	readonly role: string | null;
	/** Whether the bot can give members that role. */
	readonly givesRole: boolean;
}

/** A digest as a card, and which of the articles it shows. */
export function digestCard(contents: Contents): {
	readonly card: Card;
	readonly shown: readonly DigestItem[];
} {
	const { items } = contents;
	for (let count = items.length; ; count--) {
		const shown = items.slice(0, count);
		const blocks = blocksOf(shown, contents);
		const length = blocks.reduce((sum, block) => sum + blockLength(block), 0);
		if (length <= room || count <= 1) return { card: cardOf(blocks, shown, contents), shown };
	}
}

function blocksOf(shown: readonly DigestItem[], contents: Contents): readonly Block[] {
	const { items, total } = contents;
	const ofTheDay = quotationOfTheDay(shown);
	// Those that tell a story that is shown are named with it.
	const more = shown.reduce((left, { alsoIn }) => left - 1 - alsoIn.length, total);
	return [
		...opening(contents),
		...(ofTheDay
			? [heading('Quotation of the day'), ...quotationBlocks(ofTheDay, whereOf(ofTheDay, shown)), rule]
			: []),
		...shown.flatMap((item, index) => [...(index === 0 ? [] : [rule]), ...itemBlocks(item, ofTheDay)]),
		...closing([...mostQuoted(items), ...arguedAbout(items)]),
		...leftOutNote(more, contents.filtered),
	];
}

/** The article of the quotation of the day: its headline, unless that is the next line anyway. */
function whereOf({ article }: Utterance, [first]: readonly DigestItem[]): Text {
	return article.id === first?.line.id ? [' of the first article below'] : [' · ', ...headlineLink(article)];
}

const rule: Block = { kind: 'rule' };

function heading(text: string): Block {
	return { kind: 'heading', text: [text] };
}

function opening({ role, lateFor, items, since }: Contents): readonly Block[] {
	const late: Text =
		lateFor === null
			? []
			: ['Late: it was due ', { mark: 'time', at: new Date(lateFor).toISOString(), style: 'moment' }, '.'];
	return [
		...(role === null ? [] : [{ kind: 'text', text: [{ mark: 'role', id: role }] } as const]),
		...(late.length === 0 ? [] : [{ kind: 'note', text: late } as const]),
		...(items.length === 0
			? [
					{
						kind: 'text',
						text: [
							since === null
								? 'No articles were added in the last day.'
								: 'No articles were added since the last digest.',
						],
					} as const,
				]
			: []),
	];
}

function closing(blocks: readonly Block[]): readonly Block[] {
	return blocks.length === 0 ? [] : [rule, ...blocks];
}

function leftOutNote(more: number, filtered: number): readonly Block[] {
	const parts = [
		...(more > 0 ? [counted(more, 'more article')] : []),
		...(filtered > 0 ? [`${counted(filtered, 'article')} left out by topic`] : []),
	];
	return parts.length === 0 ? [] : [{ kind: 'note', text: [`Not shown here: ${parts.join(', ')}.`] }];
}

function cardOf(blocks: readonly Block[], shown: readonly DigestItem[], contents: Contents): Card {
	const { date, slot, total, filtered, since, givesRole } = contents;
	const menu: readonly Block[] =
		shown.length === 0
			? []
			: [{ kind: 'menu', placeholder: 'Read an article in brief', choices: shown.map(articleChoice) }];
	const all: Action = {
		label: seeAllLabel(total + filtered),
		command: 'today',
		options: { date, slot },
	};
	const toggle: Action = { label: 'Toggle pings', command: 'notify', options: {}, emoji: '🔔' };
	const actions = [...(total + filtered > shown.length ? [all] : []), ...(givesRole ? [toggle] : [])];
	const first: Text =
		since === null
			? ['in the last day']
			: ['since ', { mark: 'time', at: new Date(since).toISOString(), style: 'moment' }];
	return {
		eyebrow: 'Daily digest',
		title: titleOf(date),
		tone: 'digest',
		blocks: [...blocks, ...menu],
		...(shown.length === 0
			? {}
			: { origin: [`${counted(total, 'article')} added `, ...first, ' · word for word'] }),
		...(actions.length === 0 ? {} : { actions: [actions] }),
	};
}

/** How many articles of each kind /today lists at most. */
function seeAllLabel(count: number): string {
	return count <= mostNamed ? `See all ${counted(count, 'article')}` : 'See more articles';
}

function articleChoice({ line }: DigestItem): MenuChoice {
	return {
		label: line.headline,
		...(line.site === null ? {} : { description: line.site }),
		command: 'article',
		options: { article: line.id },
	};
}

const dates = once(
	() => new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }),
);

const days = once(() => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }));

/** "Daily digest · Saturday 3 May": the title of a forum post with a digest. */
export function postTitle(date: LocalDate): string {
	return `Daily digest · ${titleOf(date)}`;
}

/** "3 May" */
export function dayOf(date: LocalDate): string {
	return days().format(Date.parse(date));
}

/** "Saturday 3 May" */
export function titleOf(date: LocalDate): string {
	return dates().format(Date.parse(date));
}

/** The card of a thread or forum post about one article. */
export function articleThreadCard(item: DigestItem): Card {
	const { line } = item;
	return {
		eyebrow: 'From the digest',
		title: line.headline,
		url: line.url,
		tone: 'digest',
		blocks: itemBlocks(item, null).slice(1),
		origin: ['From ', ...headlineLink(line)],
		actions: [
			[
				{ label: 'In brief', command: 'article', options: { article: line.id }, style: 'primary' },
				{ label: 'Quotes', command: 'quotes', options: { article: line.id } },
				...(line.counts.comments === 0
					? []
					: [{ label: 'Comments', command: 'comments', options: { article: line.id } } as const]),
			],
		],
	};
}
