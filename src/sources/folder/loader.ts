import { performance } from 'node:perf_hooks';
import { FileTaker, type FileTakerOptions } from './file-taker.ts';
import { type Scan, scanFolder } from './scan.ts';
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
export function loadFolder(options: FileTakerOptions): FolderLoader {
	return new Loader(options);
}

class Loader implements FolderLoader {
	readonly loaded: Promise<LoadReport>;
	readonly #options: FileTakerOptions;
	readonly #taker: FileTaker;
	readonly #watch: FolderWatch;
	/** Names to look at, with the time to look, and how often that has been put off. */
	readonly #due = new Map<string, { at: number; looks: number }>();
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
	/** Why nothing can be added just now. */
	#stuck: string | null = null;

	constructor(options: FileTakerOptions) {
		this.#options = options;
		this.#taker = new FileTaker(options);
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
		await this.#taker.close();
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
		const report = () => first({ ...this.#taker.tally, milliseconds: Math.round(performance.now() - began) });
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
		const { folder, archive, log, reader } = this.#options;
		const began = performance.now();
		this.#scanAt = began + scans.mostMs;
		if (!this.#started) await archive.startReader(reader);
		this.#started = true;
		const scan = await scanFolder(folder, archive, reader);
		const { changed, unchanged, folders, unlisted } = scan;
		this.#watch.follow(folders);
		this.#taker.tally.unchanged += unchanged;
		for (const name of changed) if (!this.#due.has(name)) this.#due.set(name, { at: 0, looks: 0 });
		await this.#noteUnreadable(scan);
		const trouble = unlisted.map((entry) => `${entry.folder || '.'}: ${entry.reason}`).join('; ');
		if (trouble !== this.#trouble && trouble !== '') {
			log.warn({ folder, unlisted }, 'a folder cannot be listed; what was read from it stays');
		}
		this.#trouble = trouble;
		const took = performance.now() - began;
		const pause = Math.min(scans.mostMs, Math.max(scans.leastMs, took / scans.part));
		this.#scanAt = Math.min(this.#scanAt, performance.now() + pause);
	}

	/** Names what cannot be read among the broken files; what it held stays. */
	async #noteUnreadable({ unreadable, unlisted }: Scan): Promise<void> {
		// Those are in the log already.
		const folders = new Set(unlisted.map(({ folder }) => `${folder || '.'}/`));
		const { archive, log, reader } = this.#options;
		for (const [name, reason] of [...unreadable].slice(0, mostUnreadable)) {
			if (this.#unreadable.get(name) === reason) continue;
			const file = { name, size: -1, modified: 0, sha256: null, reader };
			const news = await archive.fail(file, reason, { keep: true });
			if (news && !folders.has(name)) log.warn({ name, reason }, 'a file could not be read');
		}
		this.#unreadable = unreadable;
	}

	async #takeDue(): Promise<void> {
		const { log } = this.#options;
		this.#taker.begin();
		let said = performance.now();
		for (const [name, { at, looks }] of this.#due) {
			if (this.#closed) return;
			if (at > performance.now()) continue;
			const taken = await this.#taker.take(name);
			// A hint in the meantime has put it off again.
			if (this.#due.get(name)?.at === at) this.#due.delete(name);
			if (taken.kind === 'unsettled') this.#lookAgain(name, looks);
			if (performance.now() - said > progressMs) {
				said = performance.now();
				log.info({ read: this.#taker.tally.read, left: this.#due.size }, 'reading articles');
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
}
