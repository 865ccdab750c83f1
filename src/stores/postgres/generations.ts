import { LRUCache } from 'lru-cache';
import { roundCount } from '../round-count.ts';
import type { Database } from './database.ts';
import { type Marks, readMarks, writtenMarks } from './marks.ts';
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
			/**
			 * What the articles have that were added (marks.ts), where nothing else was changed; left out where something was,
			 * or there are too many.
			 */
			readonly marks?: string;
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
	/** The same of everything on the shelf that one of these marks may have changed. */
	marked(server: string, marks: Iterable<number>): number;
	corrections(server: string): number;
	/** Takes in what is newer than what is known. */
	note(change: Change): void;
	/** Reads all. */
	reload(): Promise<void>;
	/** Reads what was changed in the last minutes: longer than any transaction lasts. */
	catchUp(): Promise<void>;
	/** Raises the generation of a shelf, or of a server's corrections, and tells everybody. Inside a write. */
	raise(writing: Writing, of: Raised): Promise<void>;
}

/** What was changed: a shelf, or a server's corrections. */
type Raised =
	| {
			readonly shelf: number;
			readonly articles?: Iterable<string>;
			/** Of what was added; null or left out where something else was changed. */
			readonly marks?: Marks | null;
	  }
	| { readonly corrections: string };

/** More articles are not named in a notice, which holds 8,000 bytes. An id has at most 32 characters. */
const mostNamed = 150;
/** So many articles of a shelf are remembered with the generation in which they changed. */
const mostRemembered = 20_000;

/** PostgreSQL takes fewer than 8,000 bytes in a notice. */
const longestNotice = 7_900;
/** So many marks of a shelf are remembered with the generation in which they came. */
const mostMarks = 300_000;

/** When marks came on a shelf, as far as this process was told. */
class MarksOfShelf {
	/** Anything may have changed in this generation, and not later. */
	#others = 0;
	readonly #known = new Map<number, number>();

	/** @param before the generation that was known before. */
	change({ generation, marks }: Extract<Change, { of: 'shelf' }>, before: number | undefined): void {
		const wasTold = marks !== undefined && before !== undefined && generation === before + 1;
		if (!wasTold || this.#known.size > mostMarks) {
			this.#others = generation;
			this.#known.clear();
		} else for (const mark of readMarks(marks)) this.#known.set(mark, generation);
	}

	of(marks: Iterable<number>): number {
		let last = this.#others;
		for (const mark of marks) last = Math.max(last, this.#known.get(mark) ?? 0);
		return last;
	}
}

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
	const marked = new Map<string, MarksOfShelf>();
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
		const marksOfShelf = marked.get(server) ?? new MarksOfShelf();
		marked.set(server, marksOfShelf);
		marksOfShelf.change(change, before?.generation);
	};
	const read = async (where: string) => {
		for (const change of await database.all<Change>(`${shelves} ${where}`)) note(change);
		for (const change of await database.all<Change>(`${corrections} ${where}`)) note(change);
	};
	return {
		note,
		shelf: (server) => known.shelf.get(server),
		article: (server, article) => articles.get(server)?.of(article) ?? 0,
		marked: (server, marks) => marked.get(server)?.of(marks) ?? 0,
		corrections: (server) => known.corrections.get(server) ?? 0,
		reload: () => read(''),
		catchUp: () => read(lately),
		async raise(writing, of) {
			const told = 'shelf' in of ? await raiseShelf(writing, of) : await raiseCorrections(writing, of);
			await writing.run('SELECT pg_notify(?, ?)', channel, JSON.stringify(told));
			writing.onCommit(() => note(told));
		},
	};
}

/** Raises the generation of a shelf. @returns what others are told. */
async function raiseShelf(
	writing: Writing,
	{ shelf, articles, marks }: Extract<Raised, { readonly shelf: number }>,
): Promise<Change> {
	const raised = await writing.get<KnownShelf & { readonly server: string; readonly held: number }>(
		`UPDATE shelves SET generation = generation + 1, changed = clock_timestamp() WHERE number = ?
		RETURNING server, number, generation, articles AS held`,
		shelf,
	);
	if (!raised) throw new Error('The archive has lost a shelf.');
	const { held, ...change } = raised;
	const named = articles === undefined ? null : [...articles];
	const told = {
		...{ of: 'shelf' as const, ...change },
		...(named === null || named.length > mostNamed ? {} : { articles: named }),
	};
	// How rare a word is among all of them may have changed as well.
	const isOfOtherSize = named === null || roundCount(held) !== roundCount(held - named.length);
	if (!marks || isOfOtherSize) return told;
	const withMarks = { ...told, marks: writtenMarks(marks) };
	return Buffer.byteLength(JSON.stringify(withMarks)) > longestNotice ? told : withMarks;
}

async function raiseCorrections(
	writing: Writing,
	{ corrections: server }: Extract<Raised, { readonly corrections: string }>,
): Promise<Change> {
	const raised = await writing.get<{ readonly generation: number }>(
		`INSERT INTO corrected_servers AS c VALUES (?, 1)
		ON CONFLICT (server) DO UPDATE SET generation = c.generation + 1, changed = clock_timestamp()
		RETURNING generation`,
		server,
	);
	if (!raised) throw new Error('The archive has lost the generation of corrections.');
	return { of: 'corrections', server, generation: raised.generation };
}
