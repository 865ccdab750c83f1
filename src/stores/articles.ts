import type { Article, KeptArticle } from '../article.ts';
import type { Shelf } from '../shelves.ts';
import type {
	AddedLines,
	ArticleLine,
	ArticleRecord,
	LibraryStatus,
	MonthCount,
	MonthOfTopics,
	QuotedIn,
	SpeakerCount,
	TopicCount,
} from './records.ts';
import type { Searched, SearchQuery } from './search.ts';
import type {
	ArchivedUtterance,
	FormerQuery,
	FormerUtterance,
	FoundUtterances,
	LikeQuery,
	LikeUtterances,
	UtteranceQuery,
} from './utterances.ts';

export type * from './records.ts';
export { saidIn } from './records.ts';
export type * from './utterances.ts';

/**
 * Articles at rest, and what was found in them. A store of articles passes the contract in
 * tests/stores/articles-contract.ts.
 */
export interface ArticleStore {
	/** What a server sees: the shared shelf and its own. Null sees the shared shelf alone. */
	seenBy(server: Shelf): ArticleView;
	/** Adds articles, each as a source of its own and in place of what that held, all or none. */
	put(records: readonly ArticleRecord[], shelf?: Shelf): Promise<void>;
}

/**
 * Works out everything that is kept of an article; pure, so a store may do it again where it shows an earlier
 * reading.
 */
export type RecordOf = (article: Article) => ArticleRecord;

/** The same for stores that wait anyway, so that what works it out may be loaded when it is first needed. */
export type RecordSoon = (article: Article) => ArticleRecord | Promise<ArticleRecord>;

/**
 * The articles that one server sees, each id once. All counts are kept with every change, for each shelf, so that
 * an answer adds up two numbers and counts nothing.
 */
export interface ArticleView {
	/**
	 * Changes with every change of what is seen, whichever process made it, and differs from that of every view that
	 * sees something else: answers about many articles are cached under it, and servers that see the shared shelf
	 * alone share them. Answered without a round trip: a store on a server keeps it up to date
	 * by itself, and may be a second behind what other processes changed, but never behind its own changes.
	 */
	generation(): string;
	/**
	 * The same of one article alone: changes with every change of what is seen of it, and seldom with others. Answered
	 * at once, as `generation` is.
	 */
	generationOf(article: string): string;
	/** Tells which answers outlive a change; left out where the store cannot say, so that none does. */
	readonly watch?: Watch;
	/**
	 * Names those who may share answers with this view: the shelves that are seen, and the server where it has
	 * corrections. It changes when a server puts its first article on a shelf of its own or corrects something for the
	 * first time, and never changes back; an answer during which it changed belongs to no cache. Answered at once, as
	 * `generation` is.
	 */
	audience(): string;
	/**
	 * What tells a view whose server has corrected speakers from all others, and changes with its corrections; empty
	 * where quotations are shown as they were read. What is kept ready of an article's quotations is kept under it.
	 */
	edition(): string;
	/** @returns null where none has this id. */
	article(id: string): Promise<KeptArticle | null>;
	line(id: string): Promise<ArticleLine | null>;
	/** Newest first. @param which `own` for those alone that lie on the server's own shelf; for null, on the shared one. */
	latest(limit: number, which?: 'all' | 'own'): Promise<ArticleLine[]>;
	/**
	 * Those added after a moment (milliseconds since 1970), the newest by their own date first: of many, of the
	 * thousand added last.
	 */
	added(since: number, limit: number): Promise<AddedLines>;
	/** Of the first and the last article, as `ArticleLine.at` has it; null where there is none. */
	dates(): Promise<{ readonly first: string; readonly last: string } | null>;
	/** Newest first, those whose folded headline is exactly this. */
	linesByHeadline(folded: string, limit: number): Promise<ArticleLine[]>;
	/**
	 * Those with all of the folded `words` in the headline, where the last one may be the beginning of a word; or
	 * with any of them. Newest first; where more than a thousand match, of those added last.
	 */
	linesByWords(words: readonly string[], match: 'all' | 'any', limit: number): Promise<ArticleLine[]>;

	/** Most quoted first. */
	speakers(limit: number): Promise<KnownSpeaker[]>;
	/** Those with all of the folded `words` in their name, the last one perhaps only begun. Most quoted first. */
	speakersByWords(words: readonly string[], match: 'all' | 'any', limit: number): Promise<KnownSpeaker[]>;
	/**
	 * All whose keys begin with one of these and a slash (`familyOf`), those of one family together. Of a family with
	 * more than a hundred none.
	 * @param alone whether a family that has one name only is wanted, or may be left out.
	 */
	speakersOfFamilies(families: readonly string[], alone?: 'given' | 'left out'): Promise<KnownSpeaker[]>;
	/** Speakers of one article, most quoted first. */
	speakersIn(article: string): Promise<KnownSpeaker[]>;

