import type { ArticleRecord } from './articles.ts';

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
export interface SourceStore {
	/**
	 * Notes that this reader has started. Of several versions over one store, the one that started last reads
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
