import type { KeptArticle } from '../../article.ts';
import { topicsOf } from '../../language/key-phrases/topics.ts';
import { readsSpeakers } from '../../language/packs.ts';
import { mostTelling } from '../../language/telling.ts';
import type { ArticleView } from '../../stores/articles.ts';
import { saidIn } from '../../stores/articles.ts';
import type { ArticleLine, Brief, MainSpeaker } from '../library.ts';
import { grouped } from './quotes.ts';

/** How many speakers a brief quotes, and how many utterances of an article they are chosen from. */
const most = { mainSpeakers: 4, utterances: 300 };
/** How many characters of each utterance are scored. */
const weighed = 1_000;

export async function answerBrief(
	archive: ArticleView,
	article: KeptArticle,
	line: ArticleLine,
): Promise<Brief> {
	const { headline, deck, language } = article;
	const found = await archive.utterances({ article: line.id, limit: most.utterances });
	const topics = topicsOf(article);
	return {
		line,
		deck,
		byline: article.byline,
		publishedAt: article.publishedAt,
		...(article.publishedOn !== undefined && { publishedOn: article.publishedOn }),
		updatedAt: article.updatedAt,
		capturedAt: article.capturedAt,
		caption: article.caption,
		credit: article.credit,
		speakersNotReadIn: readsSpeakers(language) ? null : (language ?? 'und'),
		summary: article.summary ?? (await summaryOf(article)),
		mainSpeakers: grouped(found.utterances, found.counts)
			.flatMap(({ speaker, role, count, utterances }): MainSpeaker[] => {
				const said = utterances.map((utterance) => ({
					segments: saidIn(utterance).map((text) => text.slice(0, weighed)),
					kind: utterance.kind,
				}));
				const telling = utterances[mostTelling(said, headline, language)];
				return speaker === null || !telling ? [] : [{ speaker, role, count, telling }];
			})
			.slice(0, most.mainSpeakers),
		topics: topics.topics,
		topicsAre: topics.are,
	};
}

/** Most articles bring theirs, so what makes one is loaded only where it is needed. */
async function summaryOf(article: KeptArticle) {
	const { summaryOfArticle } = await import('../../language/summary/of-article.ts');
	return summaryOfArticle(article);
}
