import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cut, type GoldArticle, type GoldQuote } from './corpus.ts';
import type { Meant } from './examples.ts';

const offset = z.int().nonnegative();
/** Paragraph, start and end (UTF-16, half-open). */
const place = z.tuple([offset, offset, offset]);
type Place = z.infer<typeof place>;

/** The labels of an article, without its text. */
const labelled = z.object({
	site: z.string(),
	/** How many of its paragraphs were labelled, and the beginning of their SHA-256. */
	paragraphs: z.int().positive(),
	text: z.string(),
	/**
	 * Where a quotation is; d for a whole sentence or m for a part of one, then P for a person who is named, D for one
	 * who is only described, B for a body, U where nobody can tell; the fullest name or the description; the words near
	 * the quotation that name the speaker.
	 */
	quotes: z.array(z.tuple([place, z.string().regex(/^[dm][PDBU]$/u), place.nullable(), place.nullable()])),
	/** Marks around no quotation, and marks that cannot be judged. */
	marks: z.array(place),
	unclear: z.array(place),
});
type Labelled = z.infer<typeof labelled>;

/** An article with quotations labelled by readers: as one of the corpus, and whom its labelled pronouns mean. */
export interface NewsArticle {
	article: GoldArticle;
	site: string;
	meant: Meant;
}

/**
 * Joins the labels in `file` to the texts in `folder`, which has copied/truth.jsonl,
 * webpages/truth.jsonl and pages/ground-truth.json. Throws where a text is missing or not the one that was labelled.
 */
export function readNews(
	folder: string,
	file: string | URL = new URL('../../data/training/news.json', import.meta.url),
): NewsArticle[] {
	const labels = z.record(z.string(), labelled).parse(JSON.parse(readFileSync(file, 'utf8')));
	const texts = readTexts(folder);
	return Object.entries(labels).map(([id, one]) => {
		const paragraphs = paragraphsOf(texts.get(id) ?? '').slice(0, one.paragraphs);
		const hash = createHash('sha256').update(paragraphs.join('\n')).digest('hex');
		if (!hash.startsWith(one.text)) throw new Error(`${folder} has another text for ${id} than was labelled`);
		return toArticle(id, paragraphs, one);
	});
}

const texts = z.object({ id: z.string(), text: z.string() });

function readTexts(folder: string): Map<string, string> {
	const found = new Map<string, string>();
	for (const name of ['copied', 'webpages']) {
		for (const json of readFileSync(join(folder, name, 'truth.jsonl'), 'utf8').split('\n')) {
			if (!json) continue;
			const { id, text } = texts.parse(JSON.parse(json));
			found.set(`${name}/${id}`, text);
		}
	}
	const pages: unknown = JSON.parse(readFileSync(join(folder, 'pages', 'ground-truth.json'), 'utf8'));
	const schema = z.record(z.string(), z.object({ articleBody: z.string() }));
	for (const [id, { articleBody }] of Object.entries(schema.parse(pages)))
		found.set(`pages/${id}`, articleBody);
	return found;
}

const paragraphsOf = (text: string): string[] =>
	text
		.split('\n')
		.map((line) => line.replace(/[ \u00a0]+/gu, ' ').trim())
		.filter(Boolean);

const pronouns = new Set('he she they it i we you his her their its my our him them me us who'.split(' '));

function toArticle(id: string, paragraphs: readonly string[], labels: Labelled): NewsArticle {
	const starts: number[] = [];
	let at = 0;
	for (const text of paragraphs) {
		starts.push(at);
		at += text.length + 1;
	}
	const rangeOf = ([paragraph, start, end]: Place) => {
		const shift = starts[paragraph] ?? 0;
		return { start: start + shift, end: end + shift };
	};
	const textOf = (one: Place | null) => (one ? (paragraphs[one[0]]?.slice(one[1], one[2]) ?? '') : '');
	const meant: Record<string, string> = {};
	const quotes = labels.quotes.map(([span, kinds, name, mention]): GoldQuote => {
		const said = textOf(mention);
		const named = textOf(name);
		const isPerson = kinds[1] === 'P';
		const source = mention && rangeOf(mention);
		const speakerType = pronouns.has(said.toLowerCase())
			? 'pronoun'
			: sharesWord(said, named) && isPerson
				? 'named'
				: 'nominal';
		if (source && isPerson && speakerType === 'pronoun') meant[String(source.start)] = named;
		return {
			...rangeOf(span),
			kind: kinds[0] === 'd' ? 'direct' : 'mixed',
			closed: true,
			speaker: said || named || null,
			speakerType,
			...(source && { speakerStart: source.start, speakerEnd: source.end }),
			...(source && speakerType === 'named' && { nameStart: source.start, nameEnd: source.end }),
			reader: { type: typeOf(kinds), name: named || null },
		};
	});
	const article = cut(
		{
			id,
			text: paragraphs.join('\n'),
			quotes,
			nonQuotes: labels.marks.map(rangeOf),
			partial: labels.unclear.map(rangeOf),
		},
		'any',
	);
	return { article, site: labels.site, meant };
}

const types = { P: 'person', D: 'described', B: 'body', U: 'unknown' } as const;
const typeOf = (kinds: string) => types[kinds[1] as keyof typeof types];

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const sharesWord = (one: string, other: string): boolean => {
	const words = new Set(wordsOf(other));
	return wordsOf(one).some((word) => words.has(word));
};
