import { describe, expect, it } from 'vitest';
import { articleSchema } from '../../../src/article.ts';
import { UserError } from '../../../src/errors.ts';
import { readArticles } from '../../../src/reading/read.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = async (
	html: string | Uint8Array,
	source: { name?: string; mediaType?: string; address?: string } = {},
) => {
	const [article] = await readArticles(typeof html === 'string' ? bytes(html) : html, {
		name: 'ferry.html',
		...source,
	});
	if (!article) throw new Error('There is no article.');
	return article;
};
const refusal = async (html: string) => {
	const error = await read(html).catch((thrown: unknown) => thrown);
	if (!(error instanceof UserError)) throw new Error(`It was not refused: ${JSON.stringify(error)}`);
	return error.message;
};

const sentences = [
	'The ferry to Osk island sank in the harbour on Monday morning, and all forty people on board were rescued by the crew of a tug that lay beside it.',
	'“It went down like a stone,” said Marta Lind, the harbour master, who had watched it from her office window with a cup of coffee in her hand.',
	'The owner of the line, Osk Ferries, said that a valve had been left open after repairs in the yard, and that the ship would be raised within the week.',
	'Until then the islanders will have to take the mail boat, which sails twice a day and has room for twelve people and one cow, the company added.',
];
const page = (head: string, body = sentences.map((text) => `<p>${text}</p>`).join('\n')) => `<!DOCTYPE html>
<html lang="en-GB"><head><title>Ferry sinks in Osk harbour | Harbour Post</title>${head}</head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Ferry sinks in Osk harbour</h1>${body}</article>
<footer><p><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></p></footer></body></html>`;

