import { setTimeout as pause } from 'node:timers/promises';
import { UserError } from '../../errors.ts';
import { sharedShelf } from '../../shelves.ts';
import type { ArticleStore } from '../../stores/articles.ts';
import type { SourceSet, SourceStore } from '../../stores/sources.ts';
import { fetchJob } from '../additions/job.ts';
import { ReaderStopped, type ReadingThread } from '../reading-thread.ts';
import type { Web } from '../web/fetch.ts';
import { filesOf, type Listed } from './files.ts';
import { type Ingested, sourceName, type ToIngest } from './read.ts';

/** The sources of the shared shelf that were read in from a command line. */
export const ingestedFiles = { shelf: sharedShelf, kind: 'ingest' } as const;
const ingestedPages = { shelf: sharedShelf, kind: 'ingest-page' } as const;

/** What became of a file or an address. */
export type Outcome =
	/** `articles` are in it, of which `fresh` were not in the archive before. */
	| { readonly kind: 'read'; readonly name: string; readonly articles: number; readonly fresh: number }
	/** It was read before and has not changed. */
	| { readonly kind: 'known'; readonly name: string }
	/** An address, where nothing is fetched. */
	| { readonly kind: 'left'; readonly name: string }
	| { readonly kind: 'refused'; readonly name: string; readonly why: string };

export interface IngestOptions {
	readonly archive: Pick<ArticleStore, 'seenBy'> & { sources(set: SourceSet): SourceStore };
	readonly web: Web;
	/** Each reads one file at a time. */
	readonly threads: readonly ReadingThread[];
	readonly reader: string;
	/** Reads the files, fetches nothing, and writes nothing. */
	readonly dry: boolean;
	/** For each file and address, in the order in which they are done. */
	readonly done: (outcome: Outcome, waiting: number) => void;
}

/** What a file may take to read, by the clock: several threads share the machine. */
const mostMs = 120_000;
/** Files whose state is asked for at a time. */
const page = 500;
/** A file that is written to all the time is given up after this many looks. */
const mostLooks = 50;
const lookAgainMs = 200;
/** Feeds and pages that one call leads to. */
const mostAddresses = 20_000;

/**
 * Reads files, folders, addresses, feeds and lists of feeds into the shared shelf. Each source is written in one
 * transaction with the note that it was read, so that it may be stopped at any moment and started again.
 * @param given as on a command line. @throws UserError for what is not there.
 */
export async function ingest(given: readonly string[], options: IngestOptions): Promise<void> {
	const isAddress = (one: string) => /^https?:/iu.test(one);
	const addresses = new Set(given.filter(isAddress));
	const files: Extract<Listed, { kind: 'file' }>[] = [];
	const seen = new Set<string>();
	for (const one of given) {
		if (isAddress(one)) continue;
		for await (const listed of filesOf(one)) {
			if (listed.kind === 'refused') options.done(listed, 0);
			else if (!seen.has(listed.path)) files.push(listed);
			if (listed.kind === 'file') seen.add(listed.path);
		}
	}
	const fresh = await unread(files, options);
	let next = 0;
	const lanes = options.threads.map(async (thread) => {
		for (let file = fresh[next++]; file; file = fresh[next++]) {
			const what = { kind: 'file', path: file.path, reader: options.reader } as const;
			const { outcome, more } = await takeIn(file.path, what, thread, options);
			addSome(addresses, more);
			options.done(outcome, Math.max(0, fresh.length - next) + addresses.size);
		}
	});
	await Promise.all(lanes);
	const [thread] = options.threads;
	if (thread === undefined) return;
	// One after another: no site is asked more than once at a time. The set grows while it is gone through.
	let gone = 0;
	for (const address of addresses) {
		const { outcome, more } = await takePage(address, thread, options);
		addSome(addresses, more);
		options.done(outcome, addresses.size - ++gone);
	}
}

function addSome(addresses: Set<string>, more: readonly string[]): void {
	for (const address of more) if (addresses.size < mostAddresses) addresses.add(address);
}

/** Those of the files that were not read before as they are now; the others are done. */
async function unread(
	files: readonly Extract<Listed, { kind: 'file' }>[],
	{ archive, reader, done }: IngestOptions,
) {
	const sources = archive.sources(ingestedFiles);
	const fresh: (typeof files)[number][] = [];
	for (let first = 0; first < files.length; first += page) {
		const some = files.slice(first, first + page);
		const known = await sources.named(some.map(({ path }) => sourceName(path)));
		const states = new Map(known.map((state) => [state.name, state]));
		for (const file of some) {
			const state = states.get(sourceName(file.path));
			const isSame = state?.size === file.size && state.modified === file.modified && state.reader === reader;
			if (isSame) done({ kind: 'known', name: file.path }, files.length);
			else fresh.push(file);
		}
	}
	return fresh;
}

interface TakenIn {
	readonly outcome: Outcome;
	readonly more: readonly string[];
}

async function takePage(address: string, thread: ReadingThread, options: IngestOptions): Promise<TakenIn> {
	const { web, archive, reader, dry } = options;
	const name = address;
	const [known] = await archive.sources(ingestedPages).named([address]);
	if (known?.reader === reader) return { outcome: { kind: 'known', name }, more: [] };
	if (dry) return { outcome: { kind: 'left', name }, more: [] };
	try {
		const job = await fetchJob({ kind: 'link', address }, web, () => {});
		const { bytes, mediaType } = job;
		const what = { kind: 'fetched', bytes, mediaType, address: job.address ?? address, reader } as const;
		return await takeIn(address, what, thread, options);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return { outcome: { kind: 'refused', name, why: error.message }, more: [] };
	}
}

async function takeIn(
	name: string,
	what: ToIngest,
	thread: ReadingThread,
	{ archive, dry }: IngestOptions,
): Promise<TakenIn> {
	const read = await readIn(thread, what, name);
	if (read.kind !== 'read') {
		const why = read.kind === 'refused' ? read.why : `${name} is written to all the time.`;
		return { outcome: { kind: 'refused', name, why }, more: [] };
	}
	const view = archive.seenBy(sharedShelf);
	const sources = archive.sources(what.kind === 'file' ? ingestedFiles : ingestedPages);
	const ids = new Set(read.sources.flatMap(({ records }) => records.map(({ line }) => line.id)));
	let fresh = 0;
	for (const id of ids) if ((await view.line(id)) === null) fresh++;
	// A page is known by the address that was asked for, wherever that led.
	const isPage = what.kind === 'fetched' && read.sources.length === 1 && read.addresses.length === 0;
	if (!dry) {
		for (const { records, state } of read.sources) {
			await sources.put(records, isPage ? { ...state, name } : state);
		}
	}
	return { outcome: { kind: 'read', name, articles: ids.size, fresh }, more: read.addresses };
}

async function readIn(thread: ReadingThread, what: ToIngest, name: string): Promise<Ingested> {
	try {
		for (let looks = 1; ; looks++) {
			const read = await thread.run({ task: 'ingest', ...what }, mostMs);
			if (read.kind !== 'unsettled' || looks >= mostLooks) return read;
			await pause(lookAgainMs);
		}
	} catch (error) {
		if (!(error instanceof ReaderStopped)) throw error;
		return { kind: 'refused', why: `${name} ${error.message}.` };
	}
}
