import type { Card } from '../src/card.ts';
import { attachment, string } from '../src/command.ts';
import { typed, UserError } from '../src/errors.ts';
import { type Filters, longestTerms, readTerms, type Subscription } from '../src/sources/feeds/service.ts';
import { type Context, command } from './shared/context.ts';
import { defined } from './shared/defined.ts';
import { addedCard, exportedCard, feedCard, importedCard, removedCard } from './shared/feed-card.ts';
import { feedListCard } from './shared/feed-list-card.ts';
import { testedCard } from './shared/feed-test-card.ts';
import { pageOption } from './shared/options.ts';

function serverOf({ server }: Context['place']): string {
	if (server === null) throw new UserError('/feeds works only in a server that has me.');
	return server.id;
}

const offers = 25;
const longestAddress = 500;

const frame = { only: 'managers', privateByDefault: true } as const;

const feedOption = string<Context, true>({
	description: 'Which feed: words of its name',
	required: true,
	maxLength: longestAddress,
	suggest: async (text, { place, feeds }) =>
		place.server === null ? [] : offered(await feeds.list(place.server.id), text),
});

function offered(all: readonly Subscription[], text: string) {
	const wanted = text.trim().toLowerCase();
	return all
		.filter(({ title, address }) => `${title ?? ''} ${address}`.toLowerCase().includes(wanted))
		.slice(0, offers)
		.map(({ id, title, address }) => ({
			label: `${title ?? address} · ${new URL(address).hostname}`,
			value: String(id),
		}));
}

const termOptions = {
	topics: string<Context>({
		description: 'Only articles on these topics, and with a minus not on these: climate, -football; or all',
		maxLength: longestTerms,
	}),
	words: string<Context>({
		description: 'Only articles with these words, and with a minus without these: tunnel, -horoscope; or all',
		maxLength: longestTerms,
	}),
	speakers: string<Context>({
		description: 'Only articles that quote these people, and with a minus not these; or all',
		maxLength: longestTerms,
	}),
};

type TypedTerms = { readonly [Kind in keyof typeof termOptions]?: string | undefined };

function filtersIn(terms: TypedTerms): Partial<Filters> {
	const given = Object.entries(defined(terms)).map(([kind, text]) => [kind, readTerms(text ?? '', kind)]);
	return Object.fromEntries(given);
}

/** Shows which site is being asked. */
function progressOf({ place }: Context, title: string) {
	return (step: string) =>
		place.progress?.({
			eyebrow: 'Feeds',
			title,
			tone: 'topics',
			blocks: [{ kind: 'text', text: ['Looking at ', typed(step), ' …'] }],
		});
}

const add = command({
	...frame,
	name: 'feeds add',
	description: 'Take in the new articles of a feed, found from its own address or that of its site',
	options: {
		address: string<Context, true>({
			description: 'The feed, or the site that has one: https://…',
			required: true,
			maxLength: longestAddress,
		}),
		...termOptions,
	},
	async run({ address, ...terms }, context) {
		const wanted = { server: serverOf(context.place), member: context.place.member.id };
		return addedCard(
			await context.feeds.add(
				{ ...wanted, address, filters: filtersIn(terms) },
				progressOf(context, 'Looking for the feed'),
			),
		);
	},
});

const list = command({
	...frame,
	name: 'feeds list',
	description: 'The feeds of this server, and what is wrong with which',
	options: { page: pageOption },
	run: async ({ page = 0 }, { place, feeds }) => feedListCard(await feeds.list(serverOf(place)), page),
});

/** A command on one of this server's feeds. */
function onOne(
	name: string,
	description: string,
	answer: (feeds: Context['feeds'], server: string, feed: string) => Promise<Card>,
) {
	return command({
		...frame,
		...{ name: `feeds ${name}`, description },
		options: { feed: feedOption },
		run: async ({ feed }, { place, feeds }) => answer(feeds, serverOf(place), feed),
	});
}

const one = [
	onOne(
		'show',
		'One feed: what is taken in from it, when it was asked and when it is next',
		async (feeds, server, feed) => feedCard(await feeds.find(server, feed)),
	),
	onOne('pause', 'Take in nothing from a feed until it is resumed', async (feeds, server, feed) =>
		feedCard(await feeds.change(server, feed, { paused: true }), 'Paused: '),
	),
	onOne('resume', 'Take in new articles from a feed again', async (feeds, server, feed) =>
		feedCard(await feeds.change(server, feed, { paused: false }), 'Resumed: '),
	),
	onOne('remove', 'Take in nothing from a feed any more; its articles stay', async (feeds, server, feed) =>
		removedCard(await feeds.remove(server, feed)),
	),
];

const test = command({
	...frame,
	name: 'feeds test',
	description: 'What would be taken in from a feed now, and why not the rest; nothing is added',
	options: {
		feed: string<Context, true>({
			...feedOption,
			description: 'One of this server’s feeds, or an address',
			required: true,
			maxLength: longestAddress,
			...(feedOption.suggest && { suggest: feedOption.suggest }),
		}),
		...termOptions,
	},
	async run({ feed, ...terms }, context) {
		const tested = await context.feeds.test(
			{ server: serverOf(context.place), feed, filters: filtersIn(terms) },
			progressOf(context, 'Reading the newest items'),
		);
		return testedCard(tested, { feed, ...defined(terms) });
	},
});

const importList = command({
	...frame,
	name: 'feeds import',
	description: 'Add the feeds of an OPML file, as feed readers export it',
	options: { file: attachment<true>({ description: 'The OPML file', required: true }) },
	run: async ({ file }, { place, feeds }) =>
		importedCard(await feeds.importList(serverOf(place), place.member.id, file)),
});

const exportList = command({
	...frame,
	name: 'feeds export',
	description: 'The feeds of this server as an OPML file',
	options: {},
	async run(_, { place, feeds }) {
		const name = place.server?.name || 'this server';
		return exportedCard(await feeds.exportList(serverOf(place), `Feeds of ${name}`));
	},
});

export default [add, list, ...one, test, importList, exportList];
