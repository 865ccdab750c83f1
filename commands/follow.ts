import type { Action, Block, Card, Text } from '../src/card.ts';
import { shortLine } from '../src/cards/cut.ts';
import { counted } from '../src/cards/numbers.ts';
import { choice, string } from '../src/command.ts';
import { bold, typed, UserError } from '../src/errors.ts';
import { stopAction } from '../src/follow/card.ts';
import type { EndReason, Follow, FollowRequest } from '../src/follow/service.ts';
import { type Context, command } from './shared/context.ts';
import { rows } from './shared/controls.ts';
import { speakerOption, topicOption } from './shared/options.ts';

const how = {
	pace: choice({
		description: 'How often; once a day if left out',
		choices: { daily: 'Once a day, at this time of day', 'at once': 'At once' },
	}),
	where: choice({
		description: 'Where I write to you; in direct messages if left out',
		choices: { direct: 'In direct messages', thread: 'In a thread of your own in this channel' },
	}),
};
type How = Pick<FollowRequest, 'wanted' | 'kind'> & {
	readonly pace?: FollowRequest['pace'] | undefined;
	readonly where?: FollowRequest['where'] | undefined;
};

const speaker = command({
	name: 'follow speaker',
	description: 'Be told when somebody is quoted with something new',
	alwaysPrivate: true,
	options: {
		speaker: string<Context, true>({
			description: 'Whose words: a name or a part of one',
			required: true,
			...suggesting(speakerOption.suggest),
		}),
		...how,
	},
	run: ({ speaker: wanted, pace, where }, context) =>
		follow({ wanted, kind: 'speaker', pace, where }, context),
});

const topic = command({
	name: 'follow topic',
	description: 'Be told of new articles on a topic',
	alwaysPrivate: true,
	options: {
		topic: string<Context, true>({
			description: 'The topic',
			required: true,
			...suggesting(topicOption.suggest),
		}),
		...how,
	},
	run: ({ topic: wanted, pace, where }, context) => follow({ wanted, kind: 'topic', pace, where }, context),
});

const list = command({
	name: 'follow list',
	description: 'What you follow, how you are told of it, and what ended',
	alwaysPrivate: true,
	options: {},
	run: async (_, { place, follows }) => listCard(await follows.list(place.member.id)),
});

const stop = command({
	name: 'follow stop',
	description: 'Stop following something, or everything',
	alwaysPrivate: true,
	options: {
		which: string<Context, true>({
			description: 'What: pick one of those offered; or all',
			required: true,
			suggest: async (text, { place, follows }) => {
				const all = await follows.list(place.member.id);
				const fit = all.filter(({ subject }) => subject.toLowerCase().includes(text.trim().toLowerCase()));
				const offers = fit.map(({ id, subject, kind }) => ({
					label: `${subject} · ${kind}`,
					value: String(id),
				}));
				return offers.length === 0 ? [] : [{ label: 'Everything', value: 'all' }, ...offers];
			},
		}),
	},
	async run({ which }, { place, follows }) {
		const { id: member } = place.member;
		const all = await follows.list(member);
		const typedName = which.trim().toLowerCase();
		const found = all.find(
			({ id, subject }) => String(id) === typedName || subject.toLowerCase() === typedName,
		);
		// As the choice reads that is offered.
		const wanted = found === undefined && typedName === 'everything' ? 'all' : typedName;
		if (wanted !== 'all' && found === undefined) {
			if (/^\d{1,15}$/u.test(wanted)) throw new UserError('You do not follow that any more.');
			throw new UserError(['You do not follow ', typed(which), '. /follow list shows what you follow.']);
		}
		const stopped = await follows.stop(member, found?.id ?? 'all');
		const names = stopped.map(({ subject }) => shortLine(subject, 60));
		return {
			...listCard(await follows.list(member)),
			title: names.length === 0 ? 'You followed nothing' : `You no longer follow ${named(names)}`,
		};
	},
});

function named(names: readonly string[]): string {
	const shown = names.slice(0, 3).join(', ');
	return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

async function follow(
	{ wanted, kind, pace = 'daily', where = 'direct' }: How,
	context: Context,
): Promise<Card> {
	const { place, follows } = context;
	const made = await follows.follow({
		member: place.member.id,
		server: place.server?.id ?? null,
		channel: place.channel.id,
		kind,
		wanted,
		pace,
		where,
	});
	const { subject } = made.follow;
	const title = `${made.changed ? 'Changed' : 'You follow'}: ${shortLine(subject, 80)}`;
	const all = listCard(await follows.list(place.member.id));
	if (!made.corrected) return { ...all, title };
	const instead: Text = [`No ${kind} called `, typed(wanted), '; following ', bold(subject), ' instead.'];
	return { ...all, title, blocks: [{ kind: 'note', text: instead }, ...all.blocks] };
}

const paces = { daily: 'once a day', 'at once': 'at once' } as const;
const ends: Readonly<Record<EndReason, string>> = {
	closed: 'ended: your direct messages were closed to me',
	'thread-gone': 'ended: I could no longer write in the thread',
	left: 'ended: you are no longer in that server, or I am not',
};

function listCard(all: readonly Follow[]): Card {
	const going = all.filter(({ ended }) => ended === null);
	const stops = going.slice(0, 4).map(stopAction);
	const everything: Action = {
		label: 'Stop all',
		command: 'follow stop',
		options: { which: 'all' },
		style: 'danger',
	};
	return {
		eyebrow: 'What you follow',
		title: going.length === 0 ? 'You follow nothing' : `You follow ${counted(going.length, 'thing')}`,
		tone: 'quotes',
		blocks: all.length === 0 ? [nothing] : [{ kind: 'list', items: all.map(item) }],
		actions: rows(going.length === 0 ? [] : [...stops, everything]),
	};
}

const nothing: Block = {
	kind: 'text',
	text: [
		'With ',
		{ mark: 'command', name: 'follow speaker' },
		' or ',
		{ mark: 'command', name: 'follow topic' },
		' you are told when something new is said.',
	],
};

function item({ subject, kind, pace, target, server, ended }: Follow): Text {
	const where: Text = target === 'direct' ? ['in direct messages'] : ['in ', { mark: 'channel', id: target }];
	const state: Text = ended === null ? [`${paces[pace]}, `, ...where] : [ends[ended]];
	return [
		{ mark: 'strong', text: shortLine(subject, 80) },
		` · ${kind} · `,
		...state,
		server === null ? '' : ' · with the server’s own articles',
	];
}

function suggesting(suggest: typeof speakerOption.suggest) {
	return suggest === undefined ? {} : { suggest };
}

export default [speaker, topic, list, stop];
