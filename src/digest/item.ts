import { beginning } from '../cards/cut.ts';
import { UserError } from '../errors.ts';
import { asShown } from '../language/summary/shown.ts';
import type { Brief, Library, LibraryOf, MainSpeaker, ShownComment } from '../library/library.ts';

/** What a digest says of an article. */
export interface DigestItem {
	/** Of the library that it was read from. */
	readonly edition: string;
	readonly line: Brief['line'];
	/** One line of summary: a sentence of the article, apart from a name in brackets and an ellipsis for what joins it on; or null. */
	readonly summary: string | null;
	readonly mainSpeakers: readonly MainSpeaker[];
	/** The comment that most others answer, or null. */
	readonly argued: ShownComment | null;
	/** New articles that tell the same story. */
	readonly alsoIn: readonly Brief['line'][];
}

const longestSummary = 260;
/** How many items are kept ready: more than a few days of articles of a busy library. */
const mostKept = 500;

type Wanted = Pick<Brief['line'], 'id' | 'revision' | 'shelf'>;

/** Gives the items of a digest. */
export interface DigestItems {
	/** In the same order, without those that are gone in the meantime. */
	all(server: string, articles: readonly Wanted[]): Promise<readonly DigestItem[]>;
	/** @returns null for an article that is gone. */
	one(server: string, id: string): Promise<DigestItem | null>;
}

/** Reads items from what a server sees of the library, each article's once as long as it does not change. */
export function digestItems(libraryOf: LibraryOf): DigestItems {
	const kept = new Map<string, Promise<DigestItem | null>>();
	const read = async (library: Library, { id, revision, shelf }: Wanted): Promise<DigestItem | null> => {
		const edition = library.edition();
		const key = `${edition} ${shelf ?? ''} ${id} ${revision}`;
		let item = kept.get(key);
		if (!item) {
			item = readItem(library, id);
			kept.set(key, item);
			// A failed read is not kept.
			item.catch(() => kept.delete(key));
			const [oldest] = kept.keys();
			if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
		}
		const found = await item;
		if (found === null || (found.edition === edition && found.line.shelf === shelf)) return found;
		// The server that it was read for came to see something else meanwhile, which others may not.
		if (kept.get(key) === item) kept.delete(key);
		return readItem(library, id);
	};
	return {
		all: async (server, articles) => {
			const library = libraryOf(server);
			const items = await Promise.all(articles.map((article) => read(library, article)));
			return items.filter((item) => item !== null);
		},
		one: (server, id) => readItem(libraryOf(server), id),
	};
}

async function readItem(library: Library, id: string): Promise<DigestItem | null> {
	try {
		const { line, summary, mainSpeakers } = await library.brief(id);
		// A headline with these words belongs to another article.
		if (line.id !== id) return null;
		const [first = null] = asShown(summary.filter(({ length }) => length === 'line'));
		return {
			edition: library.edition(),
			line,
			summary: first === null ? null : beginning(first, longestSummary),
			mainSpeakers,
			argued: line.counts.comments > 1 ? await mostAnswered(library, id) : null,
			alsoIn: [],
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
