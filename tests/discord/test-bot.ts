import type { Outcome, Rehearsal } from 'discord-rehearsal';
import { readMessage } from 'discord-rehearsal/text';
import { type Logger, pino } from 'pino';
import type { Command } from '../../src/command.ts';
import { type Bot, type BotOptions, startBot } from '../../src/discord/bot.ts';
import { keptInMemory } from '../../src/discord/ids.ts';
import { UserError } from '../../src/errors.ts';
import type { Place } from '../../src/place.ts';

/** What the commands of these tests get. */
export interface Context {
	readonly place: Place;
}

const base = { required: false, hidden: false } as const;
const text = { ...base, kind: 'string', description: 'Text', maxLength: 4000 } as const;
const define = <const O extends Command<Context>['options']>(command: Command<Context, O>) =>
	command as unknown as Command<Context>;

const list = [
	define({
		name: 'count',
		description: 'A number with buttons',
		options: {
			page: { ...base, kind: 'integer', description: 'Page', min: 0, max: 99, hidden: true },
			about: text,
		},
		async run({ page = 0, about = '' }, { place }) {
			return {
				title: `Page ${page}`,
				blocks: [
					{ kind: 'text', text: [`for ${place.member.name}`, about === '' ? '' : `, about ${about.length}`] },
					{
						kind: 'menu',
						placeholder: 'Go to',
						choices: [7, 8].map((to) => ({
							label: `To ${to}`,
							command: 'count',
							options: { page: to, about },
						})),
					},
				],
				actions: [
					[
						{ label: 'Next', command: 'count', options: { page: page + 1, about } },
						{ label: 'New message', command: 'count', options: { page: page + 1, about }, opens: 'new' },
						{ label: 'Broken', command: 'break', options: {} },
						{ label: 'Secret', command: 'secret', options: {} },
						{ label: 'Slow', command: 'slow', options: {} },
					],
				],
			};
		},
	}),
	define({
		name: 'break',
		description: 'Fails in one way or another',
		options: { how: { ...text, maxLength: 10 } },
		async run({ how }) {
			if (how === 'kindly') throw new UserError('There is no such thing; try another.');
			throw new Error('the inside of the bot');
		},
	}),
	define({
		name: 'slow',
		description: 'Takes its time',
		options: {},
		async run() {
			await new Promise((resolve) => setTimeout(resolve, 1700));
			return { title: 'At last', blocks: [] };
		},
	}),
	define({
		name: 'secret',
		description: 'For managers',
		only: 'managers',
		options: {},
		async run() {
			return { title: 'Secret', blocks: [] };
		},
	}),
	define({
		name: 'offer show',
		description: 'Offers answers',
		options: {
			what: {
				...text,
				suggest: async (typed) => {
					if (typed === 'break') throw new Error('the inside of the bot');
					if (typed === 'slow') await new Promise((resolve) => setTimeout(resolve, 2500));
					return Array.from({ length: 30 }, (_, index) => ({
						label: `${typed} ${index} ${'word '.repeat(40)}`,
						value: `${index}`,
					}));
				},
			},
		},
		async run({ what = '' }) {
			return { title: `Chosen: ${what}`, blocks: [] };
		},
	}),
];

export const commands = new Map(list.map((command) => [command.name, command]));

export interface TestBot extends Bot {
	/** Lines of the log. */
	readonly logged: Record<string, unknown>[];
}

/** The real client, with the commands above, against a rehearsal. */
export async function startTestBot(
	rehearsal: Pick<Rehearsal, 'apiUrl' | 'token'>,
	options: Partial<BotOptions<Context>> = {},
	logged: Record<string, unknown>[] = [],
): Promise<TestBot> {
	const log: Logger = pino(
		{ level: 'info' },
		{ write: (line: string) => void logged.push(JSON.parse(line)) },
	);
	const bot = await startBot<Context>({
		token: rehearsal.token,
		apiUrl: rehearsal.apiUrl,
		shards: null,
		commands,
		contextOf: (place) => ({ place }),
		kept: keptInMemory(),
		log,
		...options,
	});
	await bot.registered;
	return { ...bot, logged };
}

/** What the member reads. */
export function read({ message, problem }: Outcome): string {
	return message === null ? `(${problem})` : readMessage(message.components ?? []);
}
