import type { Action, Block, Card, Text } from '../../src/card.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { counted } from '../../src/cards/numbers.ts';
import {
	type AddedFeed,
	type Filters,
	type Imported,
	mostFeeds,
	type Subscription,
	writeTerms,
} from '../../src/sources/feeds/service.ts';

const longest = { title: 150, address: 200, terms: 300, others: 4 };

const frame = { eyebrow: 'Feeds of this server', tone: 'topics' } as const;
const all: Action = { label: 'All feeds', command: 'feeds list', options: {} };

/** How a feed is called: its title, or its address. */
export function feedName(
	{ title, address }: Pick<Subscription, 'title' | 'address'>,
	most = longest.title,
): string {
	return shortLine(title ?? address, most);
}

/** A moment, "3 minutes ago". */
export function ago(at: number) {
	return { mark: 'time', at: new Date(at).toISOString(), style: 'ago' } as const;
}

/** One feed: what is taken in, when it was asked and when it is next, and what is wrong. */
export function feedCard(subscription: Subscription, before = '', notes: readonly Text[] = []): Card {
	const { id, site, address, paused, feed } = subscription;
	const isWrong = feed.trouble !== null || feed.ended !== null;
	const options = { feed: String(id) };
	return {
		...frame,
		title: `${before}${feedName(subscription)}`,
		url: site ?? address,
		...(isWrong ? { tone: 'trouble' } : {}),
		blocks: [
			...troubleBlocks(subscription),
			{ kind: 'list', items: [...rows(subscription)] },
			...notes.map((text): Block => ({ kind: 'note', text })),
		],
		actions: [
			[
				{ label: 'Test', command: 'feeds test', options, opens: 'new', style: 'primary' },
				paused
					? { label: 'Resume', command: 'feeds resume', options, style: 'success' }
					: { label: 'Pause', command: 'feeds pause', options },
				{ label: 'Remove', command: 'feeds remove', options, style: 'danger' },
				all,
			],
		],
	};
}

function troubleBlocks({ feed: { trouble, failingSince, ended } }: Subscription): readonly Block[] {
	if (ended !== null) {
		const text: Text = [{ mark: 'strong', text: 'It has ended. ' }, shortLine(ended, 300)];
		return [{ kind: 'text', text }];
	}
	if (trouble === null) return [];
	const since: Text =
		failingSince === null ? [] : [' Failing since ', ago(failingSince), '; it is tried again.'];
	return [{ kind: 'text', text: [shortLine(trouble, 300), ...since] }];
}

function* rows({
	address,
	addedBy,
	addedAt,
	filters,
	taken,
	takenAt,
	paused,
	feed,
}: Subscription): Generator<Text> {
	const row = (name: string, ...text: Text): Text => [{ mark: 'strong', text: `${name}:` }, ' ', ...text];
	yield row('Address', { mark: 'code', text: shortLine(address, longest.address) });
	if (feed.movedFrom !== null) {
		yield row('Moved', 'from ', { mark: 'code', text: shortLine(feed.movedFrom, longest.address) });
	}
	yield row('Takes in', filtersText(filters));
	const last: Text = takenAt === null ? [] : [', the last one ', ago(takenAt)];
	yield row('So far', counted(taken, 'article'), ...last);
	if (feed.baseline !== null) {
		const were = `${counted(feed.baseline, 'item')} in it already, not taken in`;
		yield row('At first', feed.baseline === 0 ? 'nothing was in it' : were);
	}
	if (paused) yield row('Asked', 'not while it is paused');
	else {
		const before: Text = feed.checkedAt === null ? ['not yet'] : [ago(feed.checkedAt)];
		yield row('Asked', ...before, ...(feed.ended === null ? [', next ', ago(feed.nextAt)] : []));
	}
	yield row(
		'Added',
		...(addedBy === null ? [] : [{ mark: 'member', id: addedBy } as const, ', ']),
		ago(addedAt),
	);
}

/** "everything", or the terms of each kind. */
export function filtersText(filters: Filters): string {
	const parts = (['topics', 'words', 'speakers'] as const).flatMap((kind) => {
		const { take, leave } = filters[kind];
		return take.length + leave.length === 0 ? [] : [`${kind} ${writeTerms(filters[kind])}`];
	});
	return parts.length === 0 ? 'everything' : shortLine(parts.join('; '), longest.terms);
}

/** A feed that was added, or changed. */
export function addedCard({ subscription, what, others }: AddedFeed): Card {
	const { feed } = subscription;
	const titles = { new: 'Added: ', changed: 'Changed: ', known: 'Here already: ' };
	const beginning: Text[] =
		what === 'new' && feed.baseline !== null
			? [['What comes from now on is taken in, and is in the digest.']]
			: [];
	const more = others.slice(0, longest.others);
	const named: Text[] =
		more.length === 0
			? []
			: [
					[
						'The site has other feeds, too: ',
						...more.flatMap(({ title, address }, index): Text => {
							const name = title === null ? [] : [`${shortLine(title, 60)} `];
							return [index === 0 ? '' : ', ', ...name, { mark: 'code', text: shortLine(address, 120) }];
						}),
					],
				];
	return feedCard(subscription, titles[what], [...beginning, ...named]);
}

export function removedCard(subscription: Subscription): Card {
	const { address, filters } = subscription;
	const again = {
		address,
		...Object.fromEntries(
			(['topics', 'words', 'speakers'] as const).flatMap((kind) => {
				const text = writeTerms(filters[kind]);
				return text === 'all' ? [] : [[kind, text]];
			}),
		),
	};
	return {
		...frame,
		title: `Removed: ${feedName(subscription)}`,
		blocks: [{ kind: 'text', text: ['Nothing more is taken in from it. Its articles stay in the library.'] }],
		actions: [[{ label: 'Add it again', command: 'feeds add', options: again }, all]],
	};
}

export function importedCard({ added, known, full, refused }: Imported): Card {
	const rest: Text[] = [
		...(known > 0 ? [[`${counted(known, 'feed')} ${known === 1 ? 'was' : 'were'} here already.`]] : []),
		...(refused > 0
			? [[`${counted(refused, 'address', 'addresses')} cannot be fetched from the public web.`]]
			: []),
		...(full > 0
			? [[`For ${counted(full, 'feed')} there is no room: a server has at most ${mostFeeds}.`]]
			: []),
	];
	return {
		...frame,
		title: added === 0 ? 'No feed was added' : `${counted(added, 'feed')} added`,
		...(full > 0 ? { tone: 'trouble' } : {}),
		blocks: [
			{
				kind: 'text',
				text: [
					added === 0
						? 'There was nothing new in the list.'
						: 'They are asked one after another. What they hold at first stays out; what comes later is taken in.',
				],
			},
			...rest.map((text): Block => ({ kind: 'note', text })),
		],
		actions: [[all]],
	};
}

export function exportedCard(list: { readonly opml: string; readonly count: number } | null): Card {
	if (list === null) {
		return {
			...frame,
			title: 'No feeds yet',
			blocks: [
				{ kind: 'text', text: ['There is nothing to export: add a feed with ', command('feeds add'), '.'] },
			],
			actions: [[all]],
		};
	}
	const bytes = new TextEncoder().encode(list.opml);
	return {
		...frame,
		title: counted(list.count, 'feed'),
		blocks: [
			{ kind: 'text', text: ['Every feed reader can import this list.'] },
			{ kind: 'file', name: 'feeds.opml', type: 'text/x-opml', bytes },
		],
		actions: [[all]],
	};
}

function command(name: string) {
	return { mark: 'command', name } as const;
}
