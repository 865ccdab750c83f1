import type { OptionValue, Outcome, Rehearsal } from 'discord-rehearsal';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Parts } from '../../src/app/parts.ts';
import { connectPosting } from '../../src/app/posting.ts';
import type { Article } from '../../src/article.ts';
import type { AnyOption } from '../../src/command.ts';
import { commandBodies } from '../../src/discord/registration.ts';
import { type ModelServer, says, startModelServer } from '../explanation/model-server.ts';
import { anyMark, inMarks, standing, textsOf } from './marks.ts';
import { type ShippedBot, startShippedBot } from './shipped-bot.ts';

/** How many ways with the same options of one command are followed: pages, paragraphs, days and samples have no end. */
const mostAlike = 40;
/** What a member could type to get quotation marks around their own words. */
const typedMarks = 'peace “now” «or» "never" ‹x›';

let shipped: ShippedBot;
let parts: Parts;
let model: ModelServer;
let rehearsal: Rehearsal;
/** The answer to each way of asking. */
const replies = new Map<string, Outcome>();
let held: readonly Article[];

beforeAll(async () => {
	model = await startModelServer();
	// It copies what stands in the article, with its marks, and then makes a quotation up.
	model.behave = (response, { user }) => {
		const [, passage = ''] = /^\[1\] (.{20,300}?[.!?])/mu.exec(user) ?? [];
		const quoted = [`“${passage}” [1]`, 'The mayor said “never said this” [1].', '«never said this» [1].'];
		return says([`${passage} [1]`, ...quoted].join('\n'), { size: 50 })(response, {} as never);
	};
	const llm = { LLM_URL: model.url, LLM_MODEL: 'invented', LLM_DAILY: '10000' };
	shipped = await startShippedBot(llm, { keepRequests: 0 });
	({ parts, rehearsal } = shipped);
	connectPosting(parts, shipped.bot);
	const { library } = parts.contextOf({
		server: null,
		channel: { id: '1' },
		article: null,
		member: { id: '2', name: 'Lena', mayManageServer: false },
		locale: 'en-GB',
		target: null,
	});
	held = await Promise.all((await library.latest(100)).map(({ id }) => library.article(id)));
	await crawl();
}, 120_000);
afterAll(async () => {
	await shipped.close();
	await model.close();
});

/** Types every command in every way, and presses every button and picks every choice from there on. */
async function crawl(): Promise<void> {
	const { owner, outsider } = rehearsal.guild.members;
	const pressed = new Set<string>();
	const alike = new Map<string, number>();
	const waiting: (() => Promise<readonly [string, Outcome]>)[] = [];
	for (const [name, { way = 'slash' }] of parts.commands) {
		if (way === 'message' || way === 'mention') {
			for (const text of postedTexts()) waiting.push(() => askByMessage(name, way, text));
			continue;
		}
		for (const options of await waysToAsk(name)) {
			for (const memberId of Object.keys(options).length === 0 ? [owner, outsider] : [owner]) {
				waiting.push(async () => [
					`/${name} ${JSON.stringify(options)}${memberId === owner ? '' : ' (outsider)'}`,
					await rehearsal
						.interact({ kind: 'command', name, options, memberId, until: 'answered' })
						.catch(refused),
				]);
			}
		}
	}
	for (let ask = waiting.shift(); ask; ask = waiting.shift()) {
		const [key, outcome] = await ask();
		replies.set(key, outcome);
		const { message } = outcome;
		for (const { id, values } of message === null ? [] : controls(message.components)) {
			const does = (values?.[0] ?? id).replace(/^[^.]*\./u, '');
			const kind = does.replace(/=[^;]*/gu, '');
			const many = alike.get(kind) ?? 0;
			if (message === null || pressed.has(does) || many >= mostAlike) continue;
			pressed.add(does);
			alike.set(kind, many + 1);
			waiting.push(async () => [
				does,
				await rehearsal
					.interact({
						kind: 'component',
						messageId: message.id,
						customId: id,
						...(values && { values }),
						memberId: message.rehearsal.visibleTo ?? owner,
						until: 'answered',
					})
					.catch(refused),
			]);
		}
	}
}

/** Uses a command on a message with a text, or mentions the bot with it. */
async function askByMessage(
	name: string,
	way: 'message' | 'mention',
	text: string,
): Promise<[string, Outcome]> {
	const { members, channels } = rehearsal.guild;
	const content = way === 'mention' ? `<@${rehearsal.botId}> ${text}` : text;
	const posted = await rehearsal.post({ channelId: channels.general, memberId: members.outsider, content });
	const key = `/${name} ${text}`;
	if (way === 'message') {
		const used = { kind: 'messageCommand', name, targetId: posted.id, until: 'answered' } as const;
		return [key, await rehearsal.interact({ ...used, memberId: members.owner })];
	}
	const reply = () =>
		rehearsal.messages(channels.general).find(({ message_reference: to }) => to?.message_id === posted.id);
	await vi.waitFor(() => expect(reply()).toBeDefined(), { timeout: 5_000 });
	return [key, { message: reply() ?? null, problem: null, followUps: [] } as unknown as Outcome];
}

