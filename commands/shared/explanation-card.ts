import type { Block, Card, Text } from '../../src/card.ts';
import { origin } from '../../src/cards/articles.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { counted } from '../../src/cards/numbers.ts';
import { place } from '../../src/cards/utterance.ts';
import { typed } from '../../src/errors.ts';
import type { Explanation } from '../../src/explanation/service.ts';
import { rows } from './controls.ts';
import { waysMenu } from './ways.ts';

/** Characters of a question to a language model. */
export const longestExplained = 200;
/** Of the model's name. */
const longestModel = 60;

/** What a language model says of an article, each sentence with the places it rests on. */
export function explanationCard(explanation: Explanation): Card {
	const { article, question, sentences, ending } = explanation;
	const frame = {
		eyebrow: 'Explained by a language model, in its own words',
		title: article.headline,
		url: article.url,
		tone: 'help',
		origin: origin(article),
	} as const;
	const passages = sentences.flatMap(({ text, paragraphs }) =>
		paragraphs.map((paragraph) => ({ article, paragraph, name: 'The article', words: text })),
	);
	const menu = ending === null ? [] : waysMenu(passages, [], {});
	return {
		...frame,
		blocks: [
			...(question === null
				? []
				: [{ kind: 'heading', text: [typed(shortLine(question, longestExplained))] } as const]),
			...sentenceBlocks(explanation),
			{ kind: 'note', text: [notes(explanation)] },
			...menu,
		],
		actions:
			ending === null
				? []
				: rows(
						[
							{ label: 'Article', command: 'article', options: { article: article.id } },
							{ label: 'Quotes', command: 'quotes', options: { article: article.id } },
						],
						menu,
					),
	};
}

function sentenceBlocks({ sentences, dropped, ending, question }: Explanation): readonly Block[] {
	if (sentences.length > 0) {
		const items = sentences.map(({ text, paragraphs }): Text => {
			const places = paragraphs.map((paragraph) => place({ paragraph }));
			return [`${text} (${places.join(', ')})`];
		});
		return [{ kind: 'list', items }];
	}
	const nothing =
		dropped > 0
			? 'Nothing that the model wrote could be shown.'
			: 'The model wrote nothing about the article.';
	const none = question === null ? nothing : 'The model found no answer in the article that could be shown.';
	return [{ kind: 'text', text: [ending === null ? writing : none] }];
}

const writing = 'The model is writing…';

function notes({ by, dropped, ending, sentences }: Explanation): string {
	const checked = sentences.length === 0 ? [] : ['Every number and name is checked against the places.'];
	const left =
		dropped === 1
			? ['1 sentence was left out: it failed the check against the article.']
			: [`${counted(dropped, 'sentence')} were left out: they failed the check against the article.`];
	return [
		`By ${shortLine(by, longestModel)}, not by the article.`,
		...(dropped === 0 ? checked : left),
		...(ending === null && sentences.length > 0 ? [writing] : []),
		...(ending === 'broken off' ? ['The model broke off; this is what it had written.'] : []),
		...(ending === 'stopped'
			? ['The model took too long or wrote too much and was stopped; this is what it had written.']
			: []),
	].join(' ');
}
