import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Log } from '../../logger.ts';
import type { SourceStore } from '../../stores/sources.ts';
import { ReaderStopped, type ReadingLimits, type ReadingThread, readingThread } from '../reading-thread.ts';
import { scanFolder } from './scan.ts';
import type { Taken } from './take.ts';
import { type FolderWatch, watchFolders } from './watch.ts';

/** The result of the first look at the articles folder. */
export interface LoadReport {
	/** Files that were read and whose articles were added. */
	readonly read: number;
	/** Files that had not changed since the archive saw them. */
	readonly unchanged: number;
	readonly removed: number;
	/** Files that could not be read this time. */
	readonly broken: number;
	readonly milliseconds: number;
}

export interface FolderLoader {
	/** When the first look is done. Never rejects: what went wrong is in the log. */
	readonly loaded: Promise<LoadReport>;
	/** What is not read yet; null where that is nothing. */
	waiting(): Waiting | null;
	close(): Promise<void>;
}

export interface Waiting {
	/** Those that are known to have changed. */
	readonly files: number;
	/** What they wait for; null where they are being read. */
	readonly reason: string | null;
}

interface LoaderOptions {
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

/** After a hint a file is left alone for this long, so that several writes are handled as one. */
const settleMs = 150;
/** A file that is written to all the time is given up after this many looks. */
const mostLooks = 60;
/** A scan takes at most this part of the time, with pauses between these two. */
const scans = { part: 0.005, leastMs: 5_000, mostMs: 600_000 };
const progressMs = 5_000;
/** How many folders and misnamed files are named as broken. */
const mostUnreadable = 500;

/** Keeps the archive in step with the articles folder: at once, and as long as the bot runs. */
export function loadFolder(options: LoaderOptions): FolderLoader {
	return new Loader(options);
}

class Loader implements FolderLoader {
	readonly loaded: Promise<LoadReport>;
	readonly #options: LoaderOptions;
	readonly #thread: ReadingThread;
	readonly #watch: FolderWatch;
	/** Names to look at, with the time to look, and how often that has been put off. */
	readonly #due = new Map<string, { at: number; looks: number }>();
	readonly #tally = { read: 0, unchanged: 0, removed: 0, broken: 0 };
	readonly #reader: string;
	#started = false;
	#scanAt = 0;
	#closed = false;
	/** Ends the pause between two rounds. */
	#wake: () => void = () => {};
	readonly #ended: Promise<void>;
	/** The last trouble with the folder, so that it is logged once. */
	#trouble = '';
	/** The list of unreadable files that the archive was given last. */
	#unreadable: ReadonlyMap<string, string> = new Map();
	/** Whether the thread is up, so that what it does next is the file's doing. */
	#awake = false;
	/** Why nothing can be added just now. */
	#stuck: string | null = null;

	constructor(options: LoaderOptions) {
		this.#options = options;
		this.#reader = options.reader;
		this.#thread = readingThread(options.worker, options.limits);
		this.#watch = watchFolders(options.folder, (name) => this.#hint(name));
		const first = Promise.withResolvers<LoadReport>();
		this.loaded = first.promise;
		this.#ended = this.#keepUp(first.resolve);
	}

	waiting(): Waiting | null {
		const [files, reason] = [this.#due.size, this.#stuck];
		return files === 0 && reason === null ? null : { files, reason };
	}

	async close(): Promise<void> {
		this.#closed = true;
		this.#watch.close();
		this.#wake();
		await this.#thread.close();
		await this.#ended;
	}

	#hint(name: string | null): void {
		const at = performance.now() + settleMs;
		if (name === null) this.#scanAt = Math.min(this.#scanAt, at);
		else this.#due.set(name, { at, looks: 0 });
		this.#wake();
	}

