import type { Action, Block, Card, MenuChoice, Text } from '../card.ts';
import { headlineLink } from '../cards/articles.ts';
import { blockLength } from '../cards/measure.ts';
import { counted } from '../cards/numbers.ts';
import { arguedAbout, entryBlocks, mostQuoted, quotationBlocks, quotationOfTheDay } from './blocks.ts';
import type { LocalDate } from './due.ts';
import type { Entry } from './entry.ts';

/** Text in a digest, of the 4,000 characters that a message holds: title, notes and escapes need the rest. */
const room = 3_300;

/** What a digest's card is made of. */
export interface Contents {
	readonly date: LocalDate;
	readonly slot: string;
	/** Those to show, best first; as many of them are shown as fit. */
	readonly entries: readonly Entry[];
	/** How many new articles there are beside them. */
	readonly others: number;
	/** How many were left out by topic. */
	readonly filtered: number;
	/** When the last digest looked, or null for the first one of a server. */
	readonly since: number | null;
	/** When it was due, where it is posted late. */
	readonly lateFor: number | null;
	readonly role: string | null;
}

/** A digest as a card, and which of the entries it shows. */
export function digestCard(contents: Contents): { readonly card: Card; readonly shown: readonly Entry[] } {
	const { entries } = contents;
	for (let count = entries.length; ; count--) {
		const shown = entries.slice(0, count);
		const blocks = blocksOf(shown, contents);
		const length = blocks.reduce((sum, block) => sum + blockLength(block), 0);
		if (length <= room || count <= 1) return { card: cardOf(blocks, shown, contents), shown };
	}
}

function blocksOf(shown: readonly Entry[], contents: Contents): readonly Block[] {
	const { entries, others } = contents;
	const ofTheDay = quotationOfTheDay(shown);
	const more = entries.length - shown.length + others;
	return [
		...opening(contents),
		...(ofTheDay ? [heading('Quotation of the day'), ...quotationBlocks(ofTheDay, true), rule] : []),
		...shown.flatMap((entry, index) => [...(index === 0 ? [] : [rule]), ...entryBlocks(entry, ofTheDay)]),
		...closing([...mostQuoted(entries), ...arguedAbout(entries)]),
		...leftOutNote(more, contents.filtered),
	];
}

const rule: Block = { kind: 'rule' };

function heading(text: string): Block {
	return { kind: 'heading', text: [text] };
}

function opening({ role, lateFor, entries, since }: Contents): readonly Block[] {
	const late: Text =
		lateFor === null
			? []
			: ['Late: it was due ', { mark: 'time', at: new Date(lateFor).toISOString(), style: 'moment' }, '.'];
	return [
		...(role === null ? [] : [{ kind: 'text', text: [{ mark: 'role', id: role }] } as const]),
		...(late.length === 0 ? [] : [{ kind: 'note', text: late } as const]),
		...(entries.length === 0
			? [
					{
						kind: 'text',
						text: [
							since === null ? 'No new articles in the last day.' : 'No new articles since the last digest.',
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
		...(more > 0 ? [`${counted(more, 'more new article')}`] : []),
		...(filtered > 0 ? [`${counted(filtered, 'article')} left out by topic`] : []),
	];
	return parts.length === 0 ? [] : [{ kind: 'note', text: [`Not shown here: ${parts.join(', ')}.`] }];
}

function cardOf(blocks: readonly Block[], shown: readonly Entry[], contents: Contents): Card {
	const { date, slot, entries, others, since, role } = contents;
	const menu: readonly Block[] =
		shown.length === 0
			? []
			: [{ kind: 'menu', placeholder: 'Read an article in brief', choices: shown.map(articleChoice) }];
	const all: Action = {
		label: 'All of it, and what was left out',
		command: 'today',
		options: { date, slot },
	};
	const ping: Action = { label: 'Ping me, or no more', command: 'notify', options: {}, emoji: '🔔' };
	const actions = [...(shown.length === 0 ? [] : [all]), ...(role === null ? [] : [ping])];
	const first: Text =
		since === null
			? ['the last day']
			: [{ mark: 'time', at: new Date(since).toISOString(), style: 'moment' }];
	const count = entries.length + others;
	return {
		eyebrow: 'Daily digest',
		title: titleOf(date),
		tone: 'digest',
		blocks: [...blocks, ...menu],
		...(shown.length === 0
			? {}
			: {
					origin: [
						`${counted(count, 'new article')}, ${since === null ? 'of ' : 'since '}`,
						...first,
						' · word for word',
					],
				}),
		...(actions.length === 0 ? {} : { actions: [actions] }),
	};
}

function articleChoice({ line }: Entry): MenuChoice {
	return {
		label: line.headline,
		...(line.site === null ? {} : { description: line.site }),
		command: 'article',
		options: { article: line.id },
	};
}

const dates = new Intl.DateTimeFormat('en-GB', {
	weekday: 'long',
	day: 'numeric',
	month: 'long',
	timeZone: 'UTC',
});

/** "Saturday 3 May" */
export function titleOf(date: LocalDate): string {
	return dates.format(Date.parse(date));
}

/** The card of a thread or forum post about one article. */
export function articleThreadCard(entry: Entry): Card {
	const { line } = entry;
	return {
		eyebrow: 'From the digest',
		title: line.headline,
		url: line.url,
		tone: 'digest',
		blocks: entryBlocks(entry, null).slice(1),
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
