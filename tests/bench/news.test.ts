import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { toLesson } from '../../bench/training/examples.ts';
import { readNews } from '../../bench/training/news.ts';

const paragraphs = [
	'Mayor Ada Venn showed the “Winter Pier” to the ferrymen of Halden on Tuesday.',
	'“It is older than the town,” she said. “We 🌊 will mend it.”',
];
const [title = '', speech = ''] = paragraphs;
const folder = mkdtempSync(join(tmpdir(), 'news-'));
const labels = join(folder, 'labels.json');
const text = createHash('sha256').update(paragraphs.join('\n')).digest('hex').slice(0, 16);
const at = (paragraph: number, part: string): [number, number, number] => {
	const start = (paragraphs[paragraph] ?? '').indexOf(part);
	return [paragraph, start, start + part.length];
};
const quote = (part: string) => [at(1, part), 'dP', at(0, 'Ada Venn'), at(1, 'she')];
const label = {
	site: 'halden.example',
	paragraphs: 2,
	text,
	quotes: [quote('“It is older than the town,”'), quote('“We 🌊 will mend it.”')],
	marks: [at(0, '“Winter Pier”')],
	unclear: [],
};

for (const name of ['copied', 'webpages', 'pages']) mkdirSync(join(folder, name));
writeFileSync(
	join(folder, 'copied', 'truth.jsonl'),
	`${JSON.stringify({ id: 'pier', text: `${title}\n\n  ${speech.replaceAll(' ', '\u00a0 ')}\nNot labelled.` })}\n`,
);
writeFileSync(join(folder, 'webpages', 'truth.jsonl'), '');
writeFileSync(join(folder, 'pages', 'ground-truth.json'), '{}');
afterAll(() => rmSync(folder, { recursive: true }));

describe('labels of news', () => {
	it('are joined to the text, whatever its spaces', () => {
		writeFileSync(labels, JSON.stringify({ 'copied/pier': label }));
		const [one] = readNews(folder, labels);
		expect(one?.site).toBe('halden.example');
		expect(one?.article.paragraphs).toEqual(paragraphs);
		const said = one?.article.quotes.map(({ start, end }) => one.article.text.slice(start, end));
		expect(said).toEqual(['“It is older than the town,”', '“We 🌊 will mend it.”']);
		expect(one?.article.quotes.map(({ reader, speakerType }) => [reader?.name, speakerType])).toEqual([
			['Ada Venn', 'pronoun'],
			['Ada Venn', 'pronoun'],
		]);
		expect(Object.values(one?.meant ?? {})).toEqual(['Ada Venn']);
		const spans = one ? toLesson(one.article).spans : [];
		expect(spans.map(({ gold, isNonQuote }) => [gold !== null, isNonQuote])).toEqual([
			[false, true],
			[true, false],
			[true, false],
		]);
	});

	it('are refused where the text is another one', () => {
		writeFileSync(labels, JSON.stringify({ 'copied/pier': { ...label, text: '0123456789abcdef' } }));
		expect(() => readNews(folder, labels)).toThrow(/another text for copied\/pier/u);
	});
});
