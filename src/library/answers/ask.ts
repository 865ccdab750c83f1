import { setImmediate as pause } from 'node:timers/promises';
import type { Article } from '../../article.ts';
import { typed as asTyped, UserError } from '../../errors.ts';
import { fold, typedWords } from '../../language/fold.ts';
import { answerFrom } from '../../language/retrieval/answer.ts';
import { isInAnotherLanguage } from '../../language/retrieval/asked-language.ts';
import { collect } from '../../language/retrieval/collection.ts';
import { type Passage, passagesOf, type SearchedText, stemsOf } from '../../language/retrieval/passages.ts';
import { beginningsOf } from '../../language/retrieval/text-words.ts';
import type { ArticleLine } from '../../stores/articles.ts';
import type { SeenView } from '../corrections/view.ts';
import type { AskAnswer, AskPassage } from '../found.ts';
import { askedPassage } from './ask-passage.ts';
import { answerWhatSaid } from './ask-said.ts';
import { isInTexts, nearestKnown } from './slips.ts';
import { tellingWords } from './telling-words.ts';
import { worthReading } from './worth-reading.ts';

/** Articles that are read for a question to the whole library, and passages that are shown. */
const most = { articles: 6, passages: 3, candidates: 10, words: 10, corrected: 2, missing: 4 };
/** A second and third passage are shown from this part of the best one's share on. */
const alsoShown = 0.3;

interface ReadArticle {
	readonly line: ArticleLine;
	readonly article: Article;
	readonly text: SearchedText;
	/** Whether all of its paragraphs were read. */
	readonly isWhole: boolean;
	readonly passages: readonly Passage[];
}

/** @throws UserError where there is no word to look for. */
export async function answerQuestion(
	archive: SeenView,
	question: string,
	article: ArticleLine | null,
): Promise<AskAnswer> {
	const words = tellingWords(typedWords(question));
	if (words.length === 0)
		throw new UserError(['No word to look for in ', asTyped(question), ': ask with a word or two.']);
	const said = await answerWhatSaid(archive, question, article);
	if (said) return { article, answered: true, passages: said, missing: [], otherLanguage: false };
	const lines = article ? [article] : await likelyArticles(archive, words.slice(0, most.words));
	const read: ReadArticle[] = [];
	for (const line of lines) {
		const held = await archive.article(line.id);
		if (!held) continue;
		const { language, headline, deck } = held;
		const text = {
			paragraphs: worthReading(held.paragraphs, words),
			language,
			title: `${headline} ${deck ?? ''}`,
		};
		const isWhole = text.paragraphs.every((one, number) => one === held.paragraphs[number]);
		read.push({ line, article: held, text, isWhole, passages: passagesOf(text, read.length) });
		// Other members are not kept waiting by a long article.
		await pause();
	}
	const collection = collect(
		read.map(({ text }) => text),
		read.flatMap(({ passages }) => passages),
	);
	const { answered, passages, missing } = answerFrom(question, collection, {
		language: read[0]?.text.language ?? null,
		limit: most.candidates,
	});
	const hidden = await Promise.all(
		read.map(async ({ line: { id } }) => (await archive.hiddenIn?.(id)) ?? []),
	);
	const candidates = passages.flatMap((passage) => {
		const source = read[passage.text];
		if (!source) return [];
		const shown = askedPassage(source.article, source.line, passage);
		const isHidden = hidden[passage.text]?.some(
			(words) =>
				shown.text.includes(words) || words.includes(shown.text) || shown.asked?.includes(words) === true,
		);
		return isHidden ? [] : [{ passage: shown, share: passage.share }];
	});
	const otherLanguage =
		read.length > 0 && read.every(({ text }) => isInAnotherLanguage(question, text.language));
	const isAnswered = answered && candidates.length > 0 && !otherLanguage;
	// Of what was not read nothing can be said.
	const isSilent = otherLanguage || read.some(({ isWhole }) => !isWhole);
	return {
		article,
		answered: isAnswered,
		passages: best(sureFirst(candidates), isAnswered),
		missing: isSilent
			? []
			: absentFrom(
					read.map(({ article }) => article),
					(isAnswered ? missing.filter(({ isEvent }) => isEvent) : missing).map(({ word }) => word),
				).slice(0, most.missing),
		otherLanguage,
	};
}

/**
 * The articles with most of the words, and with what words that none has were probably meant for; where nothing is near to
 * one, the newest as well, whose text may have what it was meant for.
 */
async function likelyArticles(archive: SeenView, words: readonly string[]): Promise<readonly ArticleLine[]> {
	const meant: string[] = [];
	let isUnknown = false;
	for (const word of words) {
		if (meant.length === most.corrected) break;
		if (await isInTexts(archive, word)) continue;
		const near = await nearestKnown(archive, word);
		if (near === null) isUnknown = true;
		else meant.push(near);
	}
	const found = await archive.articlesLike([...words, ...meant], most.articles);
	if (!isUnknown || found.length === most.articles) return found;
	const newest = await archive.latest(most.articles);
	const others = newest.filter(({ id }) => found.every((one) => one.id !== id));
	return [...found, ...others].slice(0, most.articles);
}

/**
 * Those of some words of which no article has a form, also not where no passage is: in the byline, below the picture, or
 * in a line of the page ("Read more: …").
 */
function absentFrom(articles: readonly Article[], words: readonly string[]): readonly string[] {
	if (words.length === 0) return words;
	const texts = articles.flatMap(({ byline, caption, credit, paragraphs, language }) =>
		[...byline, caption ?? '', credit ?? '', ...paragraphs].map((text) => ({
			text,
			folded: fold(text),
			language,
		})),
	);
	return words.filter((word) => {
		const begins = beginningsOf(fold(word), 3);
		return !texts.some(({ text, folded, language }) => {
			// Few come so near, so the others need not be taken apart.
			if (!begins.some((begin) => folded.includes(begin))) return false;
			const there = new Set(stemsOf(text, language));
			return stemsOf(word, language).every((stem) => there.has(stem));
		});
	});
}

interface Candidate {
	readonly passage: AskPassage;
	readonly share: number;
}

/** A page that was perhaps not read right counts for less, so that one that was goes first where it answers as well. */
function sureFirst(candidates: readonly Candidate[]): readonly Candidate[] {
	return candidates
		.map(({ passage, share }) => ({ passage, share: passage.article.unsure ? alsoShown * share : share }))
		.toSorted((one, other) => other.share - one.share);
}

/** The best passage, and where it answers, others that may as well; each once, and none that is a part of another. */
function best(candidates: readonly Candidate[], answered: boolean): readonly AskPassage[] {
	const least = alsoShown * (candidates[0]?.share ?? 0);
	let shown: AskPassage[] = [];
	for (const { passage, share } of candidates) {
		if (shown.length > 0 && (!answered || share < least || shown.length === most.passages)) break;
		if (shown.some((other) => isPart(passage, other))) continue;
		// A longer one has what the shorter one says as well, and takes its place.
		const shorter = shown.findIndex((other) => isPart(other, passage));
		if (shorter < 0) shown.push(passage);
		else shown = shown.with(shorter, passage).filter((other) => other === passage || !isPart(other, passage));
	}
	return shown;
}

const isPart = (one: AskPassage, whole: AskPassage): boolean =>
	one.article.id === whole.article.id && whole.text.includes(one.text);