	async #keepUp(first: (report: LoadReport) => void): Promise<void> {
		const began = performance.now();
		const report = () => first({ ...this.#tally, milliseconds: Math.round(performance.now() - began) });
		while (!this.#closed) {
			try {
				if (performance.now() >= this.#scanAt) await this.#scan();
				await this.#takeDue();
				this.#stuck = null;
			} catch (error) {
				// Not the files' fault: the disk is full, or the archive is locked. What is due stays due.
				if (!this.#closed) this.#options.log.error({ err: error }, 'the articles folder could not be read');
				this.#stuck = /disk is full/iu.test(String(error))
					? 'the disk is full'
					: 'the archive cannot be written to just now';
				this.#putOff(scans.leastMs);
				report();
			}
			if (this.#due.size === 0) report();
			await this.#pause();
		}
		report();
	}

	async #pause(): Promise<void> {
		if (this.#closed) return;
		const next = this.#due.values().reduce((least, { at }) => Math.min(least, at), this.#scanAt);
		const { promise, resolve } = Promise.withResolvers<void>();
		const timer = setTimeout(resolve, Math.max(1, next - performance.now()));
		this.#wake = resolve;
		// A rescan does not keep the process alive; work that is due does.
		if (this.#due.size === 0) timer.unref();
		await promise;
		clearTimeout(timer);
	}

	#putOff(ms: number): void {
		const at = performance.now() + ms;
		this.#scanAt = Math.min(this.#scanAt, at);
		for (const [name, { looks }] of this.#due) this.#due.set(name, { at, looks });
	}

	async #scan(): Promise<void> {
		const { folder, archive, log } = this.#options;
		const began = performance.now();
		this.#scanAt = began + scans.mostMs;
		if (!this.#started) await archive.startReader(this.#reader);
		this.#started = true;
		const scan = await scanFolder(folder, archive, this.#reader);
		const { changed, unchanged, folders, unlisted } = scan;
		this.#watch.follow(folders);
		this.#tally.unchanged += unchanged;
		for (const name of changed) if (!this.#due.has(name)) this.#due.set(name, { at: 0, looks: 0 });
		await this.#noteUnreadable(scan.unreadable);
		const trouble = unlisted.map((entry) => `${entry.folder || '.'}: ${entry.reason}`).join('; ');
		if (trouble !== this.#trouble && trouble !== '') {
			log.warn({ folder, unlisted }, 'the articles folder cannot be listed; what was read from it stays');
		}
		this.#trouble = trouble;
		const took = performance.now() - began;
		const pause = Math.min(scans.mostMs, Math.max(scans.leastMs, took / scans.part));
		this.#scanAt = Math.min(this.#scanAt, performance.now() + pause);
	}

	/** Names what cannot be read among the broken files; what it held stays. */
	async #noteUnreadable(unreadable: ReadonlyMap<string, string>): Promise<void> {
		const { archive, log } = this.#options;
		for (const [name, reason] of [...unreadable].slice(0, mostUnreadable)) {
			if (this.#unreadable.get(name) === reason) continue;
			const file = { name, size: -1, modified: 0, sha256: null, reader: this.#reader };
			const news = await archive.fail(file, reason, { keep: true });
			if (news) log.warn({ name, reason }, 'a file could not be read');
		}
		this.#unreadable = unreadable;
	}

	async #takeDue(): Promise<void> {
		const { archivePlace, log } = this.#options;
		this.#awake = false;
		let said = performance.now();
		for (const [name, { at, looks }] of this.#due) {
			if (this.#closed) return;
			if (at > performance.now()) continue;
			// So that the file is not blamed for a thread that cannot start.
			if (!this.#awake) await this.#thread.run({ task: 'wake', archivePlace }, 30_000);
			this.#awake = true;
			const taken = await this.#take(name);
			// A hint in the meantime has put it off again.
			if (this.#due.get(name)?.at === at) this.#due.delete(name);
			if (taken.kind === 'unsettled') this.#lookAgain(name, looks);
			this.#count(name, taken);
			if (performance.now() - said > progressMs) {
				said = performance.now();
				log.info({ read: this.#tally.read, left: this.#due.size }, 'reading articles');
			}
		}
	}

	#lookAgain(name: string, looks: number): void {
		if (looks >= mostLooks) {
			this.#options.log.warn({ name }, 'a file is written to all the time and was not read');
			return;
		}
		if (!this.#due.has(name)) {
			this.#due.set(name, { at: performance.now() + settleMs, looks: looks + 1 });
		}
	}

	async #take(name: string): Promise<Taken> {
		const { archivePlace, folder, limits } = this.#options;
		const reader = this.#reader;
		try {
			return await this.#thread.run(
				{ task: 'take', archivePlace, folder, name, reader },
				limits.milliseconds,
			);
		} catch (error) {
			if (!(error instanceof ReaderStopped) || this.#closed) throw error;
			this.#awake = false;
			return this.#blame(name, `${name} ${error.message}.`);
		}
	}

	/** This file crashed the worker: it is named, and left alone until it changes. */
	async #blame(name: string, reason: string): Promise<Taken> {
		const { archive, folder } = this.#options;
		const { size, mtimeMs: modified } = await stat(join(folder, name)).catch(() => ({
			size: -1,
			mtimeMs: 0,
		}));
		const file = { name, size, modified, sha256: null, reader: this.#reader };
		return { kind: 'broken', reason, news: await archive.fail(file, reason) };
	}

	#count(name: string, taken: Taken): void {
		const { log } = this.#options;
		switch (taken.kind) {
			case 'read':
				this.#tally.read++;
				log.debug({ name }, 'read an article');
				break;
			case 'same':
				this.#tally.unchanged++;
				break;
			case 'gone':
				this.#tally.removed++;
				break;
			case 'broken':
				this.#tally.broken++;
				if (taken.news) {
					log.warn({ name, reason: taken.reason, fault: taken.fault }, 'a file could not be read');
				}
				break;
		}
	}
}
