import type { Action, Block, Card, Text } from '../../src/card.ts';
import { headlineLink, origin } from '../../src/cards/articles.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { counted } from '../../src/cards/numbers.ts';
import type { ArticleLine } from '../../src/library/library.ts';
import type { Addition, Additions } from '../../src/sources/additions/service.ts';
import { rows } from './controls.ts';
import { addedBy } from './library-card.ts';

/** Additions of one article that are named. */
const most = 8;

/** Where an article comes from. @param refreshed what fetching it again has found. */
export function entryCard(line: ArticleLine, additions: readonly Addition[], refreshed?: string): Card {
	const options = { article: line.id };
	const link = additions.find(({ kind, joined }) => kind === 'link' && !joined);
	const actions: Action[] = [
		{ label: 'Read', command: 'article', options, style: 'primary' },
		...(link ? [{ label: 'Fetch again', command: 'library refresh', options }] : []),
		...(additions.length > 0 || line.shelf !== null
			? [
					{
						label: 'Remove…',
						command: 'library remove',
						options: { ...options, ask: true },
						opens: 'new',
					} as const,
				]
			: []),
		{ label: 'Library', command: 'library list', options: {} },
	];
	return {
		eyebrow:
			refreshed === undefined
				? 'Library'
				: refreshed === 'same'
					? 'Fetched again: nothing has changed'
					: 'Fetched again: the text has changed',
		title: line.headline,
		url: line.url,
		tone: 'article',
		blocks: [
			...(additions.length === 0
				? [{ kind: 'text', text: [fromElsewhere(line)] } as const]
				: [{ kind: 'list', items: additions.slice(0, most).map(additionText) } as const]),
			...(additions.length > most
				? [{ kind: 'note', text: [`and ${additions.length - most} more`] } as const]
				: []),
			...dates(line, link),
		],
		origin: origin(line, counted(line.counts.quotes, 'quote')),
		actions: rows(actions),
	};
}

function fromElsewhere({ shelf }: ArticleLine): string {
	return shelf === null
		? 'It is in the library that everybody sees: it comes from the articles folder of whoever runs me.'
		: 'A feed of this server has brought it.';
}

function additionText({ kind, address, joined, ...who }: Addition): Text {
	const what: Text =
		kind === 'link' && address !== null
			? [
					joined ? 'the same under ' : 'by a link to ',
					{ mark: 'link', text: shortLine(bare(address), 80), url: address },
				]
			: [kind === 'file' ? 'as a file' : 'as a text'];
	const [first, ...rest] = addedBy(who);
	return [typeof first === 'string' ? `A${first.slice(1)}` : 'Added by ', ...rest, ', ', ...what];
}

const bare = (address: string) => address.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, '');

function dates(line: ArticleLine, link: Addition | undefined): readonly Block[] {
	const at = (moment: number) => ({
		mark: 'time' as const,
		at: new Date(moment).toISOString(),
		style: 'moment' as const,
	});
	const fetched: Text = link ? ['Fetched last ', at(link.fetchedAt)] : [];
	const changed: Text =
		line.changedAt === null
			? []
			: [link ? ' · text changed ' : 'Text changed ', { mark: 'time', at: line.changedAt, style: 'moment' }];
	return fetched.length + changed.length === 0 ? [] : [{ kind: 'note', text: [...fetched, ...changed] }];
}

/** Asks before an article is removed. */
export function removeCard(line: ArticleLine): Card {
	return {
		eyebrow: 'Library',
		title: 'Remove this article?',
		tone: 'trouble',
		blocks: [{ kind: 'text', text: [...headlineLink(line), ' goes with its quotations and earlier texts.'] }],
		actions: rows([
			{ label: 'Remove', command: 'library remove', options: { article: line.id }, style: 'danger' },
			{ label: 'Keep', command: 'library show', options: { article: line.id } },
		]),
	};
}

export function removedCard(
	line: ArticleLine,
	{ headlines, isStillSeen }: Awaited<ReturnType<Additions['remove']>>,
): Card {
	const others = headlines.filter((headline) => headline !== line.headline);
	return {
		eyebrow: 'Library',
		title: 'Removed',
		tone: 'article',
		blocks: [
			{
				kind: 'text',
				text: [
					{ mark: 'strong', text: shortLine(line.headline, 150) },
					isStillSeen
						? ' is no longer among what members added; it is still here, since it also came another way.'
						: ' is no longer in the library of this server.',
				],
			},
			...(others.length === 0
				? []
				: [
						{ kind: 'text', text: ['It came in one file with others, which are gone too:'] } as const,
						{
							kind: 'list',
							items: others.slice(0, most).map((headline): Text => [shortLine(headline, 150)]),
						} as const,
					]),
		],
		actions: rows([{ label: 'Library', command: 'library list', options: {} }]),
	};
}
