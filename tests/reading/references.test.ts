import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readDisqus } from '../../src/reading/disqus/discussions.ts';
import { readArticles } from '../../src/reading/read.ts';
import { unescaped } from '../../src/reading/references.ts';
import { makeDisqus } from './formats/make-disqus.ts';

test.each([
	['&amp;lt; &LT; &quot;&apos;&gt;', '&lt; < "\'>'],
	['a&nbsp;b', 'a b'],
	['&#8217;&#x2019;', '’’'],
	['&#0; &#x110000; &copy; &; &#;', '&#0; &#x110000; &copy; &; &#;'],
	['&#xD800;&#56320;', '\uFFFD\uFFFD'],
	['nothing', 'nothing'],
])('the references in %s', (text, expected) => {
	expect(unescaped(text)).toBe(expected);
});

const broken = 'The pier &#xD800; of Ellery is closed until spring, the harbour office said on Monday.';
const more = 'Its boards have rotted in the salt and nobody had looked at them for nine years.';

test('half of a pair of characters leaves no format as it came', async () => {
	const document = `<w:document xmlns:w="w"><w:body>${['The Pier Is Closed', broken, more]
		.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
		.join('')}</w:body></w:document>`;
	const docx = zipSync({
		'[Content_Types].xml': strToU8('<Types/>'),
		'word/document.xml': strToU8(document),
	});
	const markdown = strToU8(`# The Pier Is Closed\n\n${broken}\n\n${more}\n`);
	for (const [name, bytes] of [
		['pier.docx', docx],
		['pier.md', markdown],
	] as const) {
		const [article] = await readArticles(bytes, { name });
		expect(article?.paragraphs[0], name).toContain('The pier \uFFFD of Ellery');
	}
	const post = { id: 1, thread: 7, author: 'Ann &#xD800; Reed', at: '2026-03-02T08:00:00Z', message: 'No.' };
	const disqus = makeDisqus([{ id: 7, link: 'https://stonewick.example/pier' }], [post]);
	const [page] = readDisqus(Buffer.from(disqus), 'export.xml');
	expect(page?.comments[0]?.author?.isWellFormed()).toBe(true);
});
