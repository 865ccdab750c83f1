import { beginning } from '../cards/cut.ts';
import { UserError } from '../errors.ts';
import type { Arrival } from '../library/digests.ts';
import type { Brief, Library, ShownComment, Voice } from '../library/library.ts';

/** What a digest tells of an article. */
export interface Entry {
	readonly line: Brief['line'];
	readonly topics: readonly string[];
	/** One line of summary: a sentence of the article, or null. */
	readonly summary: string | null;
	readonly voices: readonly Voice[];
	/** The comment that most others answer, or null. */
	readonly argued: ShownComment | null;
}

const longestSummary = 260;
/** Entries that are kept ready: more than a few days' news of a busy library. */
const mostKept = 500;

export interface EntryReader {
	/** In the same order, without those that are gone in the meantime. */
	all(arrivals: readonly Arrival[]): Promise<readonly Entry[]>;
	/** @returns null for an article that is gone. */
	one(id: string): Promise<Entry | null>;
}

/** Reads entries from the library, each article's once as long as it does not change. */
export function entryReader(library: Library): EntryReader {
	const kept = new Map<string, Promise<Entry | null>>();
	const read = ({ line }: Arrival): Promise<Entry | null> => {
		const key = `${line.id} ${line.revision}`;
		let entry = kept.get(key);
		if (!entry) {
			entry = readEntry(library, line.id);
			kept.set(key, entry);
			// A failure is not kept.
			entry.catch(() => kept.delete(key));
			const [oldest] = kept.keys();
			if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
		}
		return entry;
	};
	return {
		all: async (arrivals) => (await Promise.all(arrivals.map(read))).filter((entry) => entry !== null),
		one: (id) => readEntry(library, id),
	};
}

/** @returns null for an article that is gone in the meantime. */
async function readEntry(library: Library, id: string): Promise<Entry | null> {
	try {
		const { line, topics, summary, voices } = await library.brief(id);
		const first = summary[0]?.text ?? null;
		return {
			line,
			topics,
			summary: first === null ? null : beginning(first, longestSummary),
			voices,
			argued: line.counts.comments > 1 ? await mostAnswered(library, id) : null,
		};
	} catch (error) {
		if (error instanceof UserError) return null;
		throw error;
	}
}

async function mostAnswered(library: Library, article: string): Promise<ShownComment | null> {
	const { comments } = await library.comments({ article, sort: 'threads', seed: 0 });
	const [first] = comments;
	return first && first.replies > 0 ? first : null;
}
