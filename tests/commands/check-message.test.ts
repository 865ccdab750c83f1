import { findButton } from 'discord-rehearsal/text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { request } from '../../packages/rehearsal/tests/bot.ts';
import { type CheckBot, openCheckBot, read } from './check-bot.ts';

let bot: CheckBot;
let rehearsal: CheckBot['rehearsal'];
beforeAll(async () => {
	bot = await openCheckBot();
	({ rehearsal } = bot);
});
afterAll(() => bot.close());

describe('Check quotes on a message', () => {
	it('answers privately, and a button posts it for everybody', async () => {
		const message = await bot.post(
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
		const message = await bot.post('<@123456789012345678> 🎉');
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
		const message = await bot.post(`<@${rehearsal.botId}> Quillon said “Nobody repairs a pier in winter”`);
		expect(await bot.answerTo(message.id)).toContain('Word for word');
	});

	it('a mention without words says what the bot cannot see', async () => {
		const first = await bot.post('“Nobody repairs a pier in winter”');
		const { channels, members } = rehearsal.guild;
		const message = await rehearsal.post({
			channelId: channels.general,
			memberId: members.outsider,
			content: `<@${rehearsal.botId}>`,
			replyTo: first.id,
		});
		expect(await bot.answerTo(message.id)).toContain('I see only the message that mentions me, no other');
	});

	it('a greeting says what can be asked', async () => {
		const message = await bot.post(`<@${rehearsal.botId}> hello!`);
		expect(await bot.answerTo(message.id)).toContain('Write a question, or a quote of at least three words');
	});

	it.each([
		'thanks, that was helpful',
		'Thank you so much for this!',
		'hello there bot friend',
		'can you help me?',
		'What can you do?',
	])('thanks or a question about the bot is not looked up: %s', async (text) => {
		const message = await bot.post(`<@${rehearsal.botId}> ${text}`);
		expect(await bot.answerTo(message.id)).toContain('/help lists what else I can do.');
	});

	it('what begins with thanks is looked up where it was said, and where it is in quotation marks', async () => {
		for (const text of [
			'“thanks to the pier”',
			'Thanks to the pier nobody sails in the winter of this long year',
		]) {
			const message = await bot.post(`<@${rehearsal.botId}> ${text}`);
			expect(await bot.answerTo(message.id)).toContain('Quote check');
		}
	});

	it('a request is searched or answered like a question, also where it is for everybody', async () => {
		const asked = async (text: string) => bot.answerTo((await bot.post(`<@${rehearsal.botId}> ${text}`)).id);
		const ask = /^(?:Answer, word for word|No answer found)\n/u;
		for (const text of ['tell me about the pier?', 'Please summarise the pier article.', 'explain pier'])
			expect(await asked(text)).toMatch(/^Search.*\npier\n/u);
		expect(await asked('tell me who repairs a pier')).toMatch(ask);
		expect(await asked('@everyone who repairs a pier in winter?')).toMatch(ask);
		expect(await asked('tell me more')).toContain('/help lists what else I can do.');
		expect(await asked('tell me “Nobody repairs a pier in winter”')).toContain('Quote check');
	});

	it('a direct message is checked, without a mention', async () => {
		const help = await rehearsal.interact({
			kind: 'command',
			name: 'help',
			inDirectMessage: true,
			memberId: rehearsal.guild.members.outsider,
		});
		// What only servers have is not listed there.
		expect(read(help)).toContain('/quotes: ');
		expect(read(help)).not.toMatch(/\/(?:digest|notify|discuss|feeds|correct)/u);
		const [direct] = rehearsal.snapshot(rehearsal.guild.members.outsider).directMessages;
		if (!direct) throw new Error('There are no direct messages.');
		const message = await bot.post('“Nobody repairs a bridge in winter”', direct.id);
		expect(await bot.answerTo(message.id, direct.id)).toContain('Words were changed');
	});
});

describe('a message that is deleted before its answer', () => {
	const words = 'Quillon said “Nobody repairs a pier in winter”';
	const remove = async (id: string) => {
		const { general } = rehearsal.guild.channels;
		const { status } = await request(rehearsal, 'DELETE', `/channels/${general}/messages/${id}`);
		expect(status).toBe(204);
	};

	it('is checked by the menu, and can still be posted', async () => {
		const message = await bot.post(words);
		const go = bot.holdChecks();
		const asked = rehearsal.interact({
			kind: 'messageCommand',
			name: 'Check quotes',
			targetId: message.id,
		});
		await remove(message.id);
		go();
		const outcome = await asked;
		expect(read(outcome)).toContain('Word for word');
		const button = findButton(outcome.message?.components ?? [], 'Post it here');
		if (!outcome.message || !button) throw new Error('There is no button.');
		const shown = await rehearsal.interact({ kind: 'component', messageId: outcome.message.id, ...button });
		expect(shown.ephemeral).toBe(false);
		expect(read(shown)).toContain('Word for word');
	});

	it('is answered where it mentioned the bot, as no reply to anything', async () => {
		const { channels, members } = rehearsal.guild;
		const go = bot.holdChecks();
		const message = await bot.post(`<@${rehearsal.botId}> ${words}`);
		const before = rehearsal.messages(channels.general, members.outsider).length;
		await remove(message.id);
		go();
		const later = () => rehearsal.messages(channels.general, members.outsider);
		await expect.poll(() => later().length).toBe(before);
		const answer = later().at(-1);
		expect(read({ message: answer ?? null })).toContain('Word for word');
		expect(answer?.message_reference).toBeUndefined();
		expect(answer?.mentions).toEqual([]);
	});
});
