import type { Article } from '../article.ts';
import type { ArticleLine, LibraryStatus, SpeakerCount, TopicCount, Utterance } from './library.ts';
import type { ArticleRecord } from './record.ts';

/**
 * Articles at rest, and what was found in them. The narrow waist of the library: a store is a function that
 * returns one of these and passes the contract in tests/library/archive-contract.ts. Several processes may hold
 * the same one.
 */
export interface Archive extends ArchivedFiles, Kept {
	/** Tells this archive from every other one; keys of a shared cache begin with it. */
	readonly identity: string;
	/** Grows with every change of what is held, whichever process made it. */
	generation(): Promise<number>;
	/** Takes articles in, each in place of an earlier one with its id, all or none. */
	put(records: readonly ArticleRecord[]): Promise<void>;

	/** @returns null where none has this id. */
	article(id: string): Promise<Article | null>;
	line(id: string): Promise<ArticleLine | null>;
	/** Newest first. */
	latest(limit: number): Promise<ArticleLine[]>;
	/** Newest first, those whose folded headline is exactly this. */
	linesByHeadline(folded: string, limit: number): Promise<ArticleLine[]>;
	/**
	 * Those with all of the folded `words` in the headline, where the last one may be the beginning of a word; or
	 * with any of them. Newest first; where more than a thousand match, of those taken in last.
	 */
	linesByWords(words: readonly string[], match: 'all' | 'any', limit: number): Promise<ArticleLine[]>;

	/** Most quoted first. */
	speakers(limit: number): Promise<KnownSpeaker[]>;
	/** Those with all of the folded `words` in their name, the last one perhaps only begun. Most quoted first. */
	speakersByWords(words: readonly string[], match: 'all' | 'any', limit: number): Promise<KnownSpeaker[]>;
	/** Speakers of one article, most quoted first. */
	speakersIn(article: string): Promise<KnownSpeaker[]>;

	/** Most articles first, then by name. */
	topics(limit: number): Promise<KnownTopic[]>;
	topicsByWords(words: readonly string[], match: 'all' | 'any', limit: number): Promise<KnownTopic[]>;
	/** By its folded key. */
	topic(key: string): Promise<KnownTopic | null>;
	/** Newest first. */
	linesByTopic(key: string, limit: number): Promise<ArticleLine[]>;

	/**
	 * Folded words of headlines, speakers or topics that a typed one could have been meant for: those with its
	 * initial, or those that it can be with a slip in the first letter.
	 */
	words(kind: WordKind, like: WordsLike): Promise<string[]>;

	/** Newest article first, within an article in reading order; and how many there are of each speaker. */
	utterances(query: UtteranceQuery): Promise<FoundUtterances>;

	status(): Promise<LibraryStatus>;
	close(): Promise<void>;
}

export type WordKind = 'headline' | 'speaker' | 'topic';

export interface WordsLike {
	readonly typed: string;
	readonly initial: 'same' | 'slipped';
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

export interface UtteranceQuery {
	/** Keys of speakers; undefined for all, known or not. */
	readonly speakers?: readonly string[];
	/** The id of an article. */
	readonly article?: string;
	/** Folded words, all of which must be there; stemmed by the archive. */
	readonly about?: readonly string[];
	readonly limit: number;
}

export interface ArchivedUtterance extends Utterance {
	readonly speakerKey: string | null;
}

export interface FoundUtterances {
	readonly utterances: readonly ArchivedUtterance[];
	/** How many match, of the speakers among `utterances`; null is for those whose speaker is not known. */
	readonly counts: ReadonlyMap<string | null, number>;
	readonly total: number;
}

/** What was seen of a file when it was read. */
export interface FileState {
	/** Relative to the articles folder, with "/" between. */
	readonly name: string;
	/** Bytes. */
	readonly size: number;
	/** Milliseconds since 1970, with fractions where the file system has them. */
	readonly modified: number;
	/** Hex; null where the file could not be read. */
	readonly sha256: string | null;
	/** Which reader read it: another one may find more in the same bytes. */
	readonly reader: string;
}

/** The files that the articles came from. */
export interface ArchivedFiles {
	/**
	 * Notes that this reader has started. Of several versions over one archive, the one that started last reads
	 * anew what the others have read, and they leave alone what it has read.
	 */
	startReader(reader: string): Promise<void>;
	/** The reader that started last; null where none has. */
	lastReader(): Promise<string | null>;
	/** A page of the files that were looked at, by name, after `after`. */
	files(after: string, limit: number): Promise<FileState[]>;
	file(name: string): Promise<FileState | null>;
	countFiles(): Promise<number>;
	/** Takes in what a file holds, in place of what it held before. */
	putFile(record: ArticleRecord, file: FileState): Promise<void>;
	/** The same bytes were found under a new date: only the date is noted. */
	touchFile(file: FileState): Promise<void>;
	/**
	 * Notes that a file cannot be read; what it held before goes, unless `keep` says that it may still hold it.
	 * @returns whether that is news.
	 */
	breakFile(file: FileState, reason: string, options?: { keep: boolean }): Promise<boolean>;
	/** A file is gone, and with it what it held. Nothing happens where it was not known. */
	removeFile(name: string): Promise<void>;
}

/** Values too long for a custom id. */
export interface Kept {
	/** @returns a short key, the same for the same value. @throws RangeError for a value over 8,000 characters. */
	keep(value: string): Promise<string>;
	/** @returns null where nothing is kept under this key. */
	find(key: string): Promise<string | null>;
}
