import type { LanguagePack } from '../pack.ts';
import type { Token } from '../tokens.ts';
import { keyOf } from './key.ts';
import type { Candidate } from './sentences.ts';

/** Tokens of a noun phrase that are looked at, and how many sentences back a word makes "the" point to it. */
const phrase = 4;
const reach = 5;

/** What a sentence takes as known. */
interface KnownIn {
	/** The noun behind its opening "the", or null, and those behind "the" later in it, as keys. */
	readonly opening: string | null;
	readonly later: readonly string[];
	/** The words of an opening "the masks" that nothing explains, whether or not an earlier sentence has them. */
	readonly bare: readonly string[];
}

/**
 * Goes over the sentences of an article in order and says of each which noun behind its opening "the" an earlier
 * sentence tells of: one that it introduced ("forty masks" before "The masks"), or one that it had not long ago and
 * that nothing behind explains ("the scan showed" before "The scan was repeated").
 */
export class KnownNouns {
	readonly #pack: LanguagePack;
	readonly #introduced = new Set<string>();
	readonly #last = new Map<string, number>();
	#sentence = 0;

	constructor(pack: LanguagePack) {
		this.#pack = pack;
	}

	/** The key of the known noun that opens the next sentence, or null, and those of "the" later in it. */
	next(candidate: Candidate): KnownIn {
		const tokens = candidate.tokens.filter(({ kind }) => kind !== 'mark');
		const found = {
			opening: this.#known(tokens),
			later: this.#later(tokens),
			bare: this.#bare(candidate.tokens),
		};
		this.#introduce(candidate.tokens);
		for (const [at, key] of candidate.keys.entries())
			if (!candidate.closed[at]) this.#last.set(key, this.#sentence);
		this.#sentence++;
		return found;
	}

	/** The keys of the noun of an opening "the" or "As the", where it has neither a name nor what explains it. */
	#bare(tokens: readonly Token[]): readonly string[] {
		const { articles } = this.#pack;
		const from = articles.opens?.has(tokens[0]?.lower ?? '') ? 1 : 0;
		const end = tokens.findIndex(({ kind }) => kind === 'mark');
		const [first, ...rest] = tokens.slice(from, Math.min(from + phrase + 2, end < 0 ? tokens.length : end));
		if (!first || !articles.explains || !articles.definite.has(first.lower)) return [];
		const isExplained = rest.some(({ lower, capital }) => capital || articles.explains?.has(lower) === true);
		if (isExplained || articles.unique?.has(rest[0]?.lower ?? '')) return [];
		return rest.slice(0, phrase - 1).map(({ lower }) => keyOf(lower, this.#pack));
	}

	/** Nouns that the sentence has not had itself before their "the". */
	#later(tokens: readonly Token[]): string[] {
		const { definite } = this.#pack.articles;
		const own = new Set<string>();
		const found: string[] = [];
		for (const [at, { lower }] of tokens.entries()) {
			const key = at > 0 && definite.has(lower) ? this.#known(tokens.slice(at)) : null;
			if (key !== null && !own.has(key)) found.push(key);
			own.add(keyOf(lower, this.#pack));
		}
		return found;
	}

	#known(tokens: readonly Token[]): string | null {
		const { articles, words } = this.#pack;
		const [first, ...rest] = tokens.slice(0, phrase + 1);
		if (!first || !articles.definite.has(first.lower)) return null;
		const end = rest.findIndex(({ lower }) => words.functionWords.has(lower));
		const noun = rest.slice(0, end < 0 ? phrase : end);
		// A name, or a noun with more behind it ("the masks of Tarn Vale"), explains itself.
		if (noun.length === 0 || noun.some(({ capital }) => capital)) return null;
		const keys = noun.map(({ lower }) => keyOf(lower, this.#pack));
		const introduced = keys.find((key) => this.#introduced.has(key));
		if (introduced !== undefined) return introduced;
		const { explains, unique } = articles;
		if (!explains || (end >= 0 && explains.has(rest[end]?.lower ?? ''))) return null;
		// "The biggest" and "the far side" may stand for anything: only a noun directly behind "the" is looked for.
		const [key = ''] = keys;
		if (unique?.has(noun[0]?.lower ?? '') || explains.has(noun[1]?.lower ?? '')) return null;
		const last = this.#last.get(key);
		return last !== undefined && last >= this.#sentence - reach ? key : null;
	}

	/** Notes the nouns behind "a" and behind numbers. */
	#introduce(tokens: readonly Token[]): void {
		const { articles, words } = this.#pack;
		let left = 0;
		for (const { lower, kind, capital } of tokens) {
			if (kind === 'number' || articles.indefinite.has(lower)) left = phrase - 1;
			else if (kind === 'mark' || words.functionWords.has(lower)) left = 0;
			else if (left > 0) {
				left--;
				if (!capital) this.#introduced.add(keyOf(lower, this.#pack));
			}
		}
	}
}
