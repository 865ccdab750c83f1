import type { Article } from '../article.ts';
import { packFor } from '../language/packs.ts';

/** A paragraph of the article that a model is given. */
export interface Passage {
	/** Counted from 0. */
	readonly paragraph: number;
	readonly text: string;
}

/** Passages, characters of one and of all. */
const most = { passages: 12, characters: 1_200, all: 8_000 };

/**
 * The paragraphs that an explanation rests on: those that share most words with the question, rare ones counting more;
 * without a question those with the summary and the main speakers, and the beginning. In reading order.
 */
export function passagesFor(
	{ paragraphs, language }: Pick<Article, 'paragraphs' | 'language'>,
	question: string | null,
	important: readonly number[],
): Passage[] {
	const order =
		question === null ? [...important, ...paragraphs.keys()] : byLikeness(paragraphs, question, language);
	const chosen = new Set<number>();
	let length = 0;
	for (const paragraph of order) {
		const text = paragraphs[paragraph]?.slice(0, most.characters) ?? '';
		if (chosen.has(paragraph) || text.trim() === '') continue;
		if (chosen.size === most.passages || length + text.length > most.all) break;
		chosen.add(paragraph);
		length += text.length;
	}
	return [...chosen]
		.sort((a, b) => a - b)
		.map((paragraph) => ({ paragraph, text: (paragraphs[paragraph] ?? '').slice(0, most.characters) }));
}

function byLikeness(paragraphs: readonly string[], question: string, language: string | null): number[] {
	const { contentWords } = packFor(language);
	const bags = paragraphs.map((text) => new Set(contentWords(text)));
	const weights = new Map(
		[...new Set(contentWords(question))].map((word) => {
			const count = bags.filter((bag) => bag.has(word)).length;
			return [word, count === 0 ? 0 : Math.log(1 + paragraphs.length / count)] as const;
		}),
	);
	const score = (bag: ReadonlySet<string>) =>
		[...weights].reduce((sum, [word, weight]) => sum + (bag.has(word) ? weight : 0), 0);
	return bags
		.map((bag, paragraph) => ({ paragraph, score: score(bag) }))
		.sort((a, b) => b.score - a.score || a.paragraph - b.paragraph)
		.map(({ paragraph }) => paragraph);
}
