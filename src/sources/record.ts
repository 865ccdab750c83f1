import type { Article } from '../article.ts';
import { pairsOf } from '../language/compare/pairs.ts';
import { comparedWords } from '../language/compare/words.ts';
import { foldedKey, words } from '../language/fold.ts';
import { topicsOf } from '../language/key-phrases/topics.ts';
import { joiningKey } from '../language/speakers.ts';
import { summaryOfArticle } from '../language/summary/of-article.ts';
import { type ArticleRecord, saidIn, type Utterance } from '../stores/articles.ts';
import { utterancesOf } from './utterances.ts';

/** Works out everything that the archive keeps of an article. Pure: the same article gives the same record. */
export function recordOf(article: Article): ArticleRecord {
	return unsummarised({ ...article, summary: summaryOfArticle(article) });
}

/** The record without the summary, which takes most of the time; the summary is then made when the article is shown. */
export function unsummarised(article: ArticleRecord['article']): ArticleRecord {
	const spoken = utterancesOf(article);
	const quoted = new Set(spoken.map((utterance) => utterance.paragraph));
	const utterances = spoken.map(({ gender, ...utterance }) => ({
		...utterance,
		speakerKey: utterance.speaker === null ? null : joiningKey(utterance.speaker, gender, article.id),
		begins: beginningOf(utterance),
		pairs: pairsIn(saidIn(utterance)),
		searched: searchedText(article, utterance.paragraph, quoted, utterance.parts),
	}));
	const topics = new Map<string, string>();
	for (const name of topicsOf(article).topics) {
		const key = foldedKey(name);
		if (key !== '' && !topics.has(key)) topics.set(key, name);
	}
	const { publishedAt, capturedAt } = article;
	return {
		article,
		line: {
			id: article.id,
			revision: article.revision,
			headline: article.headline,
			site: article.site,
			url: article.url,
			counts: {
				paragraphs: article.paragraphs.length,
				quotes: utterances.length,
				speakers: new Set(utterances.flatMap(({ speakerKey: key }) => key ?? [])).size,
				comments: article.comments.filter((comment) => comment.text.trim() !== '').length,
			},
			...(article.unsure ? { unsure: true } : {}),
		},
		at: publishedAt
			? { at: publishedAt, atIs: 'published' }
			: capturedAt
				? { at: capturedAt, atIs: 'captured' }
				: null,
		utterances,
		topics: [...topics].map(([key, name]) => ({ key, name })),
		pairs: sharedPairs(article),
		searchedText: wordsIn([article.headline, article.deck, ...article.paragraphs]),
		searchedComments: wordsIn(article.comments.map(({ text }) => text)),
	};
}

/** The pairs of neighbouring words of all that a quotation may be checked against. */
function sharedPairs({ headline, deck, caption, paragraphs, comments }: Article): string[] {
	return pairsIn([headline, deck, caption, ...paragraphs, ...comments.map((comment) => comment.text)]);
}

function pairsIn(texts: readonly (string | null)[]): string[] {
	const pairs = new Set<string>();
	for (const text of texts) {
		if (text !== null) for (const pair of pairsOf(comparedWords(text))) pairs.add(pair);
	}
	return [...pairs];
}

/** The folded words of some texts, each once. */
function wordsIn(texts: readonly (string | null)[]): string {
	return [...new Set(texts.flatMap((text) => (text === null ? [] : words(text))))].join(' ');
}

/** Characters of the beginning of an utterance by which it is offered while somebody types. */
const longestBeginning = 48;

/** The first words that were said, folded. */
function beginningOf(utterance: Pick<Utterance, 'parts'>): string {
	const said = saidIn(utterance).map((text) => text.slice(0, 2 * longestBeginning));
	return foldedKey(said.join(' ').slice(0, 2 * longestBeginning)).slice(0, longestBeginning);
}

/**
 * What an utterance is about: its own words, the paragraph around it, and the paragraph before where that one
 * quotes nobody, since it then says what comes ("On fishing, both agree that …").
 */
function searchedText(
	article: Article,
	paragraph: number,
	quoted: ReadonlySet<number>,
	parts: Utterance['parts'],
): string {
	const leadIn = quoted.has(paragraph - 1) ? undefined : article.paragraphs[paragraph - 1];
	const text = [leadIn, article.paragraphs[paragraph], ...parts.map((part) => part.text)].join(' ');
	return [...new Set(words(text))].join(' ');
}
