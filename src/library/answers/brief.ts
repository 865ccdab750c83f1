import type { Article } from '../../article.ts';
import { readsSpeakers } from '../../language/packs.ts';
import { summarise } from '../../language/summary.ts';
import { mostTelling } from '../../language/telling.ts';
import type { ArticleView } from '../../stores/articles.ts';
import type { ArticleLine, Brief, Voice } from '../library.ts';
import { grouped } from './quotes.ts';

/** Speakers who are given a voice in a brief, and utterances of an article that they are chosen from. */
const most = { voices: 4, utterances: 1_000 };

export async function answerBrief(archive: ArticleView, article: Article, line: ArticleLine): Promise<Brief> {
	const { headline, paragraphs, quotes, language } = article;
	const found = await archive.utterances({ article: line.id, limit: most.utterances });
	return {
		line,
		deck: article.deck,
		byline: article.byline,
		publishedAt: article.publishedAt,
		updatedAt: article.updatedAt,
		capturedAt: article.capturedAt,
		caption: article.caption,
		credit: article.credit,
		speakersNotReadIn: readsSpeakers(language) ? null : (language ?? 'und'),
		summary: summarise(paragraphs, headline, quotes, { language }),
		voices: grouped(found.utterances, found.counts)
			.flatMap(({ speaker, role, count, utterances }): Voice[] => {
				const said = utterances.map(({ parts, kind }) => ({
					segments: parts.filter((part) => part.kind === 'said').map(({ text }) => text),
					kind,
				}));
				const telling = utterances[mostTelling(said, headline, language)];
				return speaker === null || !telling ? [] : [{ speaker, role, count, telling }];
			})
			.slice(0, most.voices),
		topics: article.topics,
	};
}
