import type { Action, Block, Card, Text } from '../../src/card.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { passageBlocks } from '../../src/cards/found.ts';
import { typed, withoutQuotationMarks } from '../../src/errors.ts';
import type { AskAnswer } from '../../src/library/library.ts';
import { searchWay } from '../../src/library/search-way.ts';
import type { Context } from './context.ts';
import { rows } from './controls.ts';
import { noArticles, orNoArticles } from './empty.ts';
import { longestExplained } from './explanation-card.ts';
import { allArticles, articleHere } from './here.ts';
import { type Passage, waysMenu } from './ways.ts';

/** Of a question in a title. */
const longest = 160;

/** Characters of a question. */
export const longestQuestion = 300;

/**
 * Answers a question out of the article of this thread or the one that is given, else out of all.
 * @throws UserError for an unknown article, or a question without a word to look for.
 */
export function askedCard(question: string, given: string | undefined, context: Context): Promise<Card> {
	return orNoArticles(context.library, async () => {
		const { library } = context;
		const answer = await library.ask(question, await articleHere(given, context));
		if (!answer.answered && answer.article === null && (await library.latest(1)).length === 0)
			return noArticles;
		return askCard(answer, question, Boolean(context.explainer));
	});
}

/**
 * The passages that answer a question; where none was found, that, and the nearest. One of eight answers that stand
 * there is missed, so the card does not say that there is none.
 */
function askCard(answer: AskAnswer, question: string, explain: boolean): Card {
	const { article, answered, passages, missing, otherLanguage } = answer;
	const asked = shortLine(typed(question.slice(0, longestQuestion)).text, longest);
	const menu = waysMenu(
		passages.map(
			({ article: one, paragraph, speaker, text }): Passage => ({
				article: one,
				paragraph,
				name: speaker ?? one.headline,
				words: withoutQuotationMarks(text),
			}),
		),
		[],
		{},
	);
	const nearest = {
		kind: 'note' as const,
		text: [
			passages.length === 0
				? 'No word of the question is there.'
				: 'The nearest to it, which may be about something else:',
		],
	};
	return {
		eyebrow: answered ? 'Answer, word for word' : 'No answer found',
		title: asked,
		tone: answered ? 'article' : 'trouble',
		blocks: [
			...(answered
				? missingNote(missing, article !== null)
				: [
						{
							kind: 'text' as const,
							text: [
								article === null
									? 'No answer to that was found in the library.'
									: 'No answer to that was found in this article.',
							],
						},
						// Where no word is there, the note below says so of all of them.
						...(passages.length === 0 ? [] : missingNote(missing, article !== null)),
						...(otherLanguage ? [inAnotherLanguage(article !== null)] : []),
						nearest,
					]),
			...passages.flatMap(passageBlocks),
			...menu,
		],
		actions: rows(
			[
				...(article === null
					? []
					: [
							{ label: 'Article', command: 'article', options: { article: article.id } },
							{ label: 'Ask all articles', command: 'ask', options: { question, ...allArticles } },
						]),
				...(explain ? explainWays(article ?? passages[0]?.article, question) : []),
				searchWay(question),
			],
			menu,
		),
	};
}

/** Answers are found by the words of a question. */
const inAnotherLanguage = (isOne: boolean): Block => ({
	kind: 'text',
	text: [
		`The question is in another language than the article${isOne ? '' : 's'}. I look for its words, so please ask in the language of the article.`,
	],
});

/** "This article does not have the word resigned, in any form.": what the question takes for granted may be told nowhere. */
function missingNote(missing: readonly string[], isOne: boolean): readonly Block[] {
	if (missing.length === 0) return [];
	const words = missing.flatMap((word, index): Text => {
		const before = index === 0 ? '' : index === missing.length - 1 ? ' or ' : ', ';
		return [before, typed(word)];
	});
	const where = isOne ? 'This article does not have' : 'The articles that come nearest do not have';
	const what = missing.length === 1 ? 'the word' : 'the words';
	return [{ kind: 'text', text: [`${where} ${what} `, ...words, ', in any form.'] }];
}

/** A language model's answer from the article that was asked, or that has the first passage. */
function explainWays(article: AskAnswer['article'] | undefined, question: string): readonly Action[] {
	if (!article || question.length > longestExplained) return [];
	const options = { article: article.id, question };
	return [{ label: 'Explain', command: 'explain', options, opens: 'new' }];
}