describe('a page', () => {
	it('is read as an article, with what its head says', async () => {
		const article = await read(
			page(`<meta property="og:site_name" content="Harbour Post">
			<link rel="canonical" href="/news/ferry">
			<meta name="keywords" content="ferries, Osk">
			<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},
			{"@type":"NewsArticle","headline":"Ferry sinks","author":[{"@type":"Person","name":"Jon Bye"}],
			"datePublished":"2024-05-06T09:30:00+02:00","dateModified":"2024-05-06T11:00:00Z"}]}</script>`),
			{ address: 'https://post.example/news/ferry?ref=home' },
		);
		expect(articleSchema.parse(article)).toMatchObject({
			source: { kind: 'html' },
			url: 'https://post.example/news/ferry',
			site: 'Harbour Post',
			headline: 'Ferry sinks in Osk harbour',
			byline: ['Jon Bye'],
			publishedAt: '2024-05-06T09:30:00+02:00',
			updatedAt: '2024-05-06T11:00:00Z',
			topics: ['ferries', 'Osk'],
			paragraphs: sentences,
		});
		expect(article.quotes[0]).toMatchObject({ text: 'It went down like a stone,', speaker: 'Marta Lind' });
	});

	it('has no date at an hour that no clock shows', async () => {
		const dated = async (date: string) =>
			(await read(page(`<meta property="article:published_time" content="${date}">`))).publishedAt;
		expect(await dated('2024-05-06T23:59:00+02:00')).toBe('2024-05-06T23:59:00+02:00');
		expect(await dated('2024-05-06T24:00:00+02:00')).toBeNull();
	});

	it('has its day alone where it says no offset', async () => {
		const body = `<p class="date">Published <time datetime="2024-05-06T09:30">6 May 2024, 09:30</time></p>${sentences.map((text) => `<p>${text}</p>`).join('')}`;
		const article = await read(page('', body));
		expect(articleSchema.parse(article)).toMatchObject({ publishedAt: null, publishedOn: '2024-05-06' });
		const meta = '<meta property="article:published_time" content="2024-05-06T09:30:00+02:00">';
		expect(await read(page(meta, body))).not.toHaveProperty('publishedOn');
	});

	it('keeps when a comment was written, where the page says it with its offset', async () => {
		const comment = (id: number, author: string, time: string, text: string) =>
			`<li class="comment even depth-1" id="comment-${id}"><cite class="fn">${author}</cite><time datetime="${time}">that day</time><div class="comment-content"><p>${text}</p></div></li>`;
		const list = [
			comment(
				1,
				'Ann Reed',
				'2024-05-06T12:30:00+02:00',
				'I saw it from the pier, and it went down in a minute.',
			),
			comment(2, 'Bo Hart', '2024-05-06T13:00:00', 'The mail boat is full until Thursday, they told me.'),
		];
		const body = sentences.map((text) => `<p>${text}</p>`).join('');
		const article = await read(
			page('', `${body}</article><ol class="comment-list">${list.join('')}</ol><article>`),
		);
		expect(articleSchema.parse(article).comments).toEqual([
			{
				...{ author: 'Ann Reed', replyTo: null, postedAt: '2024-05-06T12:30:00+02:00' },
				text: 'I saw it from the pier, and it went down in a minute.',
			},
			{ author: 'Bo Hart', replyTo: null, text: 'The mail boat is full until Thursday, they told me.' },
		]);
		// As a file of JSON, it is read in again with them.
		const [again] = await readArticles(bytes(JSON.stringify(article)), { name: 'again.json' });
		expect(again?.comments).toEqual(article.comments);
	});

	it('has the text that it gives only for machines, as a page or as a file of JSON-LD', async () => {
		const data = (articleBody: string) =>
			JSON.stringify({
				'@context': 'https://schema.org',
				'@type': 'NewsArticle',
				headline: 'Ferry sinks in Osk harbour',
				author: { '@type': 'Person', name: 'Jon Bye' },
				articleBody,
			});
		const expected = { headline: 'Ferry sinks in Osk harbour', byline: ['Jon Bye'], paragraphs: sentences };
		const script = `<html><head><script type="application/ld+json">${data(sentences.join('\n\n'))}</script></head><body></body></html>`;
		expect(await read(script)).toMatchObject(expected);
		expect(await read(data(sentences.join('\n')), { name: 'ferry.json' })).toMatchObject(expected);
		const marked = data(sentences.map((text) => `<p>${text}</p>`).join(''));
		expect(await read(marked, { name: 'ferry.json' })).toMatchObject(expected);
	});

	it('that a browser saved has the address that it came from', async () => {
		const saved = page('').replace(
			'<html',
			'<!-- saved from url=(0033)https://post.example/news/ferry -->\n<html',
		);
		expect((await read(saved)).url).toBe('https://post.example/news/ferry');
	});

	it('is in the encoding that its mark, its sender or its head says', async () => {
		const polish = page(
			'<meta charset="iso-8859-2">',
			sentences.map((text) => `<p>Łódź: ${text}</p>`).join(''),
		);
		const latin2 = Uint8Array.from(
			[...polish],
			(character) =>
				({ Ł: 0xa3, ó: 0xf3, ź: 0xbc, '“': 0x22, '”': 0x22 })[character] ?? character.charCodeAt(0),
		);
		expect((await read(latin2)).paragraphs[0]).toMatch(/^Łódź: The ferry/u);
		const sent = await read(latin2, { mediaType: 'text/html; charset=ISO-8859-2' });
		expect(sent.paragraphs[0]).toMatch(/^Łódź: The ferry/u);
		const marked = Uint8Array.from([
			0xff,
			0xfe,
			...new Uint8Array(Uint16Array.from(polish, (one) => one.charCodeAt(0)).buffer),
		]);
		expect((await read(marked)).paragraphs[0]).toMatch(/^Łódź: The ferry/u);
	});
});

describe('a page that is no article is refused in one sentence', () => {
	it('where a script has to be run', async () => {
		expect(
			await refusal(
				'<!DOCTYPE html><html><head><title>News</title></head><body><div id="root"></div><script src="a.js"></script></body></html>',
			),
		).toBe(
			'ferry.html needs a script to show its text, and scripts are not run: copy the text of the page instead.',
		);
	});

	it('where there is only the beginning of a paid article', async () => {
		const locked =
			'<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>';
		expect(await refusal(page(locked, `<p>${sentences[0]}</p><p>Subscribe to continue reading.</p>`))).toBe(
			'ferry.html is behind a paywall: the page holds only the beginning of the article.',
		);
	});

	it('where it asks for a password', async () => {
		expect(
			await refusal(
				'<!DOCTYPE html><html><head><title>Post</title></head><body><form><input type="password"></form></body></html>',
			),
		).toMatch(/is a login page/u);
	});

	it('where there is no text', async () => {
		expect(
			await refusal('<!DOCTYPE html><html><head><title>Post</title></head><body></body></html>'),
		).toMatch(/holds no article/u);
	});

	it('where elements are nested without end', async () => {
		expect(await refusal(`<!DOCTYPE html>${'<div>'.repeat(3_000)}`)).toMatch(/nested more than 500 deep/u);
	});
});
