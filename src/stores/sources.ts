import type { Shelf } from '../shelves.ts';
import type { ArticleRecord } from './articles.ts';

/** The sources of one kind on one shelf: the files of the articles folder, the links that a server added. */
export interface SourceSet {
	readonly shelf: Shelf;
	/** "folder" for the files of the articles folder. */
	readonly kind: string;
}

/** What was seen of a source when it was read. */
export interface SourceState {
	/** A file's name relative to the articles folder, with "/" between; or an address. */
	readonly name: string;
	/** Bytes. */
	readonly size: number;
	/** Milliseconds since 1970, with fractions where the file system has them. */
	readonly modified: number;
	/** Hex; null where it could not be read. */
	readonly sha256: string | null;
	/** Which reader read it: another one may find more in the same bytes. */
	readonly reader: string;
}

/**
 * The state of the sources that articles came from, and what each of them holds. An article that several hold is
 * shown as the one read last has it; when that one changes or goes, the others still hold it. A
 * store passes the contract in tests/stores/sources-contract.ts.
 */
export interface SourceStore {
	/**
	 * Notes that this reader has started. Of several versions on one store, the one that started last reads
	 * again what the others have read, and they leave alone what it has read.
	 */
	startReader(reader: string): Promise<void>;
	/** The reader that started last; null where none has. */
	lastReader(): Promise<string | null>;
	/** A page of the sources that were looked at, by name, after `after`. */
	list(after: string, limit: number): Promise<SourceState[]>;
	/** Those of these names that were looked at, in no order. At most 1,000 names. */
	named(names: readonly string[]): Promise<SourceState[]>;
	count(): Promise<number>;
	/** The names of those that hold an article now. */
	holding(article: string): Promise<string[]>;
	/** Adds what a source holds, any number of articles, in place of what it held before. */
	put(records: readonly ArticleRecord[], source: SourceState): Promise<void>;
	/** The same bytes were found under a new date: only size and date are noted. */
	touch(source: SourceState): Promise<void>;
	/**
	 * Notes that a source cannot be read; what it held before is removed, unless `keep` says that it may still hold it.
	 * @returns whether that is new.
	 */
	fail(source: SourceState, reason: string, options?: { keep: boolean }): Promise<boolean>;
	/** A source is gone, and with it what it held. Nothing happens where it was not known. */
	remove(name: string): Promise<void>;
}
