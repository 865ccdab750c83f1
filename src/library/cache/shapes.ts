import { z } from 'zod';
import type { AskAnswer, SearchAnswer } from '../found.ts';
import type {
	ArticleLine,
	Brief,
	CommentAnswer,
	LibraryStatus,
	Months,
	QuoteAnswer,
	RelatedArticles,
	SpeakerCount,
	SpeakerGroup,
	SpeakersAnswer,
	TopicAnswer,
	TopicCount,
	TopicList,
	TopicMonths,
	Utterance,
	UtterancePart,
} from '../library.ts';
import type { AnswerKind } from './stores.ts';

const text = z.string();
const maybe = text.nullable();
const count = z.int().nonnegative();

const line: z.ZodType<ArticleLine> = z.object({
	...{
		id: text,
		revision: text,
		shelf: maybe,
		changedAt: maybe,
		headline: text,
		site: maybe,
		url: maybe,
		at: text,
	},
	atIs: z.enum(['published', 'captured', 'added']),
	counts: z.object({ paragraphs: count, quotes: count, speakers: count, comments: count }),
	unsure: z.boolean().exactOptional(),
});

const part: z.ZodType<UtterancePart> = z.object({
	kind: z.enum(['said', 'between']),
	...{ text, paragraph: count.exactOptional(), open: z.boolean().exactOptional() },
});
const utterance: z.ZodType<Utterance> = z.object({
	...{ article: line, speaker: maybe, role: maybe, cue: maybe, paragraph: count },
	kind: z.enum(['quote', 'fragment']),
	parts: z.array(part),
	fragment: text.exactOptional(),
	corrected: z.object({ was: maybe }).exactOptional(),
});

const brief: z.ZodType<Brief> = z.object({
	...{ line, deck: maybe, byline: z.array(text), publishedAt: maybe, updatedAt: maybe, capturedAt: maybe },
	...{ caption: maybe, credit: maybe, speakersNotReadIn: maybe, topics: z.array(text) },
	publishedOn: text.exactOptional(),
	topicsAre: z.enum(['tags', 'phrases']),
	summary: z.array(
		z.object({
			...{ text, paragraph: count, sentence: count, length: z.enum(['line', 'short', 'full']) },
			bracket: z
				.object({ start: count, end: count, replaces: z.enum(['pronoun', 'surname']), name: text })
				.exactOptional(),
			opening: count.exactOptional(),
		}),
	),
	mainSpeakers: z.array(z.object({ speaker: text, role: maybe, count, telling: utterance })),
});

const found = z.object({ words: z.array(text), around: z.array(text) });
const correctedWord = z.object({
	typed: text,
	taken: text,
	of: z.enum(['speaker', 'topic']).exactOptional(),
});
const group: z.ZodType<SpeakerGroup> = z.object({
	...{ speaker: maybe, role: maybe, count },
	utterances: z.array(utterance.and(z.object({ found: found.optional() }))),
}) as z.ZodType<SpeakerGroup>;
const quotes: z.ZodType<QuoteAnswer> = z.object({
	...{ article: line.nullable(), speaker: maybe, about: z.array(text).nullable(), groups: z.array(group) },
	...{ total: count, more: z.boolean(), partly: z.array(group) },
	several: z.array(z.object({ speaker: text, role: maybe, count })),
	corrected: z.array(correctedWord),
	former: z.array(utterance.and(z.object({ until: text }))),
});

const speaker: z.ZodType<SpeakerCount> = z.object({ speaker: text, role: maybe, quotes: count });
const topic: z.ZodType<TopicCount> = z.object({ topic: text, articles: count });
const topicList: z.ZodType<TopicList> = z.object({ topics: z.array(topic), more: z.boolean() });
const months: z.ZodType<Months> = z.array(z.object({ month: text, count }));
const topicAnswer: z.ZodType<TopicAnswer> = z.object({
	...{ topic: text, corrected: z.array(correctedWord), total: count, articles: z.array(line), months },
});
const topicMonths: z.ZodType<TopicMonths> = z.object({
	months: z.array(z.object({ month: text, articles: count, topics: z.array(topic) })),
});
const related: z.ZodType<RelatedArticles> = z.object({
	articles: z.array(z.object({ line, shared: z.array(text) })),
});

const speakersAnswer: z.ZodType<SpeakersAnswer> = z.object({
	...{ article: line.nullable(), total: count, people: count, more: z.boolean(), page: count, pages: count },
	speakers: z.array(
		z.object({
			...{ speaker: text, role: maybe, quotes: count, articles: count, months },
			...{ about: z.array(text), paragraphs: z.array(count) },
		}),
	),
});

const answers = z.object({ author: maybe, text: maybe }).nullable();
const comments: z.ZodType<CommentAnswer> = z.object({
	article: line,
	total: count,
	comments: z.array(z.object({ author: maybe, text, answers, replies: count })),
});

const status: z.ZodType<LibraryStatus> = z.object({
	...{ articles: count, quotes: count, speakers: count, comments: count },
	broken: z.array(z.object({ name: text, reason: text, at: text })),
});

const marks = z.array(z.object({ start: count, end: count }));
const page = <Hit extends z.ZodType>(hit: Hit) =>
	z.object({ hits: z.array(hit), total: count, more: z.boolean(), pages: count });
const search = z.object({
	...{
		words: z.array(text),
		phrases: z.array(text),
		without: z.array(text),
		withoutPhrases: z.array(text),
		speaker: maybe,
		topic: maybe,
	},
	corrected: z.array(correctedWord),
	quotes: page(utterance.and(z.object({ found: found.optional() }))),
	articles: page(
		z.object({ article: line, sentence: z.object({ text, marks, paragraph: count }).nullable() }),
	),
	comments: page(
		z.object({ article: line, author: maybe, sentence: z.object({ text, marks }), others: count }),
	),
	nearest: z.boolean(),
}) as z.ZodType<SearchAnswer>;

const ask: z.ZodType<AskAnswer> = z.object({
	article: line.nullable(),
	answered: z.boolean(),
	missing: z.array(text),
	otherLanguage: z.boolean(),
	passages: z.array(
		z.object({
			...{ article: line, paragraph: count, text, isSaid: z.boolean(), quoted: z.boolean() },
			...{ speaker: maybe, role: maybe, asked: text.exactOptional() },
		}),
	),
});

/** The schema of each kind of answer. An answer from outside the process is checked against it. */
export const shapes: Readonly<Record<AnswerKind, z.ZodType>> = {
	// No article may have the id.
	line: z.union([line, z.object({ absent: z.literal(true) })]),
	latest: z.array(line),
	brief,
	quotes,
	quotesLike: z.array(utterance),
	topics: z.union([topicList, topicAnswer, topicMonths, related]),
	comments,
	speakers: speakersAnswer,
	stories: z.union([z.array(line), z.array(z.array(text))]),
	search,
	ask,
	suggestions: z.union([z.array(line), z.array(speaker), z.array(topic), z.array(text)]),
	status,
};
