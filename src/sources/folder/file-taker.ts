import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../logger.ts';
import type { SourceStore } from '../../stores/sources.ts';
import { ReaderStopped, type ReadingLimits, type ReadingThread, readingThread } from '../reading-thread.ts';
import type { Taken } from './take.ts';

export interface FileTakerOptions {
	/** The articles folder. */
	readonly folder: string;
	/** Where the archive is, a folder or a database's address, for the reading thread's own connection. */
	readonly archivePlace: string;
	readonly archive: SourceStore;
	readonly log: Log;
	/** The reading thread's file. */
	readonly worker: URL;
	/** What a file may take to read. */
	readonly limits: ReadingLimits;
	/** Identifies the code that reads: files that another version has read are read again. */
	readonly reader: string;
}

/** How long the thread may take to start. */
const wakeMs = 30_000;

/** Reads files of the articles folder in the reading thread, and counts what became of them. */
export class FileTaker {
	readonly tally = { read: 0, unchanged: 0, removed: 0, broken: 0 };
	readonly #options: FileTakerOptions;
	readonly #thread: ReadingThread;
	/** Whether the thread is up, so that what it does next is the file's doing. */
	#awake = false;
	#closed = false;

	constructor(options: FileTakerOptions) {
		this.#options = options;
		this.#thread = readingThread(options.worker, options.limits);
	}

	/** A round of files begins: the thread may have ended since the last one. */
	begin(): void {
		this.#awake = false;
	}

	/** Updates the archive to what a file holds now. @throws what is not the file's doing. */
	async take(name: string): Promise<Taken> {
		const { archivePlace, folder, limits, reader } = this.#options;
		// So that the file is not blamed for a thread that cannot start.
		if (!this.#awake) await this.#thread.run({ task: 'wake', archivePlace }, wakeMs);
		this.#awake = true;
		const taken = await this.#thread
			.run({ task: 'take', archivePlace, folder, name, reader }, limits.milliseconds)
			.catch((error: unknown) => {
				if (!(error instanceof ReaderStopped) || this.#closed) throw error;
				this.#awake = false;
				return this.#blame(name, `${name} ${error.message}.`);
			});
		this.#count(name, taken);
		return taken;
	}

	async close(): Promise<void> {
		this.#closed = true;
		await this.#thread.close();
	}

	/** This file crashed the worker: it is named, and left alone until it changes. */
	async #blame(name: string, reason: string): Promise<Taken> {
		const { archive, folder, reader } = this.#options;
		const { size, mtimeMs: modified } = await stat(join(folder, name)).catch(() => ({
			size: -1,
			mtimeMs: 0,
		}));
		const file = { name, size, modified, sha256: null, reader };
		return { kind: 'broken', reason, news: await archive.fail(file, reason) };
	}

	#count(name: string, taken: Taken): void {
		const { log } = this.#options;
		switch (taken.kind) {
			case 'read':
				this.tally.read++;
				log.debug({ name }, 'read an article');
				break;
			case 'same':
				this.tally.unchanged++;
				break;
			case 'gone':
				this.tally.removed++;
				break;
			case 'broken':
				this.tally.broken++;
				if (taken.news) {
					log.warn({ name, reason: taken.reason, fault: taken.fault }, 'a file could not be read');
				}
				break;
		}
	}
}