/** Messages with what articles say: as it is, changed, put together, under another name, and in hostile forms. */
function postedTexts(): string[] {
	const said = held
		.flatMap(({ quotes }) => quotes.filter(({ text }) => text.split(' ').length > 6))
		.slice(0, 12);
	const words = (index: number) => (said[index]?.text ?? '').replace(/["“”«»‹›]/gu, "'");
	const name = (index: number) => said[index]?.speaker ?? 'Nobody';
	return [
		`${name(0)} said “${words(0)}”`,
		`${name(1)} said “${words(0)}” and «${words(2).replace(/ \S+ /u, ' never ')}»`,
		`"${words(3)} … ${words(4)}"`,
		`> ${words(5)}\n> — ${name(6)}`,
		`${name(7)} said ${words(7).split(' ').slice(2).join(' ')}`,
		`“${held[0]?.paragraphs[0]?.slice(0, 80)}” and “${held[0]?.comments[0]?.text.slice(0, 80)}”`,
		`“${words(8).replaceAll('a', 'а').replaceAll(' ', ' \u200b')} @everyone **“peace** now” ‹x› «»”`,
		`${'"'.repeat(500)}${'“peace '.repeat(200)}`,
		'The moon is made of cheese, he said: “Nobody ever wrote these words down anywhere”',
		typedMarks,
	];
}

/** What a member's client refuses to send is no reply. */
function refused(error: unknown): Outcome {
	if ((error as Error).name !== 'RehearsalError') throw error;
	return { message: null, problem: null, followUps: [] } as unknown as Outcome;
}

/** Only with what it needs; then with each option in turn: what is offered, what can be chosen, and marks. */
async function waysToAsk(name: string): Promise<Record<string, OptionValue>[]> {
	const all = Object.entries<AnyOption<never>>(parts.commands.get(name)?.options ?? {});
	const shown = all.filter(([, option]) => !option.hidden);
	const needed: Record<string, OptionValue> = {};
	for (const [option, kind] of shown) if (kind.required) [needed[option]] = await values(name, option, kind);
	const ways = [needed];
	for (const [option, kind] of shown)
		for (const value of await values(name, option, kind)) ways.push({ ...needed, [option]: value });
	return ways;
}

async function values(
	command: string,
	name: string,
	option: AnyOption<never>,
): Promise<readonly [OptionValue, ...OptionValue[]]> {
	const { channels, roles } = rehearsal.guild;
	switch (option.kind) {
		case 'channel':
			return [channels.dailyDigest, channels.forum];
		case 'role':
			return [roles.readers, roles.everyone];
		case 'boolean':
			return [true, false];
		case 'string': {
			if (option.choices) return Object.keys(option.choices) as [string, ...string[]];
			if (name === 'quote') return postedTexts() as [string, ...string[]];
			if (name === 'time') return ['20:30', typedMarks.slice(0, option.maxLength)];
			const input = { kind: 'autocomplete', name: command, focused: name, options: { [name]: '' } } as const;
			const { choices = [] } = option.suggest
				? await rehearsal.interact({ ...input, memberId: rehearsal.guild.members.owner })
				: {};
			return [
				typedMarks.slice(0, option.maxLength),
				...choices.slice(0, 3).map(({ value }) => value),
				'zzzz',
				'm',
			];
		}
		default:
			return [1];
	}
}

interface Control {
	readonly id: string;
	readonly values?: readonly string[];
}

function controls(components: unknown): Control[] {
	if (Array.isArray(components)) return components.flatMap(controls);
	if (typeof components !== 'object' || components === null) return [];
	const one = components as {
		custom_id?: string;
		disabled?: boolean;
		options?: { value: string }[];
		components?: unknown;
	};
	if (one.custom_id === undefined) return controls(one.components);
	const { custom_id: id } = one;
	if (one.disabled) return [];
	return one.options === undefined ? [{ id }] : one.options.map(({ value }) => ({ id, values: [value] }));
}

describe('whatever a member types and presses, over all commands,', () => {
	test('there is an answer, and every command and article is reached', () => {
		for (const [key, { problem }] of replies) expect.soft({ key, problem }).toEqual({ key, problem: null });
		for (const name of parts.commands.keys())
			expect([...replies.keys()].some((key) => key.startsWith(`/${name} `))).toBe(true);
		for (const { id } of held) expect([...replies.keys()]).toContain(`article;article=${id}`);
		expect(replies.size).toBeGreaterThan(300);
	});

	test('nothing breaks inside, and no card is cut to fit its message', () => {
		for (const [key, { message }] of replies) {
			const text = textsOf(message?.components).join('\n');
			expect.soft({ key, broken: text.includes('Something went wrong') }).toEqual({ key, broken: false });
			expect.soft({ key, cut: text.includes('shortened to fit') }).toEqual({ key, cut: false });
		}
	});

	test('every pair of quotation marks in every reply and post holds words of an article', () => {
		const stands = standing(held);
		const { channels = [], threads = [] } = rehearsal.snapshot(rehearsal.guild.members.owner).guilds[0] ?? {};
		const posted = [...channels, ...threads].flatMap(({ id }) => rehearsal.messages(id));
		expect(threads.length).toBeGreaterThan(3);
		const shown = [
			...[...replies].flatMap(([key, { message }]) =>
				textsOf(message?.components).map((text) => ({ key, text })),
			),
			...posted.flatMap(({ id, components }) =>
				textsOf(components).map((text) => ({ key: `message ${id}`, text })),
			),
		];
		let seen = 0;
		for (const { key, text } of shown) {
			for (const words of inMarks(text)) {
				seen++;
				if (!stands(words)) expect.soft({ key, words, stands: false }).toEqual({ key, words, stands: true });
			}
		}
		expect(seen).toBeGreaterThan(500);
		expect(shown.some(({ text }) => text.includes('By invented, not by the article.'))).toBe(true);
	});

	test('registered names and descriptions have no quotation marks at all', () => {
		for (const body of commandBodies(parts.commands.values()))
			for (const text of textsOf(body)) expect(text).not.toMatch(anyMark);
	});
});
