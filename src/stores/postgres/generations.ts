import { LRUCache } from 'lru-cache';
import type { Database } from './database.ts';
import type { Writing } from './transactions.ts';

/** What is known of a shelf without asking the server. */
export interface KnownShelf {
	readonly number: number;
	readonly generation: number;
}

/** One change, as it is told to other processes. */
export type Change =
	| ({
			readonly of: 'shelf';
			readonly server: string;
			/** All articles of which the shelf shows something else now; left out where that is not said. */
			readonly articles?: readonly string[];
	  } & KnownShelf)
	| { readonly of: 'corrections'; readonly server: string; readonly generation: number };

/**
 * The generations of shelves and of corrections, known in the process: own changes at once, those of others as they
 * are told of or read.
 */
export interface Generations {
	shelf(server: string): KnownShelf | undefined;
	/** The generation of a shelf in which what it shows of an article changed last, or may have. */
	article(server: string, article: string): number;
	corrections(server: string): number;
	/** Takes in what is newer than what is known. */
	note(change: Change): void;
	/** Reads all. */
	reload(): Promise<void>;
	/** Reads what was changed in the last minutes: longer than any transaction lasts. */
	catchUp(): Promise<void>;
	/** Raises the generation of a shelf, or of a server's corrections, and tells everybody. Inside a write. */
	raise(
		writing: Writing,
		of: { readonly shelf: number; readonly articles?: Iterable<string> } | { readonly corrections: string },
	): Promise<void>;
}

/** More articles are not named in a notice, which holds 8,000 bytes. An id has at most 32 characters. */
const mostNamed = 150;
/** So many articles of a shelf are remembered with the generation in which they changed. */
const mostRemembered = 20_000;

/** When what a shelf shows of its articles changed, as far as this process was told. */
class ArticlesOfShelf {
	/** Others may have changed in this generation, and not later. */
	#others = 0;
	readonly #known = new LRUCache<string, number>({
		max: mostRemembered,
		dispose: (generation, _, reason) => {
			if (reason === 'evict') this.#others = Math.max(this.#others, generation);
		},
	});

	/** @param before the generation that was known before. */
	change({ generation, articles }: Extract<Change, { of: 'shelf' }>, before: number | undefined): void {
		// Nobody told of what lies between.
		if (articles === undefined || before === undefined || generation !== before + 1) {
			this.#others = generation;
			this.#known.clear();
		} else for (const article of articles) this.#known.set(article, generation);
	}

	of(article: string): number {
		return Math.max(this.#others, this.#known.get(article) ?? 0);
	}
}

/** The channel of NOTIFY. */
export const channel = 'verbatim_changes';

const shelves = `SELECT 'shelf' AS "of", server, number, generation FROM shelves`;
const corrections = `SELECT 'corrections' AS "of", server, generation FROM corrected_servers`;
const lately = `WHERE changed > clock_timestamp() - interval '10 minutes'`;

export function generationsOf(database: Database): Generations {
	const known = { shelf: new Map<string, KnownShelf>(), corrections: new Map<string, number>() };
	const articles = new Map<string, ArticlesOfShelf>();
	const note = (change: Change) => {
		if (change.of === 'corrections') {
			const before = known.corrections.get(change.server) ?? 0;
			known.corrections.set(change.server, Math.max(before, change.generation));
			return;
		}
		const { server, number, generation } = change;
		const before = known.shelf.get(server);
		if (before !== undefined && before.generation >= generation) return;
		known.shelf.set(server, { number, generation });
		const ofShelf = articles.get(server) ?? new ArticlesOfShelf();
		articles.set(server, ofShelf);
		ofShelf.change(change, before?.generation);
	};
	const read = async (where: string) => {
		for (const change of await database.all<Change>(`${shelves} ${where}`)) note(change);
		for (const change of await database.all<Change>(`${corrections} ${where}`)) note(change);
	};
	return {
		note,
		shelf: (server) => known.shelf.get(server),
		article: (server, article) => articles.get(server)?.of(article) ?? 0,
		corrections: (server) => known.corrections.get(server) ?? 0,
		reload: () => read(''),
		catchUp: () => read(lately),
		async raise(writing, of) {
			const change =
				'shelf' in of
					? await writing.get<Change>(
							`UPDATE shelves SET generation = generation + 1, changed = clock_timestamp() WHERE number = ?
							RETURNING 'shelf' AS "of", server, number, generation`,
							of.shelf,
						)
					: await writing.get<Change>(
							`INSERT INTO corrected_servers AS c VALUES (?, 1)
							ON CONFLICT (server) DO UPDATE SET generation = c.generation + 1, changed = clock_timestamp()
							RETURNING 'corrections' AS "of", server, generation`,
							of.corrections,
						);
			if (!change) throw new Error('The archive has lost a shelf.');
			const named = 'shelf' in of && of.articles !== undefined ? [...of.articles] : null;
			const told = named === null || named.length > mostNamed ? change : { ...change, articles: named };
			await writing.run('SELECT pg_notify(?, ?)', channel, JSON.stringify(told));
			writing.onCommit(() => note(told));
		},
	};
}
