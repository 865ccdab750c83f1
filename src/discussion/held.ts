import type { Article, Quote } from '../article.ts';
import { type Meaning, meaningOf } from '../language/compare/meaning.ts';
import { readSource, type Source, type UnitRange } from '../language/compare/source.ts';
import { packFor } from '../language/packs.ts';
import { type Paragraph, readParagraphs } from '../language/page.ts';
import type { ArticleLine } from '../library/library.ts';
import type { ArticleView, Revision } from '../stores/articles.ts';

/** A text of an article that a posted quote is compared with. */
export interface HeldUnit {
	readonly where: 'paragraph' | 'headline' | 'deck' | 'caption' | 'comment';
	/** Which of its kind, counted from 0. */
	readonly number: number;
	readonly text: string;
	readonly goesOn: boolean;
	/** The quotations in it, in order. */
	readonly quotes: readonly Quote[];
	readonly author: string | null;
	/** When the article was changed and lost it; null where it has it. */
	readonly until: string | null;
}

/** An article as it is compared: its present text, its comments, and what only earlier texts had. */
export interface HeldArticle {
	readonly line: ArticleLine;
	readonly language: string | null;
	readonly meaning: Meaning;
	readonly units: readonly HeldUnit[];
	readonly source: Source;
	/** What stands in quotation marks in a unit, whether or not it was read as a quotation. */
	marksOf(unit: number): readonly { readonly start: number; readonly end: number }[];
}

/** Reads an article for comparing, with its earlier texts where it was changed; null where it is gone. */
export async function holdArticle(view: ArticleView, line: ArticleLine): Promise<HeldArticle | null> {
	const article = await view.article(line.id);
	if (!article) return null;
	const revisions = line.changedAt === null ? [] : await view.revisions(line.id);
	return heldArticle(article, line, revisions);
}

export function heldArticle(
	article: Article,
	line: ArticleLine,
	revisions: readonly Revision[] = [],
): HeldArticle {
	const units = [...present(article), ...earlier(article, revisions)];
	const pack = packFor(article.language);
	let paragraphs: readonly Paragraph[] | null = null;
	return {
		line,
		language: article.language,
		meaning: meaningOf(pack),
		units,
		source: readSource(units, segments(units)),
		marksOf(unit) {
			paragraphs ??= readParagraphs(
				units.map(({ text }) => text),
				pack.words,
			);
			return paragraphs[unit]?.spans ?? [];
		},
	};
}

function present(article: Article): HeldUnit[] {
	const { headline, deck, caption, paragraphs, comments, quotes } = article;
	const common = { goesOn: false, quotes: [], author: null, until: null };
	const byParagraph = Map.groupBy(quotes, ({ paragraph }) => paragraph);
	return [
		...paragraphs.map((text, number): HeldUnit => {
			const where = 'paragraph';
			return { ...common, where, number, text, goesOn: number > 0, quotes: byParagraph.get(number) ?? [] };
		}),
		{ ...common, where: 'headline', number: 0, text: headline },
		...(deck === null ? [] : [{ ...common, where: 'deck', number: 0, text: deck } as const]),
		...(caption === null ? [] : [{ ...common, where: 'caption', number: 0, text: caption } as const]),
		...comments.map(
			({ text, author }, number): HeldUnit => ({ ...common, where: 'comment', number, text, author }),
		),
	];
}

/** Paragraphs that only earlier texts have, the latest text first. */
function earlier(article: Article, revisions: readonly Revision[]): HeldUnit[] {
	const known = new Set(article.paragraphs);
	return revisions.flatMap(({ article: { paragraphs, quotes }, until }) =>
		paragraphs.flatMap((text, number): HeldUnit[] => {
			if (known.has(text)) return [];
			known.add(text);
			const here = quotes.filter(({ paragraph }) => paragraph === number);
			return [{ where: 'paragraph', number, text, goesOn: false, quotes: here, author: null, until }];
		}),
	);
}

/** The segments of each utterance that has several, in the present text. */
function segments(units: readonly HeldUnit[]): UnitRange[][] {
	const groups = new Map<number, UnitRange[]>();
	for (const [unit, { quotes, until, where }] of units.entries()) {
		if (where !== 'paragraph' || until !== null) continue;
		for (const { group, start, end } of quotes) {
			const known = groups.get(group);
			if (known) known.push({ unit, start, end });
			else groups.set(group, [{ unit, start, end }]);
		}
	}
	return [...groups.values()].filter((ranges) => ranges.length > 1);
}
