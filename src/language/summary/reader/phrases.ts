import type { LanguagePack } from '../../pack.ts';
import { keyOf } from '../key.ts';
import type { Candidate } from '../sentences.ts';

/** Words of a phrase behind "the" that are looked at. */
const longest = 4;
/** Sentences back within which a noun was told of just now. */
const near = 3;

/** A noun that a sentence takes as known: "the masks", "this decision". */
export interface Phrase {
	/** Its words that are no function words, as keys. */
	readonly keys: readonly string[];
	/** It opens the sentence; stands between marks of quotation. */
	readonly opens: boolean;
	readonly quoted: boolean;
	/** It is behind "this", "these", "those", "such"; behind "his", "their", "its". */
	readonly points: boolean;
	readonly owned: boolean;
	/** What follows explains it ("of"), or a name is in it; it is one of a kind ("the police"). */
	readonly explained: boolean;
	readonly unique: boolean;
	/** How many sentences ago one of its words was last; 0 where the article has not had it. */
	readonly ago: number;
	readonly justTold: boolean;
	/** It was introduced behind "a". */
	readonly introduced: boolean;
}

/** Those of each sentence, in order. */
export type Phrases = readonly (readonly Phrase[])[];

/** The phrases of each sentence, in order. Linear in the length of the text. */
export function phrasesOf(all: readonly Candidate[], pack: LanguagePack): Phrases {
	const { articles, words } = pack;
	const last = new Map<string, number>();
	const introduced = new Set<string>();
	return all.map(({ tokens, keys, closed }, index) => {
		const found: Phrase[] = [];
		const own = new Set<string>();
		let inside = false;
		let left = 0;
		let seen = 0;
		const fresh: string[] = [];
		for (const [at, { text, lower, kind, capital }] of tokens.entries()) {
			if (text === '"') inside = !inside;
			else if (text === '“') inside = true;
			else if (text === '”') inside = false;
			if (kind === 'mark') {
				left = 0;
				continue;
			}
			const isPointing = articles.points?.has(lower) === true;
			const isOwned = articles.owns?.has(lower) === true;
			if (articles.definite.has(lower) || isPointing || isOwned) {
				const rest = tokens.slice(at + 1, at + 2 + longest);
				const end = rest.findIndex((one) => one.kind === 'mark' || words.functionWords.has(one.lower));
				const noun = rest.slice(0, end < 0 ? longest : end).filter((one) => one.kind === 'word');
				const nounKeys = noun.map((one) => keyOf(one.lower, pack));
				const known = nounKeys.flatMap((key) => last.get(key) ?? []);
				const latest = known.length === 0 ? -1 : Math.max(...known);
				if (noun.length > 0 && !nounKeys.some((key) => own.has(key)))
					found.push({
						keys: nounKeys,
						opens: seen === 0,
						quoted: inside,
						points: isPointing,
						owned: isOwned,
						explained:
							noun.some((one) => one.capital) ||
							(end >= 0 && articles.explains?.has(rest[end]?.lower ?? '') === true),
						unique: articles.unique?.has(noun[0]?.lower ?? '') === true,
						ago: latest < 0 ? 0 : index - latest,
						justTold: latest >= 0 && index - latest <= near,
						introduced: nounKeys.some((key) => introduced.has(key)),
					});
			}
			const key = keyOf(lower, pack);
			own.add(key);
			if (kind === 'number' || articles.indefinite.has(lower)) left = longest - 1;
			else if (words.functionWords.has(lower)) left = 0;
			else if (left > 0) {
				left--;
				if (!capital) fresh.push(key);
			}
			seen++;
		}
		for (const key of fresh) introduced.add(key);
		for (const [at, key] of keys.entries()) if (!closed[at]) last.set(key, index);
		return found;
	});
}
