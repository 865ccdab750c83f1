import { writeFileSync } from 'node:fs';
import nlp from 'compromise';
import { attribute } from '../src/language/attribution/attribute.ts';
import { models } from '../src/language/en/models.ts';
import { findQuotes } from '../src/language/quotations.ts';
import { type GoldArticle, readCorpus } from './training/corpus.ts';
import { type PlainArticle, readPlainCorpus, toPlainPrediction } from './training/elsewhere.ts';
import { toLesson } from './training/examples.ts';
import { toPrediction } from './training/predictions.ts';

// npm run --silent bench:quotes -- GOLD.jsonl PREDICTIONS.jsonl
// Writes a prediction for every article of GOLD for the corpus's own scoring script: the best guess of each speaker
// before the threshold, and, for a corpus whose lines have `id` and `paragraphs`, what members see as well.
// Prints how many articles a second are read, and how many compromise reads in the same run.

const [goldPath, predictionsPath] = process.argv.slice(2);
if (!goldPath || !predictionsPath) {
	console.error('usage: npm run --silent bench:quotes -- GOLD.jsonl PREDICTIONS.jsonl');
	process.exit(2);
}

const plain = readPlainCorpus(goldPath);
const marked = plain ? [] : readCorpus(goldPath);
const articles: readonly PlainArticle[] = plain ?? marked;
const predictions = plain?.map(toPlainPrediction) ?? marked.map(predict);
writeFileSync(predictionsPath, `${predictions.map((line) => JSON.stringify(line)).join('\n')}\n`);

/** The best guess of every source, as the scoring script of a corpus with one text an article reads it. */
function predict(article: GoldArticle) {
	const trained = models();
	const lesson = toLesson(article);
	return toPrediction(lesson, attribute(lesson.parsedArticle, trained), trained.leastQuotation);
}

const ROUNDS = 5;
const COMPARED = 40;

/** Articles a second over all of `some`, the best of several rounds after one to warm up. */
function rate(some: readonly PlainArticle[], rounds: number, read: (article: PlainArticle) => void): number {
	let best = 0;
	for (let round = 0; round <= rounds; round++) {
		const start = process.cpuUsage();
		for (const article of some) read(article);
		const { user, system } = process.cpuUsage(start);
		if (round > 0) best = Math.max(best, some.length / ((user + system) / 1e6));
	}
	return Math.round(best * 10) / 10;
}

/** The nearest of compromise's people to each of its quotations. */
function besides({ paragraphs }: PlainArticle): void {
	const doc = nlp(paragraphs.join('\n\n'));
	const people = doc.people().json({ offset: true });
	for (const quotation of doc.quotations().json({ offset: true })) {
		let nearest = Number.POSITIVE_INFINITY;
		for (const person of people) {
			nearest = Math.min(nearest, Math.abs(person.offset.start - quotation.offset.start));
		}
	}
}

const verbatim = rate(articles, ROUNDS, (article) => findQuotes(article.paragraphs, 'en'));
const compromise = rate(articles.slice(0, COMPARED), 1, besides);
console.log(
	JSON.stringify(
		{
			articles: articles.length,
			quotes: articles.reduce((sum, article) => sum + findQuotes(article.paragraphs, 'en').length, 0),
			articlesPerSecond: { verbatim, compromise },
			unit: 'articles per second of CPU time, one thread',
		},
		null,
		'\t',
	),
);
