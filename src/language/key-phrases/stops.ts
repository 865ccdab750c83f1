import { functionWords as functionWordsOfAll } from '../function-words.ts';
import type { LanguagePack } from '../pack.ts';
import type { Token } from '../tokens.ts';

/** What ends a run of content words. */
export interface Stops {
	breaks(token: Pick<Token, 'lower' | 'capital'>): boolean;
	/** What a word before a run speaks for. */
	kindOf(lower: string): 'noun' | 'verb' | 'other';
}

/** English has no rules of the other kind, so these are named here. */
const englishBefore = {
	noun: new Set(
		(
			'the a an this that these those its his her their our my your some any no every each all both another other ' +
			'of in on at by with from for against about across between among under over into'
		).split(' '),
	),
	verb: new Set(
		'to he she it we they i you who will would shall should may might can could must not did does do'.split(
			' ',
		),
	),
};

const kept = new WeakMap<LanguagePack, Stops>();

/** The stops of a language, worked out once. */
export function stopsOf(pack: LanguagePack): Stops {
	const known = kept.get(pack);
	if (known) return known;
	const { words, cued, keyPhrases } = pack;
	const isKnown = words.functionWords.size > 0;
	const closed = isKnown ? words.functionWords : functionWordsOfAll;
	const noun = cued
		? new Set([...cued.articles.keys(), ...cued.prepositions, ...cued.ofWords])
		: isKnown
			? englishBefore.noun
			: new Set<string>();
	const verb = cued ? new Set(cued.pronouns.keys()) : englishBefore.verb;
	const stops: Stops = {
		breaks: ({ lower, capital }) =>
			closed.has(lower) ||
			words.cueVerbs.has(lower) ||
			(keyPhrases?.breaks.has(lower) ?? false) ||
			lower === "'s" ||
			words.honorifics.has(lower.replace(/\.$/u, '')) ||
			(!capital && words.minor.has(lower)),
		kindOf: (lower) => (noun.has(lower) ? 'noun' : verb.has(lower) ? 'verb' : 'other'),
	};
	kept.set(pack, stops);
	return stops;
}
