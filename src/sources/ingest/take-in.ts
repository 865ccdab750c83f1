import { setTimeout as pause } from 'node:timers/promises';
import type { DiscussedPage } from '../../reading/disqus/discussions.ts';
import { sharedShelf } from '../../shelves.ts';
import type { ArticleRecord, ArticleStore, ArticleView } from '../../stores/articles.ts';
import type { SourceSet, SourceStore } from '../../stores/sources.ts';
import { ReaderStopped, type ReadingThread } from '../reading-thread.ts';
import { copyOf } from '../twins.ts';
import { oneByOne, sharedOut } from './at-once.ts';
import { withoutLater } from './captures.ts';
import type { Ingested } from './ingested.ts';
import type { Outcome } from './outcome.ts';
import type { ToIngest } from './read.ts';

/** The sources of the shared shelf that were read in from a command line. */
export const ingestedFiles = { shelf: sharedShelf, kind: 'ingest' } as const;
export const ingestedPages = { shelf: sharedShelf, kind: 'ingest-page' } as const;
/** Articles with the comments that an export has of them. */
const ingestedComments = { shelf: sharedShelf, kind: 'ingest-comments' } as const;

const sets = { file: ingestedFiles, fetched: ingestedPages, comments: ingestedComments };

export interface TakeInOptions {
	readonly archive: Pick<ArticleStore, 'seenBy'> & { sources(set: SourceSet): SourceStore };
	/** Each reads one source at a time. */
	readonly threads: readonly ReadingThread[];
	/** Reads, and writes nothing. */
	readonly dry: boolean;
}

export interface TakenIn {
	readonly outcome: Outcome;
	/** Addresses where there is more. */
	readonly more: readonly string[];
	/** Comments that are to be put under their articles. */
	readonly discussed: readonly DiscussedPage[];
}

/** What a file may take to read, by the clock: several threads share the machine. */
const mostMs = 120_000;
/** A file that is written to all the time is given up after this many looks. */
const mostLooks = 50;
const lookAgainMs = 200;

/** Reads a source in one of the threads and puts its articles on the shared shelf. @param name for the outcome. */
export function takingIn({
	archive,
	threads,
	dry,
}: TakeInOptions): (name: string, what: ToIngest) => Promise<TakenIn> {
	const inThread = sharedOut(threads);
	// What is compared with what is there is put there before the next is compared.
	const inTurn = oneByOne();
	const view = archive.seenBy(sharedShelf);
	return async (name, what) => {
		const read = await inThread((thread) => readIn(thread, what, name));
		if (read.kind !== 'read') {
			const why = read.kind === 'refused' ? read.why : `${name} is written to all the time.`;
			return { outcome: { kind: 'refused', name, why }, more: [], discussed: [] };
		}
		const sources = archive.sources(sets[what.kind]);
		return inTurn(async () => {
			const counts = { articles: 0, fresh: 0 };
			for (const { records, state: found } of read.sources) {
				const state = read.isPage ? { ...found, name } : found;
				const isOwn = async (id: string) => (await sources.holding(id)).includes(state.name);
				counts.articles += new Set(records.map(({ line }) => line.id)).size;
				const latest = what.kind === 'fetched' ? await withoutLater(records, state, sources) : records;
				if (latest === null) continue;
				const { kept, fresh } = await withoutCopies(latest, view, isOwn);
				counts.fresh += fresh;
				const isSame = what.kind === 'comments' && (await areThere(kept, view));
				if (!dry && !isSame) await sources.put(kept, state);
			}
			const { addresses: more, discussed } = read;
			return { outcome: { kind: 'read', name, ...counts }, more, discussed };
		});
	};
}

/** The records but those of which the same headline with nearly the same text is there, and how many of them are new. */
async function withoutCopies(
	records: readonly ArticleRecord[],
	view: ArticleView,
	isOwn: (id: string) => Promise<boolean>,
): Promise<{ readonly kept: readonly ArticleRecord[]; readonly fresh: number }> {
	const kept: ArticleRecord[] = [];
	const fresh = new Set<string>();
	for (const record of records) {
		const { id } = record.line;
		if ((await view.line(id)) === null) {
			if ((await copyOf(record, view, isOwn)) !== null) continue;
			fresh.add(id);
		}
		kept.push(record);
	}
	return { kept, fresh: fresh.size };
}

/** Whether all of them are seen as they are. */
async function areThere(records: readonly ArticleRecord[], view: ArticleView): Promise<boolean> {
	const seen = await Promise.all(records.map(({ line }) => view.line(line.id)));
	return seen.every((line, at) => line?.revision === records[at]?.line.revision);
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
