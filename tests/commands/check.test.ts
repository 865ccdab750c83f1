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

describe('/check', () => {
	it('finds words word for word, whatever the marks, with a way to their place', async () => {
		const card = await bot.checked('Quillon said: «nobody repairs a pier in WINTER»');
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
		const card = await bot.checked('“Reading needs quiet”', { speaker: 'Bruno Quillon' });
		expect(card).toContain('Said by somebody else');
		expect(card).toMatch(/under the name of Bruno Quillon[\s\S]*by Ada Quillon/u);
	});

	it('says what was put together, with the pieces', async () => {
		const card = await bot.checked('“Nobody repairs a pier in winter. We were promised boats.”');
		expect(card).toContain('Stitched together');
		expect(card.indexOf('Nobody repairs a pier in winter,”')).toBeLessThan(
			card.indexOf('We were promised boats,”'),
		);
	});

	it('tells the article’s own words and those of readers from what was said', async () => {
		expect(await bot.checked('“the two sides are far apart”')).toContain('Written, not said');
		expect(await bot.checked('“On fishing quotas, the two sides are far apart”')).toContain(
			'The article’s own words',
		);
	});

	it('calls nothing false: it was not found, and the nearest is shown', async () => {
		const card = await bot.checked(
			'Ada Quillon said “we were never offered any boats or ferries by the ministry”',
		);
		expect(card).toContain('Not found');
		expect(card).not.toMatch(/false|fake|lie\b|wrong/iu);
		expect(card).toContain('“We were promised boats”');
	});

	it('names characters that only look like others', async () => {
		const card = await bot.checked('“Nоbody repairs a p\u200bier in winter”', { article: 'all' });
		expect(card).toContain('Word for word');
		expect(card).toContain('Cyrillic letter о (U+043E)');
		expect(card).toContain('invisible character (U+200B)');
	});
});

describe('/check of odd input', () => {
	it('names invisible characters between words, and not those of an emoji', async () => {
		const turned = await bot.checked('“Nobody \u202erepairs\u202c a pier\u200b in winter”', {
			article: 'all',
		});
		expect(turned).toContain('Word for word');
		expect(turned).toContain('Posted with characters that the article does not have there');
		expect(turned).toContain('U+202E');
		expect(turned).toContain('U+200B');
		const happy = await bot.checked('“Nobody repairs 👩‍🚒❤️ a pier in winter”', { article: 'all' });
		expect(happy).toContain('Word for word');
		expect(happy).not.toContain('Posted with characters');
	});

	it('compares a word that says nothing with nothing, and asks for more than one', async () => {
		const card = await bot.checked('“the”');
		expect(card).toContain('A single word is only found within one article');
		expect(card).toContain('Nothing that is quoted here has its words');
		expect(await bot.checked('“the of and the of”')).not.toContain('The nearest');
		// Only the text around a quotation has that word.
		expect(await bot.checked('“giraffes eat quotas of marmalade”')).not.toContain('The nearest');
	});

	it('says that nothing like it is quoted under that name', async () => {
		const card = await bot.checked('Yusuf Brandao said “our kettle sings in the morning”');
		expect(card).toContain('Nothing that is quoted here under the name of Yusuf Brandao has its words');
	});

	it('says once what an omission took out', async () => {
		const card = await bot.checked('“Nobody … a pier in winter”');
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
		expect(await bot.checked(quote)).toContain('There are no words in quote to check');
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
		expect(await bot.checked(quote)).toMatch(/Compared with/u);
	});
});

describe('in the thread of an article', () => {
	it('looks only in the article of the thread, unless told otherwise', async () => {
		const { general } = rehearsal.guild.channels;
		const { json } = await request(rehearsal, 'POST', `/channels/${general}/threads`, {
			name: 'The harbour',
			type: 11,
		});
		const { id: channelId } = json as { id: string };
		await bot.archive.threads.put(channelId, 'harbour');
		const ask = async (options = {}) =>
			read(
				await rehearsal.interact({
					kind: 'command',
					name: 'check',
					channelId,
					options: { quote: '“Reading needs quiet”', ...options },
				}),
			);
		expect(await ask()).toContain('Not found');
		expect(await ask({ article: 'all' })).toContain('Word for word');
	});
});
