import type { Card, Text } from '../src/card.ts';
import { choice, hidden, reference, string } from '../src/command.ts';
import { askToPostCard, askToStopCard, stoppedCard } from '../src/digest/ask-cards.ts';
import { suggestDays } from '../src/digest/days.ts';
import { extraSlot } from '../src/digest/post-now.ts';
import { messageUrl, stateCard } from '../src/digest/state-card.ts';
import { beingTyped, longestTopics } from '../src/digest/topics.ts';
import { readDate } from '../src/digest/why.ts';
import { whyCard } from '../src/digest/why-card.ts';
import { suggestZones } from '../src/digest/zone-offers.ts';
import { UserError } from '../src/errors.ts';
import { type Context, command } from './shared/context.ts';

const offers = 25;

const set = command({
	name: 'digest set',
	description: 'Set up the digest of new articles, or change what you give; the rest stays as it is',
	only: 'managers',
	privateByDefault: true,
	options: {
		channel: reference('channel', { description: 'Where it is posted' }),
		time: string<Context>({ description: 'When: 08:30, 8pm, 20h, noon', maxLength: 30 }),
		timezone: string<Context>({
			description: 'A city, a country, or UTC+3; at first guessed from your language',
			suggest: async (typed, { place, digests }) =>
				suggestZones(typed, { locale: place.locale, now: await digests.now(), limit: offers }),
		}),
		days: string<Context>({
			description: 'On which days: every day; Monday to Friday; weekends, Mon; Tue, Fri',
			suggest: async (typed) => suggestDays(typed),
		}),
		topics: string<Context>({
			description: 'Topics that come first, and with a minus those to leave out: climate, -football; or all',
			maxLength: longestTopics,
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
			description: 'What is posted on a day without new articles',
			choices: { line: 'One line', silent: 'Nothing' },
		}),
		unping: hidden.boolean('Ping nobody'),
	},
	async run(input, { place, digests }) {
		const requester = { server: serverOf(place), member: place.member.id, locale: place.locale };
		const { settings, what, guessed, topicsGiven } = await digests.change(input, requester);
		const notes: Text[] = [
			...(guessed
				? [[`The time zone ${settings.zone} is guessed from your language. If it is another, give timezone.`]]
				: []),
			...(topicsGiven ? (await digests.unknownTopics(settings)).map(unknownTopic) : []),
			...(settings.paused === null ? [] : [['It is still paused: Resume lets it post again.']]),
		];
		const title = {
			new: 'The digest is set',
			changed: 'The digest is changed',
			nothing: 'Nothing was changed',
		};
		return stateCard(await digests.state(settings), { title: title[what], notes });
	},
});

function unknownTopic({ topic, near }: { topic: string; near: string | null }): Text {
	const strong = (text: string) => ({ mark: 'strong', text }) as const;
	return [
		'No article has the topic ',
		strong(topic),
		...(near === null ? [' so far.'] : [' so far. Did you mean ', strong(near), '?']),
	];
}

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
	description: 'Show only me the digest as it would be posted now',
	only: 'managers',
	alwaysPrivate: true,
	options: {},
	async run(_, { place, digests }) {
		const { card } = await digests.preview(await digests.settings(serverOf(place)));
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
	description: 'Post the digest now; asks before it does',
	only: 'managers',
	privateByDefault: true,
	options: { slot: hidden.string('Which one is posted, as a button says', 20) },
	async run({ slot }, { place, digests }) {
		const settings = await digests.settings(serverOf(place));
		if (slot === undefined) {
			const composed = await digests.preview(settings);
			return askToPostCard(settings, composed, await digests.isTodayOpen(settings), extraSlot());
		}
		const { message, channel } = await digests.postNow(settings, slot);
		const card = stateCard(await digests.state(await digests.settings(settings.server)), {
			title: slot === 'daily' ? 'Today’s digest is posted' : 'An extra digest is posted',
		});
		const url = messageUrl(settings.server, channel, message);
		return {
			...card,
			blocks: [{ kind: 'text', text: [{ mark: 'link', text: 'See it', url }] }, ...card.blocks],
		};
	},
});

const show = command({
	name: 'digest show',
	description: 'What is set, when the next three are posted, and what became of the last one',
	only: 'managers',
	privateByDefault: true,
	options: {},
	run: async (_, { place, digests }) =>
		stateCard(await digests.state(await digests.settings(serverOf(place))), {
			title: `The digest of ${place.server?.name}`,
		}),
});

const pause = command({
	name: 'digest pause',
	description: 'Post no digest until it is resumed; all settings are kept',
	only: 'managers',
	privateByDefault: true,
	options: {},
	run: async (_, { place, digests }) =>
		stateCard(await digests.state(await digests.pause(serverOf(place))), { title: 'The digest is paused' }),
});

const resume = command({
	name: 'digest resume',
	description: 'Post the digest again after a pause',
	only: 'managers',
	privateByDefault: true,
	options: {},
	run: async (_, { place, digests }) =>
		stateCard(await digests.state(await digests.resume(serverOf(place))), { title: 'The digest is resumed' }),
});

const stop = command({
	name: 'digest stop',
	description: 'Post no digest any more and delete its settings; asks before it does',
	only: 'managers',
	privateByDefault: true,
	options: { confirmed: hidden.boolean('Whether the question was answered with yes') },
	async run({ confirmed }, { place, digests }) {
		const server = serverOf(place);
		return confirmed
			? stoppedCard(await digests.stop(server))
			: askToStopCard(await digests.settings(server));
	},
});

const why = command({
	name: 'digest why',
	description: 'Why a day’s digest was or was not posted, and why each article was or was not in it',
	only: 'managers',
	privateByDefault: true,
	options: {
		date: string({ description: 'The day: 2031-05-03, yesterday; today if left out', maxLength: 20 }),
	},
	async run({ date }, { place, digests }) {
		const settings = await digests.settings(serverOf(place));
		const moment = await digests.now();
		const day = readDate(date, settings.zone, moment);
		return whyCard(settings, day, await digests.day(settings, day), moment);
	},
});

function serverOf({ server }: Context['place']): string {
	if (server === null) throw new UserError('/digest works only in a server.');
	return server.id;
}

export default [set, show, preview, now, pause, resume, stop, why];
