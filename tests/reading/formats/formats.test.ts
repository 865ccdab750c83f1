import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { unpacksTooMuch } from '../../../src/reading/pdf/streams.ts';
import { readArticles } from '../../../src/reading/read.ts';
import { largeDocx, makeDocx, makePdf, type Put, packedObject } from './make.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = async (source: Uint8Array | string, name = 'given') => {
	const [article] = await readArticles(typeof source === 'string' ? bytes(source) : source, { name });
	if (!article) throw new Error('The source holds no article.');
	return article;
};
const refusal = (source: Uint8Array | string, name = 'given') =>
	read(source, name).then(
		() => 'read',
		(error: unknown) => {
			if (error instanceof UserError) return error.message;
			throw error;
		},
	);
const headline = 'Harbour Ferry Returns After Nine Years';
const text = [
	'The ferry between Stonewick and the island of Ambra will sail again from Monday, the harbour office said.',
	'“We have waited nine winters for this boat,” said Mara Tidewell, who keeps the island’s only shop.',
	'The boat takes forty passengers and makes the crossing in twenty minutes, three times a day.',
	'“Nobody will have to row to the dentist any more,” Tidewell said on the quay.',
];
const speakers = (article: Awaited<ReturnType<typeof read>>) => article.quotes.map(({ speaker }) => speaker);

describe('Markdown', () => {
	const markdown = [
		'---\ntitle: "Harbour Ferry Returns After Nine Years"\nauthors: [Odo Brill, Ines Farrow]\ndate: 2026-03-02T08:15:00+01:00\nurl: https://stonewick.example/ferry\ntags:\n  - ferries\nlang: en\n---',
		`# ${headline}\n`,
		`${text[0]}\n\n> ${text[1]}\n\n## On board\n\n${text[2]?.replace('forty', '**forty**')} [Times](https://x.example)\n`,
		'- It carries *bicycles*\n- and dogs &amp; cats\n\n```\nnot text\n```\n',
	].join('\n');

	it('is read with its head, headings, quotes and lists', async () => {
		const article = await read(markdown);
		expect(article).toMatchObject({
			headline,
			source: { kind: 'markdown' },
			byline: ['Odo Brill', 'Ines Farrow'],
			publishedAt: '2026-03-02T08:15:00+01:00',
			url: 'https://stonewick.example/ferry',
			topics: ['ferries'],
		});
		expect(article.paragraphs).toEqual([
			text[0],
			text[1],
			'On board',
			`${text[2]} Times`,
			'It carries bicycles',
			'and dogs & cats',
		]);
		expect(speakers(article)).toEqual(['Mara Tidewell']);
	});

	it('takes its first heading where it has no head', async () => {
		const article = await read(`# ${headline}\n\n${text.join('\n\n')}\n`);
		expect(article).toMatchObject({ headline, byline: [], publishedAt: null, paragraphs: text });
	});

	it('may underline its headings and divide its parts with lines of dashes', async () => {
		const line = '-'.repeat(80);
		const article = await read(
			`${headline}\n${line}\n\n${text[0]}\n\n${line}\n\n${'- '.repeat(40)}\n\n${text[1]}\n`,
			'a.md',
		);
		expect(article).toMatchObject({ headline, paragraphs: [text[0], text[1]] });
	});

	it('has its date in UTC where it names no offset, and none that no calendar has', async () => {
		const dated = async (date: string) =>
			(await read(`---\ntitle: ${headline}\ndate: ${date}\n---\n${text.join('\n\n')}\n`)).publishedAt;
		expect(await dated('2026-03-02')).toBe('2026-03-02T00:00:00Z');
		expect(await dated('2026-03-02 08:15')).toBe('2026-03-02T08:15:00Z');
		expect(await dated('2026-03-02T08:15:00 +0100')).toBe('2026-03-02T08:15:00+01:00');
		for (const none of ['2026-02-30', '2026-03-02T24:00:00Z', '2 March'])
			expect(await dated(none)).toBeNull();
	});

	it.for([
		['paragraphs without a headline', 'a.md', text.join('\n\n'), 'has no headline'],
		['a headline alone', 'a.md', `# ${headline}\n`, 'has no paragraphs'],
		['quotations in 2,000 quotations', 'a.md', `# A\n\n${'> '.repeat(2_000)}x`, 'cannot be read as Markdown'],
		['lists in 2,000 lists', 'a.md', `# A\n\n${'- '.repeat(2_000)}x`, 'cannot be read as Markdown'],
		[
			'200,000 marks that begin and end nothing',
			'a.md',
			`# A\n\n${'*a_'.repeat(100_000)}`,
			'cannot be read as',
		],
		['brackets in 50,000 brackets', 'a.md', `# A\n\n${'['.repeat(50_000)}`, 'read'],
		['a head that grows by references', 'a.md', `---\na: &a [x]\ntitle: *a\n---\n# A\n\n${text[0]}`, 'read'],
	])('of %s: one sentence, soon', async ([, name = '', source = '', said = '']) => {
		expect(await refusal(source, name)).toContain(said);
	});
});

