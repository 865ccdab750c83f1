import type { Card } from '../src/card.ts';
import { choice, hidden, reference, string } from '../src/command.ts';
import { suggestDays } from '../src/digest/days.ts';
import { firstDate } from '../src/digest/due.ts';
import { postDigestNow, previewDigest } from '../src/digest/now.ts';
import { checkChannel, lastDue, setDigest } from '../src/digest/set.ts';
import { asTyped, messageUrl, stateCard } from '../src/digest/state-card.ts';
import { beingTyped } from '../src/digest/topics.ts';
import { readDate, whyCard } from '../src/digest/why.ts';
import { suggestZones } from '../src/digest/zone-offers.ts';
import { UserError } from '../src/errors.ts';
import { type Context, command } from './shared/context.ts';

const offers = 25;

const set = command({
	name: 'digest set',
	description: 'Post a digest of the new articles in a channel, every day at one time',
	only: 'managers',
	options: {
		channel: reference<true>('channel', { description: 'Where it is posted', required: true }),
		time: string<Context, true>({
			description: 'When: 08:30, 8pm, 20h, noon',
			required: true,
			maxLength: 30,
		}),
		timezone: string<Context>({
			description: 'Whose clock: a city or a country; at first guessed from your language',
			suggest: async (typed, { place, digests }) =>
				suggestZones(typed, { locale: place.locale, now: digests.now(), limit: offers }),
		}),
		days: string<Context>({
			description: 'On which days: every day, Monday to Friday, “Tue, Fri”',
			suggest: async (typed) => suggestDays(typed),
		}),
		topics: string<Context>({
			description: 'Topics that come first, with a minus those to leave out: “climate, -football”; or all',
			suggest: suggestTopics,
		}),
		length: choice({
			description: 'How many articles it shows',
			choices: { short: 'Short: 3 articles', normal: 'Normal: 5 articles', long: 'Long: 8 articles' },
		}),
		role: reference('role', { description: 'A role to ping; members opt in with a button under the digest' }),
		articles: choice({
			description: 'Whether each article gets a thread or forum post of its own',
			choices: { together: 'All in one message', apart: 'A thread or forum post for each as well' },
		}),
		quiet: choice({
			description: 'What a day without news gets',
			choices: { line: 'One line', silent: 'Nothing' },
		}),
		unping: hidden.boolean('Ping nobody any more'),
	},
	async run(wanted, { place, digests }) {
		const who = { server: serverOf(place), member: place.member.id, locale: place.locale };
		const { settings, guessed } = await setDigest(wanted, who, digests);
		const notes = guessed
			? [
					`The time zone ${settings.zone} is guessed from your language. If it is another one, say so with timezone.`,
				]
			: [];
		return stateCard(settings, digests, { title: 'The digest is set', notes });
	},
});

/** Completes the topic that is being typed and keeps those before it. */
async function suggestTopics(typed: string, { library }: Context) {
	const { before, last } = beingTyped(typed);
	const found = await library.suggestTopics(last, offers);
	return found.map(({ topic }) => {
		const whole = `${before}${/,\s*$/u.test(before) ? ' ' : ''}${topic}`.replace(/,\s+/gu, ', ');
		return { label: whole, value: whole };
	});
}

const preview = command({
	name: 'digest preview',
	description: 'Today’s digest as it would be posted now; only you see it',
	only: 'managers',
	alwaysPrivate: true,
	options: {},
	async run(_, { place, digests }) {
		const { card } = await previewDigest(await digests.settings(serverOf(place)), digests);
		return card ?? nothingNew;
	},
});

const nothingNew: Card = {
	eyebrow: 'Daily digest',
	title: 'Nothing new',
	tone: 'digest',
	blocks: [
		{ kind: 'text', text: ['There are no new articles, and on such days nothing is posted, as set.'] },
	],
};

const now = command({
	name: 'digest now',
	description: 'Post the digest now',
	only: 'managers',
	options: {
		as: choice({
			description: 'As today’s, which is then not posted again, or as one more; today’s if it is not out yet',
			choices: { today: 'As today’s', extra: 'As an extra one' },
		}),
	},
	async run({ as }, { place, digests }) {
		const settings = await digests.settings(serverOf(place));
		const { message, extra } = await postDigestNow(settings, as, digests);
		const card = await stateCard(settings, digests, {
			title: extra ? 'An extra digest is posted' : 'Today’s digest is posted',
		});
		const url = messageUrl(settings.server, settings.channel, message);
		return {
			...card,
			blocks: [{ kind: 'text', text: [{ mark: 'link', text: 'See it', url }] }, ...card.blocks],
		};
	},
});

const show = command({
	name: 'digest show',
	description: 'What is set, when the next three come, and what became of the last one',
	only: 'managers',
	options: {},
	run: async (_, { place, digests }) =>
		stateCard(await digests.settings(serverOf(place)), digests, {
			title: `The digest of ${place.server?.name}`,
		}),
});

const pause = command({
	name: 'digest pause',
	description: 'Post no digest until it is resumed; everything that is set is kept',
	only: 'managers',
	options: {},
	async run(_, { place, digests }) {
		const server = serverOf(place);
		await digests.settings(server);
		await digests.store.pause(server, 'asked', digests.now());
		return stateCard(await digests.settings(server), digests, { title: 'The digest is paused' });
	},
});

const resume = command({
	name: 'digest resume',
	description: 'Post the digest again after a pause',
	only: 'managers',
	options: {},
	async run(_, { place, digests }) {
		const settings = await digests.settings(serverOf(place));
		const { server, channel, apart, paused } = settings;
		checkChannel(server, channel, apart, digests.delivery());
		if (paused !== null) {
			await digests.store.resume(server, firstDate(settings, digests.now(), await lastDue(server, digests)));
		}
		return stateCard(await digests.settings(server), digests, { title: 'The digest goes on' });
	},
});

const stop = command({
	name: 'digest stop',
	description: 'Post no digest any more, and forget what was set',
	only: 'managers',
	options: {},
	async run(_, { place, digests }) {
		const server = serverOf(place);
		const settings = await digests.settings(server);
		await digests.store.removeSettings(server);
		return {
			eyebrow: 'Daily digest',
			title: 'The digest is stopped',
			tone: 'digest',
			blocks: [
				{ kind: 'text', text: ['Nothing is posted any more, and what was set is forgotten. It was:'] },
				{
					kind: 'text',
					text: [
						{ mark: 'command', name: 'digest set' },
						' channel:',
						{ mark: 'channel', id: settings.channel },
						` ${asTyped(settings)}`,
					],
				},
			],
			actions: [
				[{ label: 'Set it up again', command: 'digest set', options: again(settings), style: 'success' }],
			],
		};
	},
});

function again({ channel, time, zone, length }: Parameters<typeof asTyped>[0] & { channel: string }) {
	return { channel, time, timezone: zone, length };
}

const why = command({
	name: 'digest why',
	description: 'Why a day’s digest was or was not posted, and why each article was or was not in it',
	only: 'managers',
	options: {
		date: string({ description: 'The day: 2031-05-03, yesterday; today if left out', maxLength: 20 }),
	},
	async run({ date }, { place, digests, library }) {
		const settings = await digests.settings(serverOf(place));
		return whyCard(settings, readDate(date, settings.zone, digests.now()), digests, library);
	},
});

function serverOf({ server }: Context['place']): string {
	if (server === null) throw new UserError('/digest works only in a server.');
	return server.id;
}

export default [set, preview, now, show, pause, resume, stop, why];
