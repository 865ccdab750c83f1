import { readFileSync } from 'node:fs';
import { type Collection, collect } from '../../../src/language/retrieval/collection.ts';
import { type Match, matchQuestion } from '../../../src/language/retrieval/match.ts';
import { readQuestion } from '../../../src/language/retrieval/question.ts';

interface GoldQuestion {
	readonly id: string;
	readonly question: string;
	readonly answerable: boolean;
	readonly offTopic?: boolean;
	readonly answers: readonly { readonly paragraph: number; readonly start: number; readonly text: string }[];
}

interface GoldArticle {
	readonly id: string;
	readonly title: string;
	readonly paragraphs: readonly string[];
	readonly questions: readonly GoldQuestion[];
}

/** A question of the corpus, matched with its article or with another one, which does not answer it. */
export interface Exercise {
	readonly gold: GoldQuestion;
	/** The number of the article that it is asked of. */
	readonly article: number;
	/** The number of the article that it was written for. */
	readonly writtenFor: number;
	readonly match: Match;
	/** The numbers of the passages that hold an answer. */
	readonly right: ReadonlySet<number>;
}

/** The exercises of each article. */
export function readExercises(path: string): Exercise[][] {
	const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
	return lines.map((line, number) => {
		const article = JSON.parse(line) as GoldArticle;
		const { paragraphs, title } = article;
		const collection = collect([{ paragraphs, language: 'en', title: title.replaceAll('_', ' ') }]);
		return article.questions.map((gold) => ({
			gold,
			article: number,
			writtenFor: number,
			match: matchQuestion(readQuestion(gold.question, 'en'), collection),
			right: rightPassages(collection, gold),
		}));
	});
}

/** Questions that an article answers, each asked of one of the others: by the article that they are asked of. */
export function askedElsewhere(articles: readonly (readonly Exercise[])[]): Exercise[][] {
	const asked = articles.map((): Exercise[] => []);
	for (const [writtenFor, own] of articles.entries()) {
		for (const [index, { gold }] of own.entries()) {
			const article = (writtenFor + 1 + (index % (articles.length - 1))) % articles.length;
			const collection = articles[article]?.[0]?.match.collection;
			if (!gold.answerable || !collection || article === writtenFor) continue;
			asked[article]?.push({
				gold: { ...gold, answerable: false, offTopic: true, answers: [] },
				article,
				writtenFor,
				match: matchQuestion(readQuestion(gold.question, 'en'), collection),
				right: new Set(),
			});
		}
	}
	return asked;
}

function rightPassages({ passages }: Collection, { answers }: GoldQuestion): Set<number> {
	const right = new Set<number>();
	for (const [number, { paragraph, start, end }] of passages.entries()) {
		if (answers.some((one) => one.paragraph === paragraph && one.start >= start && one.start < end))
			right.add(number);
	}
	return right;
}