describe('mails and saved pages', () => {
	const page = `<html><head><title>${headline}</title></head><body><article><h1>${headline}</h1>${text.map((one) => `<p>${one}</p>`).join('')}</article></body></html>`;
	const base64 = (content: string) => Buffer.from(content).toString('base64').replace(/.{76}/gu, '$&\r\n');

	it('is a saved page with its address', async () => {
		const saved = [
			'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://stonewick.example/ferry\r\nSubject: Ferry\r\nDate: Mon, 2 Mar 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n',
			`--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(page)}\r\n`,
			`--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n${'A'.repeat(100_000)}\r\n--b--\r\n`,
		].join('');
		const article = await read(saved);
		expect(article).toMatchObject({
			...{ headline, paragraphs: text, url: 'https://stonewick.example/ferry' },
			capturedAt: '2026-03-02T08:00:00.000Z',
			source: { kind: 'mail' },
		});
		expect(speakers(article)).toEqual(['Mara Tidewell', 'Mara Tidewell']);
	});

	it('is a newsletter whose headline is its subject', async () => {
		const mail = `From: The Stonewick Tide <news@stonewick.example>\r\nSubject: ${headline}\r\nDate: Mon, 2 Mar 2026 09:00:00 +0100\r\nList-Id: <tide.stonewick.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee the page.\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(page.replace(/<title>.*<\/title>/u, ''))}\r\n--b--\r\n`;
		expect(await read(mail)).toMatchObject({
			...{ headline, paragraphs: text, site: 'The Stonewick Tide' },
			publishedAt: '2026-03-02T08:00:00.000Z',
		});
	});

	it('has no date where its own names no zone', async () => {
		const mail = (date: string) =>
			`Subject: ${headline}\r\nDate: ${date}\r\nList-Id: <tide.stonewick.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n${text.join('\n\n')}\r\n`;
		expect((await read(mail('Mon, 2 Mar 2026 09:00:00'))).publishedAt).toBeNull();
		expect((await read(mail('Mon, 2 Mar 2026 09:00:00 +0100'))).publishedAt).toBe('2026-03-02T08:00:00.000Z');
	});

	it('is the text of a mail without HTML', async () => {
		const mail = `Received: from a.example\r\nFrom: Bo <bo@a.example>\r\nSubject: ${headline}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(text.join('\n\n'))}\r\n`;
		expect(await read(mail)).toMatchObject({ headline, paragraphs: text, publishedAt: null, byline: [] });
	});

	it('is refused where its parts are nested too deep, or too many', async () => {
		const mail = (levels: number): string =>
			levels === 0
				? 'Content-Type: text/plain\r\n\r\nNews.\r\n'
				: `Content-Type: multipart/mixed; boundary=b${levels}\r\n\r\n--b${levels}\r\n${mail(levels - 1)}\r\n--b${levels}--\r\n`;
		const many = `--b\r\nContent-Type: text/plain\r\n\r\nNews\r\n`.repeat(20_000);
		expect(await refusal(`MIME-Version: 1.0\r\n${mail(100)}`)).toContain('nested too deep');
		expect(
			await refusal(`MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${many}--b--\r\n`),
		).toContain('more than 500 parts');
	});
});

describe('documents of Word', () => {
	it('are read without what was deleted in them', async () => {
		const deleted =
			'<w:p><w:r><w:t>It sails</w:t></w:r><w:del><w:r><w:t> never</w:t></w:r></w:del><w:r><w:t> on</w:t><w:tab/><w:t>Sundays &amp; holidays.</w:t></w:r></w:p>';
		const article = await read(makeDocx([headline, ...text], deleted, 'Odo Brill'));
		expect(article).toMatchObject({ headline, byline: ['Odo Brill'], source: { kind: 'docx' } });
		expect(article.paragraphs).toEqual([...text, 'It sails on Sundays & holidays.']);
		expect(speakers(article)).toEqual(['Mara Tidewell', 'Mara Tidewell']);
	});

	it('are not by the program that they were written with', async () => {
		for (const creator of ['Microsoft Office User', 'Windows User', 'Apache POI', 'brill'])
			expect((await read(makeDocx([headline, ...text], '', creator))).byline, creator).toEqual([]);
	});

	it.for([
		['a text of 100 MB in 100 KB', largeDocx, 'unpacks to more than 8 MB'],
		['no text', () => makeDocx([]), 'is a document without text'],
		['half of it', () => makeDocx([headline, ...text]).slice(0, 300), 'is a broken document'],
	] as const)('with %s are refused', async ([, make, said]) => {
		expect(await refusal(make())).toContain(said);
	});

	it('that are smaller than they say are unpacked no further than is allowed', async () => {
		const bomb = largeDocx();
		const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.length);
		for (let at = 0; at < bomb.length - 30; at++) {
			const sign = view.getUint32(at, true);
			// The size in each header of a file, and in the list of all.
			if (sign === 0x04034b50) view.setUint32(at + 22, 100, true);
			if (sign === 0x02014b50) view.setUint32(at + 24, 100, true);
		}
		expect(await refusal(bomb)).toContain('unpacks to more than 8 MB');
	});
});

