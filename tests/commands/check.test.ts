import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, type Rehearsal, startRehearsal } from 'discord-rehearsal';
import { findButton, readMessage } from 'discord-rehearsal/text';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../commands/shared/context.ts';
import { loadCommands } from '../../src/app/commands.ts';
import { openArchive } from '../../src/app/open-archive.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import { openChecks } from '../../src/discussion/checks.ts';
import { answersFrom } from '../../src/library/answers/answers.ts';
import { openCache } from '../../src/library/cache/cache.ts';
import { inventedRecord } from '../library/invented.ts';
import { harbour, library } from '../stores/under-test.ts';
import { additions, discussions, feeds, privacy } from './plain-library.ts';

let folder: string;
let archive: Awaited<ReturnType<typeof openArchive>>;
let rehearsal: Rehearsal;
let bot: Bot;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'verbatim-check-'));
	const log = pino({ level: 'silent' });
	archive = await openArchive(folder);
	await archive.put([harbour, library].map(inventedRecord));
	rehearsal = await startRehearsal({ port: 0, rateLimits: false });
	const cache = openCache(null, log);
	const check = openChecks((server) => archive.seenBy(server));
	bot = await startBot<Context>({
		...rehearsal,
		shards: null,
		commands: await loadCommands<Context>(),
		contextOf: (place) => ({
			library: answersFrom(archive.seenBy(place.server?.id ?? null), cache),
			check: check(place.server?.id ?? null),
			corrections: null,
			pictures: { draw: () => Promise.reject(new Error('Nothing is drawn here.')) },
			get digests(): never {
				throw new Error('There are no digests here.');
			},
			get follows(): never {
				throw new Error('Nobody follows anything here.');
			},
			privacy,
			discussions,
			additions,
			feeds,
			place,
		}),
		kept: archive,
		articleOfThread: (thread) => archive.threads.articleOf(thread),
		log,
	});
	await bot.registered;
});
afterAll(async () => {
	await bot.close();
	await rehearsal.close();
	await archive.close();
	rmSync(folder, { recursive: true, force: true });
});

const read = ({ message }: Pick<Outcome, 'message'>) => readMessage(message?.components ?? []);
const post = (content: string, channelId = rehearsal.guild.channels.general) =>
	rehearsal.post({ channelId, memberId: rehearsal.guild.members.outsider, content });
const checked = async (quote: string, options: Record<string, string> = {}) =>
	read(await rehearsal.interact({ kind: 'command', name: 'check', options: { quote, ...options } }));
const answerTo = async (id: string, channelId = rehearsal.guild.channels.general) => {
	const find = () =>
		rehearsal
			.messages(channelId, rehearsal.guild.members.outsider)
			.find(({ message_reference: to }) => to?.message_id === id);
	await expect.poll(find).toBeDefined();
	return read({ message: find() ?? null });
};

describe('/check', () => {
	it('finds words word for word, whatever the marks, with a way to their place', async () => {
		const card = await checked('Quillon said: «nobody repairs a pier in WINTER»');
		expect(card).toContain('Word for word');
		expect(card).toContain('“Nobody repairs a pier in winter,”');
		expect(card).toContain('¶ 3 in context');
		expect(card).toMatch(/Compared with 2 articles/u);
	});

	it('marks what was changed, negations first', async () => {
		const input = {
			kind: 'command',
			name: 'check',
			options: { quote: '“Somebody repairs a new pier in winter”' },
		} as const;
		const outcome = await rehearsal.interact(input);
		expect(read(outcome)).toContain('Words were changed');
		const card = JSON.stringify(outcome.message?.components);
		expect(card).toContain('“**Nobody** repairs a pier in winter,”');
		expect(card).toContain('~~Somebody~~ repairs a ~~new~~ pier in winter');
		expect(card.indexOf('Negation')).toBeLessThan(card.indexOf('~~new~~ was put in'));
	});

	it('says who said it where it was posted under another name', async () => {
		const card = await checked('“Reading needs quiet”', { speaker: 'Bruno Quillon' });
		expect(card).toContain('Said by somebody else');
		expect(card).toMatch(/under the name of Bruno Quillon[\s\S]*by Ada Quillon/u);
	});

	it('says what was put together, with the pieces', async () => {
		const card = await checked('“Nobody repairs a pier in winter. We were promised boats.”');
		expect(card).toContain('Stitched together');
		expect(card.indexOf('Nobody repairs a pier in winter,”')).toBeLessThan(
			card.indexOf('We were promised boats,”'),
		);
	});

	it('tells the article’s own words and those of readers from what was said', async () => {
		expect(await checked('“the two sides are far apart”')).toContain('Written, not said');
		expect(await checked('“On fishing quotas, the two sides are far apart”')).toContain(
			'The article’s own words',
		);
	});

	it('calls nothing false: it was not found, and the nearest is shown', async () => {
		const card = await checked(
			'Ada Quillon said “we were never offered any boats or ferries by the ministry”',
		);
		expect(card).toContain('Not found');
		expect(card).not.toMatch(/false|fake|lie\b|wrong/iu);
		expect(card).toContain('“We were promised boats”');
	});

	it('names characters that only look like others', async () => {
		const card = await checked('“Nоbody repairs a p\u200bier in winter”', { article: 'all' });
		expect(card).toContain('Word for word');
		expect(card).toContain('Cyrillic letter о (U+043E)');
		expect(card).toContain('invisible character (U+200B)');
	});
});

