import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Quote } from '../../../src/article.ts';
import { beginningOf } from '../../../src/language/beginning.ts';
import { leading } from '../../../src/language/summary/of-article.ts';
import { readForSummary } from '../../../src/language/summary/reading.ts';
import { readArticles } from '../../../src/reading/read.ts';
import { readTexts } from './texts.ts';

const offset = z.int().nonnegative();
/** Where a sentence begins: paragraph, and UTF-16 in it. */
const place = z.tuple([offset, offset]);
/**
 * A sentence and what a reader said of it alone: clear, needing the one that follows, lacking only the name that a pronoun or a surname
 * stands for, leaning on what no sentence tells, broken.
 */
const verdict = z.union([
	z.tuple([offset, offset, z.enum(['c', 'n', 'p', 'l', 'b'])]),
	z.tuple([offset, offset, z.literal('n'), offset, offset]),
]);
const reading = z.object({
	kind: z.enum(['news', 'opinion', 'interview', 'other']),
	/** Sentences of which each tells the point. */
	points: z.array(place),
	verdicts: z.array(verdict),
});
const labelled = z.object({
	/** The beginning of the SHA-256 of its headline and lines. */
	text: z.string(),
	/** Lines of the corpus that are left out: of the page, not of the text. */
	without: z.array(offset).optional(),
	readings: z.array(reading),
});

/** What one reader said of one article, by numbers of its sentences. */
export interface Labelled {
	readonly key: string;
	readonly site: string;
	readonly kind: z.infer<typeof reading>['kind'];
	readonly points: readonly number[];
	readonly verdicts: readonly Verdict[];
	readonly article: LabelledArticle;
}

export interface Verdict {
	readonly sentence: number;
	readonly said: 'c' | 'n' | 'p' | 'l' | 'b';
	/** The sentence that makes it clear. */
	readonly needs: number | undefined;
}

/** As a summary takes it. */
export interface LabelledArticle {
	readonly headline: string;
	readonly deck: string | null;
	readonly language: string | null;
	readonly paragraphs: readonly string[];
	readonly quotes: readonly Quote[];
}

/**
 * Joins the labels in `file` to the texts in `folder`, as `readTexts` takes it; a second reading of an article follows the
 * first. Throws where a text is missing or not the one that was labelled.
 */
export async function readLabels(
	folder: string,
	file: string | URL = new URL('../../../data/training/summaries.json', import.meta.url),
): Promise<Labelled[]> {
	const labels = z.record(z.string(), labelled).parse(JSON.parse(readFileSync(file, 'utf8')));
	const textOf = readTexts(folder);
	const found: Labelled[] = [];
	for (const [key, { text, without = [], readings }] of Object.entries(labels)) {
		const given = textOf(key);
		const lines = given?.lines.filter((_, at) => !without.includes(at)) ?? [];
		const whole = [given?.headline ?? '', ...lines];
		const hash = createHash('sha256').update(whole.join('\n')).digest('hex');
		if (!given || !hash.startsWith(text))
			throw new Error(`${folder} has another text for ${key} than was labelled`);
		const article = await articleOf(`${whole[0]}\n\n${lines.join('\n\n')}\n`, key);
		const { all } = readForSummary(article.paragraphs, { ...article, reader: null }, { forReading: true });
		const numberOf = (paragraph: number, start: number): number =>
			all.findIndex((one) => one.paragraph === paragraph && one.start - one.opening.length === start);
		for (const { kind, points, verdicts } of readings)
			found.push({
				...{ key, site: given.site, kind, article },
				points: points.map(([paragraph, start]) => numberOf(paragraph, start)).filter((at) => at >= 0),
				verdicts: verdicts.flatMap(([paragraph, start, said, ...behind]): Verdict[] => {
					const sentence = numberOf(paragraph, start);
					const [inParagraph, from] = behind;
					const isKnown = inParagraph !== undefined && from !== undefined;
					const needs = isKnown ? numberOf(inParagraph, from) : -1;
					return sentence < 0 ? [] : [{ sentence, said, needs: needs < 0 ? undefined : needs }];
				}),
			});
	}
	return found;
}

async function articleOf(text: string, name: string): Promise<LabelledArticle> {
	const [article] = await readArticles(Buffer.from(text), { name: `${name}.txt` });
	if (!article) throw new Error(`${name} is no article`);
	const paragraphs = beginningOf(article.paragraphs, leading);
	const { headline, deck, language } = article;
	const quotes = article.quotes.filter(({ paragraph }) => paragraph < paragraphs.length);
	return { headline, deck, language, paragraphs, quotes };
}