describe('PDFs', () => {
	/** Lines of a column, at most so many letters long, with words divided at their ends. */
	const wrapped = (paragraph: string, width: number) => {
		const lines: string[] = [''];
		for (const word of paragraph.split(' ')) {
			const line = lines.at(-1) ?? '';
			if (line.length + word.length < width) lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
			else if (/^\p{Ll}{8,}$/u.test(word)) {
				lines[lines.length - 1] = `${line} ${word.slice(0, 4)}-`;
				lines.push(word.slice(4));
			} else lines.push(word);
		}
		return lines;
	};
	const latin = (line: string) => line.replace(/“/gu, '\x93').replace(/”/gu, '\x94').replace(/’/gu, '\x92');
	const column = (paragraphs: readonly string[], x: number, top: number): Put[] => {
		let y = top;
		return paragraphs.flatMap((paragraph) => {
			y -= 8;
			return wrapped(paragraph, 44).map((line) => {
				y -= 12;
				return { text: latin(line), x, y, size: 10 };
			});
		});
	};
	const furniture = (page: number): Put[] => [
		{ text: 'The Stonewick Tide, Monday', x: 60, y: 815, size: 8 },
		{ text: `Page ${page} of 2`, x: 280, y: 20, size: 8 },
	];
	const title: Put = { text: headline, x: 60, y: 770, size: 22 };

	it('are read in the order of their columns, with divided words put together', async () => {
		const first = [
			title,
			...column(text.slice(0, 2), 60, 750),
			...column(text.slice(2), 320, 750),
			...furniture(1),
		];
		const article = await read(
			makePdf([first, [...column([`${text[0]} Again.`], 60, 780), ...furniture(2)]]),
		);
		expect(article).toMatchObject({ headline, source: { kind: 'pdf' } });
		expect(article.paragraphs).toEqual([...text, `${text[0]} Again.`]);
		expect(speakers(article)).toEqual(['Mara Tidewell', 'Mara Tidewell']);
	});

	it('keep the hyphen of a word that has one of its own where a line ends at it', async () => {
		const lines = [
			'The harbour office has bought an engine for the well-',
			'known ferry of Ambra, which will sail again from Mon-',
			'day, and has asked a company from the island to put',
			'it into its place before the winter. Nobody there will',
			'have to row to the dentist on a Monday any more.',
		];
		const puts = lines.map((line, at) => ({ text: line, x: 60, y: 740 - 12 * at }));
		const article = await read(makePdf([[title, ...puts]]));
		expect(article.paragraphs.join(' ')).toContain(
			'for the well-known ferry of Ambra, which will sail again from Monday,',
		);
	});

	it('may have many parts that never end', () => {
		const endless = `%PDF-1.7\n${'stream\nxx '.repeat(19_900)}${'A'.repeat(19_500_000)}`;
		expect(unpacksTooMuch(bytes(endless))).toBe(false);
	});

	it('without text are said to be pictures', async () => {
		expect(await refusal(makePdf([[{ text: '1', x: 60, y: 400 }]]))).toBe(
			'given is a PDF of pictures without text: open it in a program that recognises text, and save what it finds.',
		);
	});

	it.for([
		['a part of 300 MB in 300 KB', '/FlateDecode', () => [{ piece: Buffer.alloc(1e6), times: 300 }]],
		['a part packed twice', '[/FlateDecode /FlateDecode]', () => Buffer.alloc(10)],
		['a part packed twice under another spelling', '[/Fl#61teDecode /#46lateDecode]', () => Buffer.alloc(10)],
	] as const)('with %s are refused', async ([, filters, content]) => {
		expect(await refusal(makePdf([[title]], [packedObject(content(), filters)]))).toContain(
			'unpacks to more than a document holds',
		);
	});

	it.for([
		['nothing behind its sign', '%PDF-1.7\n', 'is a broken PDF'],
		['random bytes', `%PDF-1.7\n${'obj stream xref '.repeat(1_000)}`, 'is a broken PDF'],
	])('with %s are refused', async ([, source = '', said = '']) => {
		expect(await refusal(source)).toContain(said);
	});
});
