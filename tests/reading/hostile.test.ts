import { describe, expect, it } from 'vitest';
import { readDump } from '../../src/reading/dump/dump.ts';
import { readArticles } from '../../src/reading/read.ts';

const head =
	'The Pier Sinks Again\n\nThe pier has sunk by eleven centimetres since the autumn, the harbour says.\n\n';

describe('a page that nobody would copy', () => {
	it('may have 20,000 comments', () => {
		const comments = Array.from({ length: 20_000 }, (_, at) =>
			at % 2
				? `• Reader ${at}in reply toReader ${at - 1}(Show commentHide comment)\n  Yes.`
				: `• Reader ${at}\n  No.`,
		);
		const { fields } = readDump(`${head}Comments\n${comments.join('\n')}\nShow new comments (0)`);
		expect(fields.comments).toHaveLength(20_000);
		expect(fields.comments.at(-1)).toEqual({ author: 'Reader 19999', replyTo: 'Reader 19998', text: 'Yes.' });
	});

	it('may have a paragraph of 100,000 characters', () => {
		const long = `${'The harbour was quiet, “as it always is, '.repeat(2500)}he said.`;
		expect(readDump(`${head}${long}`).fields.paragraphs.at(-1)).toBe(long);
	});

	it('may leave its quotation marks open', () => {
		const open = '“It sank, she said. "Again. He did not answer.';
		expect(readDump(`${head}${open}`).fields.paragraphs.at(-1)).toBe(open);
	});

	it('loses control characters and marks that turn text round, and nothing else', () => {
		const turned = '\u0007“It \u202eknas\u202c,” \u2067she\u2069 \u001b[1msaid\u0000\u200b.';
		expect(readDump(`${head}${turned}`).fields.paragraphs.at(-1)).toBe('“It knas,” she [1msaid.');
		expect(readDump(`${head}می\u200cخواهم 👩\u200d🚀.`).fields.paragraphs.at(-1)).toBe(
			'می\u200cخواهم 👩\u200d🚀.',
		);
	});

	it('has a line of nothing but unseen characters in the furniture', () => {
		const { furniture, accounting } = readDump(`${head}\u202e\u0000\n`);
		expect(furniture).toEqual([{ line: 5, text: '', what: 'invisible characters' }]);
		expect(accounting.at(-1)).toEqual({ line: 5, as: ['furniture: invisible characters'] });
	});

	it('is refused before it is read where it has more lines or characters than a page', async () => {
		const read = (text: string) => readArticles(new TextEncoder().encode(text), { name: 'a.txt' });
		await expect(read('News\n'.repeat(50_000))).rejects.toThrow(
			"a.txt has 50,001 lines, more than an article: save only the article's own page in it.",
		);
		await expect(read(`${head}${'The harbour is open. '.repeat(150_000)}`)).rejects.toThrow(
			"a.txt has 3.2 million characters, more than an article: save only the article's own page in it.",
		);
		await expect(read('\r\n'.repeat(49_000) + head)).resolves.toHaveLength(1);
	});

	it('may hold nothing', () => {
		expect(readDump('')).toMatchObject({
			fields: { headline: '', paragraphs: [] },
			furniture: [],
			accounting: [],
		});
	});
});

