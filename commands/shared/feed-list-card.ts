import type { Card, Text } from '../../src/card.ts';
import { headlineLink } from '../../src/cards/articles.ts';
import { roomBeside } from '../../src/cards/measure.ts';
import { counted } from '../../src/cards/numbers.ts';
import { pageButtons } from '../../src/cards/pages.ts';
import type { Subscription } from '../../src/sources/feeds/service.ts';
import { rows } from './controls.ts';
import { ago, feedName, filtersText } from './feed-card.ts';
import { type ListItem, listPage } from './list.ts';

/** All feeds of a server, those with something wrong first. */
export function feedListCard(all: readonly Subscription[], page: number): Card {
	if (all.length === 0) return noFeeds;
	const wrong = all.filter(isWrong);
	const frame = {
		eyebrow: 'Feeds of this server',
		title: counted(all.length, 'feed'),
		tone: wrong.length > 0 ? 'trouble' : 'topics',
	} as const;
	const ordered = [...wrong, ...all.filter((one) => !isWrong(one))];
	const { blocks, count } = listPage(ordered.map(item), {
		page,
		placeholder: 'See one of them…',
		room: roomBeside(frame),
	});
	return {
		...frame,
		blocks,
		actions: rows(
			[
				...pageButtons('feeds list', {}, page, count),
				{ label: 'Export', command: 'feeds export', options: {}, opens: 'new' },
			],
			blocks.filter(({ kind }) => kind === 'menu'),
		),
	};
}

const noFeeds: Card = {
	eyebrow: 'Feeds of this server',
	title: 'No feeds yet',
	tone: 'topics',
	blocks: [
		{
			kind: 'text',
			text: [
				'With ',
				{ mark: 'command', name: 'feeds add' },
				' the new articles of a site come into this server’s library and into its digest. Give the address of the site, or of its feed.',
			],
		},
		{ kind: 'note', text: ['A list from a feed reader: ', { mark: 'command', name: 'feeds import' }, '.'] },
	],
};

function isWrong({ feed: { trouble, ended } }: Subscription): boolean {
	return trouble !== null || ended !== null;
}

function item(subscription: Subscription): ListItem {
	const { id, site, taken, filters } = subscription;
	const [name = ''] = headlineLink({ headline: feedName(subscription, 80), url: site });
	const only = filtersText(filters);
	return {
		text: [
			typeof name === 'string' ? { mark: 'strong', text: name } : name,
			` · ${counted(taken, 'article')}`,
			...(only === 'everything' ? [] : [' · filtered']),
			...state(subscription),
		],
		choice: {
			label: feedName(subscription, 90),
			description: `${counted(taken, 'article')} taken in`,
			command: 'feeds show',
			options: { feed: String(id) },
		},
	};
}

function state({ paused, feed: { checkedAt, failingSince, ended, nextAt } }: Subscription): Text {
	if (paused) return [' · paused'];
	if (ended !== null) return [' · ', { mark: 'strong', text: 'ended' }];
	if (failingSince !== null)
		return [' · ', { mark: 'strong', text: 'failing' }, ' since ', ago(failingSince)];
	return checkedAt === null ? [' · not asked yet'] : [' · next ', ago(nextAt)];
}