	/** Most articles first, then by name, whatever its case. */
	topics(limit: number): Promise<KnownTopic[]>;
	topicsByWords(words: readonly string[], match: 'all' | 'any', limit: number): Promise<KnownTopic[]>;
	/** By its folded key. */
	topic(key: string): Promise<KnownTopic | null>;
	/** Newest first. */
	linesByTopic(key: string, limit: number): Promise<ArticleLine[]>;

	/** How many articles are on a topic, or quotations by a speaker, each month, the latest first; by folded key. */
	monthsOf(kind: 'topic' | 'speaker', key: string): Promise<MonthCount[]>;
	/** In how many articles some speakers, by key, are quoted, and topics of most of the latest of these. */
	quotedIn(keys: readonly string[], topics: number): Promise<QuotedIn>;
	/** The latest months that have articles, each with the topics that most of its articles are on. */
	monthsOfTopics(limits: { readonly months: number; readonly topics: number }): Promise<MonthOfTopics[]>;
	/**
	 * For each phrase, as its pairs of neighbouring words (`pairsOf`; of more than four the first), the articles whose text
	 * or comments have all of them: of more than `limit` those added last, newest first.
	 */
	linesWithEach(phrases: readonly (readonly string[])[], limit: number): Promise<ArticleLine[][]>;

	/** Whether some headline, speaker, topic or utterance has this folded word. */
	hasWord(kind: WordKind, word: string): Promise<boolean>;
	/**
	 * Folded words of headlines, speakers, topics or utterances that a typed one could have been meant for, at most
	 * 2,000: those that begin with it, those with its first two letters, those with its initial, or those it can be
	 * with a slip in the first letter.
	 */
	words(kind: WordKind, like: WordsLike): Promise<string[]>;

	/**
	 * Newest article first, within an article in reading order; and how many there are of each speaker. Its
	 * cost is bounded, however much is held: see `FoundUtterances.more`.
	 */
	utterances(query: UtteranceQuery): Promise<FoundUtterances>;

	/** Utterances that a search finds, in them or in the text around them. */
	searchUtterances(query: SearchQuery): Promise<Searched<ArchivedUtterance>>;
	/** Articles that a search finds by their text, or by their comments. */
	searchArticles(part: 'text' | 'comment', query: SearchQuery): Promise<Searched<ArticleLine>>;
	/** Articles with some of a few folded words in their text: those with the most and the rarest first. */
	articlesLike(words: readonly string[], limit: number): Promise<ArticleLine[]>;

	/** Articles whose text, comments or earlier texts share pairs of neighbouring words with a text, best first. */
	articlesSharing(query: PairQuery): Promise<SharingArticle[]>;
	/** Utterances with some of many words, in them or in the text around them: most and rarest words first. */
	utterancesLike(query: LikeQuery): Promise<LikeUtterances>;
	/**
	 * Utterances whose first words are or begin with this folded text, newest article first. Of more than a few hundred
	 * some are given.
	 */
	utterancesBeginning(begun: string, limit: number): Promise<ArchivedUtterance[]>;

	/** What an article said before its source was changed, the latest first; at most ten. */
	revisions(id: string): Promise<Revision[]>;
	/** Utterances that articles had before they were changed and no longer have, the latest removed first. */
	former(query: FormerQuery): Promise<FormerUtterance[]>;

	status(): Promise<LibraryStatus>;
}

/** Tells whether an answer is still what it would be now, without asking. All is answered at once. */
export interface Watch {
	/** What is seen now, to be taken before an answer is worked out. */
	now(): string;
	/**
	 * What the answer of a method of the view depends on.
	 * @param question the name of the method. @returns marks; null for everything.
	 */
	dependsOn(question: string, given: readonly unknown[], answer: unknown): readonly number[] | null;
	/** Whether nothing with one of these marks has changed since. @param marks null for everything. */
	isUnchanged(since: string, marks: readonly number[] | null): boolean;
}

/** Of utterances the words of four letters and more, and those of the text around them. */
export type WordKind = 'headline' | 'speaker' | 'topic' | 'utterance';

export interface WordsLike {
	readonly typed: string;
	readonly start: 'all letters' | 'two letters' | 'one letter' | 'slipped';
	/** Letters. */
	readonly shortest: number;
	readonly longest: number;
}

export interface KnownSpeaker extends SpeakerCount {
	readonly key: string;
}

export interface KnownTopic extends TopicCount {
	readonly key: string;
}

/** Pairs of neighbouring words of a text; a pair that is common in a large archive is only looked for with others. */
export interface PairQuery {
	/** Of `pairsOf`, in the order of the text; of more than 24 different ones some are looked for. */
	readonly pairs: readonly string[];
	/** The id of the only article to look in. */
	readonly article?: string;
	readonly limit: number;
}

export interface SharingArticle {
	readonly line: ArticleLine;
	/** How much of the text it has, 0 to 1: rarer pairs count for more. */
	readonly shared: number;
}

/** What an article said before it was changed. */
export interface Revision {
	readonly article: Article;
	/** When another text replaced it; ISO 8601. */
	readonly until: string;
}