describe('/check of odd input', () => {
	it('names invisible characters between words, and not those of an emoji', async () => {
		const turned = await checked('“Nobody \u202erepairs\u202c a pier\u200b in winter”', { article: 'all' });
		expect(turned).toContain('Word for word');
		expect(turned).toContain('Posted with characters that the article does not have there');
		expect(turned).toContain('U+202E');
		expect(turned).toContain('U+200B');
		const happy = await checked('“Nobody repairs 👩‍🚒❤️ a pier in winter”', { article: 'all' });
		expect(happy).toContain('Word for word');
		expect(happy).not.toContain('Posted with characters');
	});

	it('compares a word that says nothing with nothing, and asks for more than one', async () => {
		const card = await checked('“the”');
		expect(card).toContain('A single word is only found within one article');
		expect(card).toContain('Nothing that is quoted here has its words');
		expect(await checked('“the of and the of”')).not.toContain('The nearest');
	});

	it('says that nothing like it is quoted under that name', async () => {
		const card = await checked('Yusuf Brandao said “our kettle sings in the morning”');
		expect(card).toContain('Nothing that is quoted here under the name of Yusuf Brandao has its words');
	});

	it('says once what an omission took out', async () => {
		const card = await checked('“Nobody … a pier in winter”');
		expect(card).not.toMatch(/Cut out of a sentence/u);
	});

	it('takes no word from mentions, and no mention, heading or link from the words', async () => {
		const posted =
			'“Nobody repairs <@123456789012345678> a pier\n# in [winter](https://bad.example/x)” <@&123456789012345678>';
		const outcome = await rehearsal.interact({
			kind: 'command',
			name: 'check',
			options: { quote: posted },
		});
		expect(read(outcome)).toContain('Word for word');
		const card = JSON.stringify(outcome.message?.components);
		expect(card).not.toMatch(/(?<!\\\\)<@|bad\.example|\\n# /u);
		expect(outcome.message?.mentions ?? []).toEqual([]);
	});

	it.each([
		['only marks', '"'.repeat(3_999)],
		['nested marks', '«“‹„"'.repeat(700)],
		['punctuation', '“…” ?! —'],
		['markdown alone', '*_~`|'.repeat(700)],
	])('says that there are no words to check in %s', async (_, quote) => {
		expect(await checked(quote)).toContain('There are no words in quote to check');
	});

	it.each([
		['a mark before each word', '“a'.repeat(1_300)],
		[
			'forty spans',
			Array.from(
				{ length: 40 },
				(_, n) => `“Nobody repairs a pier in winter, said ${n} of those who know what piers cost here”`,
			)
				.join(' ')
				.slice(0, 3_990),
		],
		['the same sentence forty times', `“${'Nobody repairs a pier in winter. '.repeat(120).slice(0, 3_990)}”`],
	])('answers to 4,000 characters with %s', async (_, quote) => {
		expect(await checked(quote)).toMatch(/Compared with/u);
	});
});

describe('Check quotes on a message', () => {
	it('answers privately, and a button posts it for everybody', async () => {
		const message = await post(
			'Quillon said “Nobody repairs a pier in winter” and “We were promised planes”',
		);
		const outcome = await rehearsal.interact({
			kind: 'messageCommand',
			name: 'Check quotes',
			targetId: message.id,
		});
		expect(outcome.ephemeral).toBe(true);
		expect(read(outcome)).toContain('2 quotes checked');
		const button = findButton(outcome.message?.components ?? [], 'Post it here');
		if (!outcome.message || !button) throw new Error('There is no button.');
		const shown = await rehearsal.interact({ kind: 'component', messageId: outcome.message.id, ...button });
		expect(shown.ephemeral).toBe(false);
		expect(read(shown)).toContain('2 quotes checked');
		expect(findButton(shown.message?.components ?? [], 'Post it here')).toBeNull();
	});

	it('says that a message without words has nothing to check', async () => {
		const message = await post('<@123456789012345678> 🎉');
		const outcome = await rehearsal.interact({
			kind: 'messageCommand',
			name: 'Check quotes',
			targetId: message.id,
		});
		expect(read(outcome)).toContain('no words to check');
	});
});

describe('by writing to the bot', () => {
	it('a mention is checked', async () => {
		const message = await post(`<@${rehearsal.botId}> Quillon said “Nobody repairs a pier in winter”`);
		expect(await answerTo(message.id)).toContain('Word for word');
	});

	it('a mention without words says what the bot cannot see', async () => {
		const first = await post('“Nobody repairs a pier in winter”');
		const { channels, members } = rehearsal.guild;
		const message = await rehearsal.post({
			channelId: channels.general,
			memberId: members.outsider,
			content: `<@${rehearsal.botId}>`,
			replyTo: first.id,
		});
		expect(await answerTo(message.id)).toContain('not those it answers');
	});

	it('a direct message is checked, without a mention', async () => {
		await rehearsal.interact({
			kind: 'command',
			name: 'help',
			inDirectMessage: true,
			memberId: rehearsal.guild.members.outsider,
		});
		const [direct] = rehearsal.snapshot(rehearsal.guild.members.outsider).directMessages;
		if (!direct) throw new Error('There are no direct messages.');
		const message = await post('“Nobody repairs a bridge in winter”', direct.id);
		expect(await answerTo(message.id, direct.id)).toContain('Words were changed');
	});
});

describe('in the thread of an article', () => {
	it('looks only in the article of the thread, unless told otherwise', async () => {
		const thread = rehearsal.guild.channels.general;
		await archive.threads.put(thread, 'harbour');
		expect(await checked('“Reading needs quiet”')).toContain('Not found');
		expect(await checked('“Reading needs quiet”', { article: 'all' })).toContain('Word for word');
	});
});
