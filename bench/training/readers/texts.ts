import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** An article of a corpus: where it was published, its headline, and its lines without empty ones. */
export interface CorpusText {
	readonly site: string;
	readonly headline: string;
	readonly lines: readonly string[];
}

const page = z.object({ articleBody: z.string(), url: z.string() });
const copied = z.object({ id: z.string(), text: z.string(), headline: z.array(z.string()).nullable() });
const webpage = z.object({ id: z.string(), text: z.string(), title: z.string().nullable(), url: z.string() });
const report = z.object({ id: z.string(), text: z.string(), title: z.string(), publisher: z.string() });

const bare = (line: string): string => line.replace(/[\u200b\ufeff]/gu, '').trim();
const plain = (text: string): string => text.replace(/[^\p{L}\p{N}_]/gu, '').toLowerCase();
const hostOf = (url: string): string => new URL(url).host.replace('www.', '');
const linesOf = (text: string): string[] => text.split('\n').map(bare).filter(Boolean);

/** The lines of a JSONL file, each held against a schema. */
function rows<One>(folder: string, file: string, schema: z.ZodType<One>): One[] {
	const lines = readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean);
	return lines.map((line) => schema.parse(JSON.parse(line)));
}

/**
 * The texts of `folder`, which has copied/truth.jsonl, webpages/truth.jsonl, pages/ground-truth.json with pages/html, and
 * polnear/dev.jsonl and train.jsonl, by corpus and id: "pages/82b6…".
 */
export function readTexts(folder: string): (key: string) => CorpusText | undefined {
	const copies = new Map(rows(folder, 'copied/truth.jsonl', copied).map((one) => [one.id, one]));
	const ofPages = new Map(
		[...copies.values()]
			.filter(({ id }) => id.startsWith('pages-'))
			.map((one) => [one.id.split('-')[1] ?? '', one.headline?.[0]]),
	);
	const webpages = new Map(rows(folder, 'webpages/truth.jsonl', webpage).map((one) => [one.id, one]));
	const json: unknown = JSON.parse(readFileSync(join(folder, 'pages/ground-truth.json'), 'utf8'));
	const pages = z.record(z.string(), page).parse(json);
	const reports = new Map(
		['dev', 'train']
			.flatMap((part) => rows(folder, `polnear/${part}.jsonl`, report))
			.map((one) => [one.id, one]),
	);
	const pageOf = (id: string): CorpusText | undefined => {
		const found = pages[id];
		if (!found) return undefined;
		const [, known] = [...ofPages].find(([start]) => id.startsWith(start)) ?? [];
		const headline = known ?? titleOf(gunzipSync(readFileSync(join(folder, `pages/html/${id}.html.gz`))));
		return textOf(hostOf(found.url), headline, linesOf(found.articleBody));
	};
	return (key) => {
		const [corpus = '', id = ''] = key.split('/');
		if (corpus === 'pages') return pageOf(id);
		const [copy, web, news] = [copies.get(id), webpages.get(id), reports.get(id)];
		if (corpus === 'copied' && copy)
			return textOf(
				id.replace(/^fundus-(.*?)(?:_\d{4}.*)?-(?:whole|headline)$/u, '$1'),
				copy.headline?.[0] ?? '',
				linesOf(copy.text),
			);
		if (corpus === 'webpages' && web) return textOf(hostOf(web.url), web.title ?? '', linesOf(web.text));
		return corpus === 'polnear' && news ? reportOf(news) : undefined;
	};
}

/** Leaves the headline out where the text opens with it. */
function textOf(site: string, headline: string, lines: readonly string[]): CorpusText {
	const title = headline.trim();
	const from = lines.findIndex((line) => plain(line) !== plain(title));
	return { site, headline: title, lines: lines.slice(Math.max(0, from)) };
}

/** What is before the text of a report repeats its title, which has parts. */
function reportOf({ title, text, publisher }: z.infer<typeof report>): CorpusText {
	const whole = plain(title);
	let lines = linesOf(text);
	const isTitle = (line: string): boolean =>
		plain(line) !== '' &&
		(whole.startsWith(plain(line)) || (whole.includes(plain(line)) && line.length < 300));
	const from = lines.findIndex((line) => !isTitle(line));
	lines = lines.slice(Math.max(0, from));
	if (lines.slice(0, 2).includes('ABSTRACT.')) lines = lines.slice(lines.indexOf('FULL TEXT.') + 1);
	if (publisher === 'nyt') lines = lines.map((line) => line.replaceAll("''", '"'));
	return { site: publisher, headline: (title.split(';')[0] ?? '').trim(), lines };
}

/** The title that a page gives itself. */
function titleOf(bytes: Uint8Array): string {
	const html = new TextDecoder().decode(bytes);
	const meta = /<meta[^>]*property=["']?og:title["']?[^>]*>/iu.exec(html)?.[0] ?? '';
	const given = /content=(?:"([^"]*)"|'([^']*)')/u.exec(meta);
	const title = given?.[1] ?? given?.[2] ?? /<title[^>]*>(.*?)<\/title>/isu.exec(html)?.[1] ?? '';
	return unescaped(title).replace(/\s+/gu, ' ').trim();
}

const entities: Readonly<Record<string, string>> = {
	amp: '&',
	quot: '"',
	apos: "'",
	lt: '<',
	gt: '>',
	nbsp: ' ',
	rsquo: '’',
	lsquo: '‘',
	rdquo: '”',
	ldquo: '“',
	ndash: '–',
	mdash: '—',
	hellip: '…',
};
const unescaped = (text: string): string =>
	text.replace(
		/&(?:#(\d+)|#x([\da-f]+)|(\w+));/giu,
		(all, decimal?: string, hexadecimal?: string, name?: string) =>
			name === undefined
				? String.fromCodePoint(
						decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal),
					)
				: (entities[name] ?? all),
	);
