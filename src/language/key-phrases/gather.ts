import type { LanguagePack } from '../pack.ts';
import type { Run } from './runs.ts';

/** A phrase of one to four words with what is known of its uses in an article. */
export interface Gathered {
	/** As it is written most often, word for word. */
	readonly text: string;
	/** Its words, in one form each. */
	readonly words: readonly string[];
	/** How often it is used, and how often without being part of a longer phrase that recurs. */
	readonly uses: number;
	readonly own: number;
	/** The first sentence that has it. */
	readonly sentence: number;
	/** In how many paragraphs. */
	readonly paragraphs: number;
	/** Written with capitals where nothing but a name has them. */
	readonly name: boolean;
	/** The share of its uses that an article or preposition comes before and that end the run: 0 to 1. */
	readonly noun: number;
}

interface Uses {
	readonly words: readonly string[];
	readonly forms: Map<string, number>;
	uses: number;
	capital: number;
	/** Uses where a capital would show. */
	shown: number;
	noun: number;
	verb: number;
	readonly sentence: number;
	readonly paragraphs: Set<string>;
}

const mostWords = 4;
/** Different phrases of an article that are counted: of more, as only a hostile one has, the first. */
const mostPhrases = 5_000;

/** All phrases of the runs that may be what an article is about. */
export function gather(runs: readonly Run[], pack: LanguagePack): Gathered[] {
	const all = count(runs);
	joinSurnames(all);
	const longer = longerUses(all);
	return [...all].flatMap(([key, one]): Gathered[] => {
		const { words, uses, sentence, forms, paragraphs } = one;
		const [text] = [...forms].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? [];
		if (text === undefined || isNoPhrase(text, pack)) return [];
		if (one.verb > one.noun || isUnproven(one, all)) return [];
		const name = !pack.cued?.nounsHaveCapitals && one.shown > 0 && one.capital / one.shown > 0.6;
		const isNoun = pack.cued?.nounsHaveCapitals ? one.capital / Math.max(1, one.shown) : one.noun / uses;
		const own = Math.max(0, uses - (longer.get(key) ?? 0));
		return [{ text, words, uses, own, sentence, paragraphs: paragraphs.size, name, noun: isNoun }];
	});
}

function count(runs: readonly Run[]): Map<string, Uses> {
	const all = new Map<string, Uses>();
	for (const { words, before, text, sentence } of runs) {
		for (let from = 0; from < words.length; from++) {
			for (let to = from + 1; to <= Math.min(words.length, from + mostWords); to++) {
				const part = words.slice(from, to);
				const key = part.map((word) => word.key).join(' ');
				let one = all.get(key);
				if (!one) {
					if (all.size >= mostPhrases) return all;
					const keys = part.map((word) => word.key);
					one = {
						words: keys,
						forms: new Map(),
						uses: 0,
						capital: 0,
						shown: 0,
						noun: 0,
						verb: 0,
						sentence,
						paragraphs: new Set(),
					};
					all.set(key, one);
				}
				const form = text.slice(part[0]?.start ?? 0, part.at(-1)?.end ?? 0);
				const isFirst = part[0]?.first ?? false;
				// A form that begins a sentence is taken only where there is no other.
				one.forms.set(form, (one.forms.get(form) ?? 0) + (isFirst ? 0.1 : 1));
				one.uses++;
				one.paragraphs.add(text);
				if (!isFirst) {
					one.shown++;
					if (part.every((word) => word.capital)) one.capital++;
				}
				if (before === 'verb' && from === 0) one.verb++;
				// An adjective before it speaks for a noun as well as an article does.
				else if (to === words.length && (from > 0 || before === 'noun')) one.noun++;
				else if (from === 0 && before === 'noun') one.noun += 0.5;
			}
		}
	}
	return all;
}

/** Seen at the beginning of sentences only, "Targeting Russia" looks like a name. */
function isUnproven({ shown, words, forms }: Uses, all: ReadonlyMap<string, Uses>): boolean {
	const [form = ''] = forms.keys();
	if (shown > 0 || words.length < 2 || !/\s\p{Lu}/u.test(form)) return false;
	return !all.get(words[0] ?? '')?.capital;
}

/** A surname alone counts for the full name, which the article gives once and then shortens. */
function joinSurnames(all: ReadonlyMap<string, Uses>): void {
	const named = [...all.values()].filter(
		({ words, capital, shown }) => words.length >= 2 && shown > 0 && capital === shown,
	);
	for (const [surname, family] of Map.groupBy(named, ({ words }) => words.at(-1) ?? '')) {
		const [full, rival] = family.sort((a, b) => b.uses - a.uses || a.words.length - b.words.length);
		const alone = all.get(surname);
		if (!full || !alone || alone.capital < alone.shown * 0.6 || alone.uses <= full.uses) continue;
		// Of two people with one surname it does not say which is meant.
		if (rival && rival.uses === full.uses && !isPart(full.words, rival.words)) continue;
		full.uses = alone.uses;
		for (const paragraph of alone.paragraphs) full.paragraphs.add(paragraph);
	}
}

const isPart = (one: readonly string[], other: readonly string[]) =>
	` ${other.join(' ')} `.includes(` ${one.join(' ')} `);

/** Of each phrase, how many of its uses are inside a longer one that recurs. */
function longerUses(all: ReadonlyMap<string, Uses>): Map<string, number> {
	const inLonger = new Map<string, number>();
	for (const { words, uses } of all.values()) {
		if (words.length < 2 || uses < 2) continue;
		for (let from = 0; from < words.length; from++) {
			for (let to = from + 1; to <= words.length; to++) {
				if (to - from === words.length) continue;
				const part = words.slice(from, to).join(' ');
				inLonger.set(part, Math.max(inLonger.get(part) ?? 0, uses));
			}
		}
	}
	return inLonger;
}

/** Whether a phrase begins or ends with a word that says nothing, or is a line of the page. */
function isNoPhrase(text: string, { keyPhrases, isPageLine, contentWords, cued }: LanguagePack): boolean {
	if (isPageLine(text)) return true;
	if (!keyPhrases) return false;
	const words = text.split(/\s/u);
	const says = (word: string | undefined) =>
		word === undefined ||
		(!cued?.nounsHaveCapitals && /^\p{Lu}/u.test(word)) ||
		!keyPhrases.lightWords.has(contentWords(word)[0] ?? word);
	if (!says(words[0]) || !says(words.at(-1))) return true;
	return words.some(
		(word, index) => !/^\p{Lu}/u.test(word) && keyPhrases.isNoNoun(word, index === words.length - 1),
	);
}