describe('an article written as JSON', () => {
	const hostile = '\u0000a\u001b[31m\u202eb\u2066\u200b\n\n c\ud800';
	const read = (article: object) =>
		readArticles(new TextEncoder().encode(JSON.stringify(article)), { name: 'a.json' });
	const everywhere = {
		...{ url: hostile, site: hostile, language: hostile, headline: hostile, deck: hostile },
		...{ caption: hostile, credit: hostile, byline: [hostile, '\u0007'], topics: [hostile, '\u200b'] },
		paragraphs: [hostile, '\u0000', 'The pier sank.'],
		related: [{ headline: hostile, url: hostile }],
		comments: [{ author: hostile, replyTo: hostile, text: hostile }],
	};

	it('keeps no invisible character and none that changes the text direction, in any of its texts', async () => {
		const [article] = await read(everywhere);
		const text = JSON.stringify({ ...article, source: null })
			.replaceAll('\\n', '')
			.replaceAll('\\ufffd', '');
		expect(text).not.toMatch(/\\u00|\\ud8|[\u0000-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/u);
		expect(article).toMatchObject({
			headline: 'a[31mb c\ufffd',
			byline: ['a[31mb c\ufffd'],
			paragraphs: { length: 2 },
		});
		expect(article?.comments[0]?.text).toBe('a[31mb\n\nc\ufffd');
	});

	it('has only addresses of the web', async () => {
		const address = (url: string) => ({
			...{ headline: 'A', paragraphs: ['B.'], url, related: [{ headline: 'C', url }] },
		});
		const kept = 'https://tide.example';
		expect(await read(address(kept))).toMatchObject([{ url: kept, related: [{ url: kept }] }]);
		for (const none of ['javascript:alert(1)', 'file:///etc/passwd', 'the harbour'])
			expect(await read(address(none)), none).toMatchObject([{ url: null, related: [{ url: null }] }]);
	});

	it('may not have an invisible headline, nor no paragraph', async () => {
		for (const paragraphs of [[], ['\u200b']])
			await expect(read({ headline: 'A', paragraphs })).rejects.toThrow(/"paragraphs" hold no text/u);
		await expect(read({ headline: '\u0000\u200b', paragraphs: ['The pier sank.'] })).rejects.toThrow(
			/"headline" holds no text/u,
		);
	});
});

describe('an article without end', () => {
	const read = async (text: string) =>
		(await readArticles(new TextEncoder().encode(text), { name: 'a.txt' }))[0];
	const sentence = '“It sank again,” Ada Quillon said on Monday. ';

	it('has a paragraph of one line divided at sentences, with no word lost and its quotations whole', async () => {
		const article = await read(`The Pier Sinks Again\n\n${sentence.repeat(700)}`);
		expect(article?.paragraphs.length).toBeGreaterThan(2);
		for (const paragraph of article?.paragraphs ?? []) {
			expect(paragraph.length).toBeLessThanOrEqual(10_000);
			expect(paragraph).toMatch(/^“.*Monday\.$/su);
		}
		expect(article?.paragraphs.join(' ')).toBe(sentence.repeat(700).trim());
		expect(article?.quotes).toHaveLength(700);
	});

	it('is divided between two characters where it has no blank', async () => {
		const json = { headline: 'A', paragraphs: [`x${'𠀀'.repeat(12_000)}`] };
		const [article] = await readArticles(new TextEncoder().encode(JSON.stringify(json)), { name: 'a.json' });
		expect(article?.paragraphs.join('')).toBe(json.paragraphs[0]);
		expect(article?.paragraphs.every((paragraph) => paragraph.isWellFormed())).toBe(true);
	});

	it('is refused where it is longer than any article, with a sentence that says by what', async () => {
		await expect(read(`The Pier Sinks Again\n\n${sentence.repeat(30_000)}`)).rejects.toThrow(
			/^a\.txt has 1\.3 million characters of text, more than an article: save only .+\.$/u,
		);
		const many = {
			headline: 'A',
			paragraphs: ['B.'],
			topics: Array.from({ length: 201 }, (_, n) => `T${n}`),
		};
		const json = new TextEncoder().encode(JSON.stringify(many));
		await expect(readArticles(json, { name: 'a.json' })).rejects.toThrow(/^a\.json has 201 topics, /u);
		for (const [more, said] of [
			[{ byline: many.topics }, '201 authors'],
			[
				{ related: Array.from({ length: 1_001 }, () => ({ headline: 'C', url: null })) },
				'1001 related headlines',
			],
			[{ deck: 'x'.repeat(10_001) }, 'a line of 10001 characters beside its text'],
			[{ topics: ['x'.repeat(10_001)] }, 'a line of 10001 characters beside its text'],
		] as const) {
			const larger = new TextEncoder().encode(JSON.stringify({ headline: 'A', paragraphs: ['B.'], ...more }));
			await expect(readArticles(larger, { name: 'a.json' })).rejects.toThrow(`a.json has ${said}, more than`);
		}
	});

	it('keeps the first of more comments than anybody reads, and the beginning of endless ones', async () => {
		const comments = Array.from({ length: 9_000 }, (_, n) => ({
			author: null,
			replyTo: null,
			text: `No ${n}.`,
		}));
		comments[0] = { author: null, replyTo: null, text: 'x'.repeat(9_000) };
		const json = JSON.stringify({ headline: 'A', paragraphs: ['B.'], comments });
		const [article] = await readArticles(new TextEncoder().encode(json), { name: 'a.json' });
		expect(article?.comments).toHaveLength(5_000);
		expect(article?.comments[0]?.text).toBe(`${'x'.repeat(4_000)} …`);
	});
});
