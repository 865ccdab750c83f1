import weights from '../../../data/models/likeness.json' with { type: 'json' };
import { stem } from '../en/stem.ts';
import { words } from '../fold.ts';

/** Something that was said, with the headline over it. */
export interface LikeCandidate {
	readonly text: string;
	readonly headline: string;
	/** What the words say that it shares with the query, as the store gives it. */
	readonly shared: number;
}

const address = /https?:\/\/\S+|\bpic\.twitter\.com\/\S+/gu;
/** What a word says of which nothing is known. */
const ordinary = 7;
const most = { characters: 2_000, words: 24 };

/** A loosely worded message as words: without addresses, tags taken apart. */
function plainly(text: string): string {
	return text
		.slice(0, most.characters)
		.replace(address, ' ')
		.replace(/[#@]/gu, ' ')
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
}

/** The words by which a store finds what is like a message: each once, without those of closed classes. */
export function likeWords(text: string, functionWords: ReadonlySet<string>): string[] {
	const all = [...new Set(words(plainly(text)))];
	const telling = all.filter((word) => !functionWords.has(word));
	return (telling.length > 0 ? telling : all).slice(0, most.words);
}

/**
 * Puts candidates in the order of how likely they are what a loosely worded message means: a linear model over how
 * much of either's words, neighbouring words, numbers, names and letters the other has. `data/models/likeness.json` was
 * learned by `npm run train:likeness`.
 * @param rarity what each of the words asked for says, by `likeWords`.
 * @returns indexes of the candidates, best first.
 */
export function rankByLikeness(
	message: string,
	candidates: readonly LikeCandidate[],
	rarity: ReadonlyMap<string, number>,
	functionWords: ReadonlySet<string>,
): number[] {
	const scores = likenessFeatures(message, candidates, rarity, functionWords).map((features) =>
		features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0),
	);
	return scores.map((_, index) => index).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
}

/** What `rankByLikeness` sees of each candidate. */
export function likenessFeatures(
	message: string,
	candidates: readonly LikeCandidate[],
	rarity: ReadonlyMap<string, number>,
	functionWords: ReadonlySet<string>,
): number[][] {
	const says = new Map([...rarity].map(([word, bits]) => [stem(word), bits]));
	const mine = read(message, functionWords);
	const all = Math.max(
		1,
		[...says.values()].reduce((sum, bits) => sum + bits, 0),
	);
	const best = Math.max(1, ...candidates.map(({ shared }) => shared));
	const texts = candidates.map(({ text, headline }) => ({
		said: read(text, functionWords),
		head: read(headline, functionWords),
	}));
	const rows = texts.map(({ said, head }) => [...said.row, ...head.row]);
	const usual = rows.reduce((sum, row) => sum + row.length, 0) / Math.max(1, rows.length);
	const scores = rows.map((row) => okapi(row, usual, says));
	const highest = Math.max(1, ...scores);
	return candidates.map(({ shared }, index) => {
		const { said, head } = texts[index] ?? nothing;
		const both = said.stems.union(head.stems);
		const matched = (stems: ReadonlySet<string>) => bitsOf(stems.intersection(mine.stems), says) / all;
		const covered = [coverage(said.stems, mine.stems, says), coverage(head.stems, mine.stems, says)] as const;
		const numbers = said.numbers.union(head.numbers);
		const letters = said.letters.union(head.letters);
		return [
			(scores[index] ?? 0) / highest,
			(scores[index] ?? 0) / all,
			shared / best,
			shared / all,
			matched(said.stems),
			matched(head.stems),
			matched(both),
			...covered,
			Math.max(...covered),
			part(said.pairs, mine.pairs),
			part(head.pairs, mine.pairs),
			part(numbers, mine.numbers),
			numbers.size > 0 ? 1 : 0,
			part(said.names, mine.stems),
			said.names.size > 0 ? 1 : 0,
			(2 * letters.intersection(mine.letters).size) / Math.max(1, letters.size + mine.letters.size),
			Math.log(1 + said.stems.size),
		];
	});
}

interface Read {
	/** Of words that say something, in order. */
	readonly row: readonly string[];
	readonly stems: ReadonlySet<string>;
	readonly pairs: ReadonlySet<string>;
	readonly numbers: ReadonlySet<string>;
	/** Stems of words with a capital, but for the first. */
	readonly names: ReadonlySet<string>;
	/** Rows of four letters. */
	readonly letters: ReadonlySet<string>;
}

function read(text: string, functionWords: ReadonlySet<string>): Read {
	const plain = plainly(text);
	const written = plain.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu) ?? [];
	const row = words(plain);
	const stems = row.filter((word) => !functionWords.has(word)).map(stem);
	const spaced = ` ${row.join(' ')} `;
	return {
		row: stems,
		stems: new Set(stems),
		pairs: new Set(stems.slice(1).map((one, at) => `${stems[at]} ${one}`)),
		numbers: new Set((plain.match(/\d[\d,.]*/gu) ?? []).map((number) => number.replace(/[.,]/gu, ''))),
		names: new Set(written.slice(1).flatMap((word) => (/^\p{Lu}/u.test(word) ? words(word).map(stem) : []))),
		letters: new Set(
			Array.from({ length: Math.max(0, spaced.length - 3) }, (_, at) => spaced.slice(at, at + 4)),
		),
	};
}

/** Okapi BM25 of a row of stems (Robertson and others, 1994), with what each word says as its weight. */
function okapi(row: readonly string[], usual: number, says: ReadonlyMap<string, number>): number {
	const counts = new Map<string, number>();
	for (const one of row) if (says.has(one)) counts.set(one, (counts.get(one) ?? 0) + 1);
	const long = 1.2 * (0.4 + (0.6 * row.length) / Math.max(1, usual));
	return counts
		.entries()
		.reduce((sum, [one, count]) => sum + ((says.get(one) ?? 0) * count * 2.2) / (count + long), 0);
}

const none: Read = {
	row: [],
	stems: new Set(),
	pairs: new Set(),
	numbers: new Set(),
	names: new Set(),
	letters: new Set(),
};
const nothing = { said: none, head: none };

const bitsOf = (stems: ReadonlySet<string>, says: ReadonlyMap<string, number>): number =>
	stems.values().reduce((sum, one) => sum + (says.get(one) ?? ordinary), 0);

function coverage(
	stems: ReadonlySet<string>,
	of: ReadonlySet<string>,
	says: ReadonlyMap<string, number>,
): number {
	return bitsOf(stems.intersection(of), says) / Math.max(1, bitsOf(stems, says));
}

const part = (some: ReadonlySet<string>, of: ReadonlySet<string>): number =>
	some.intersection(of).size / Math.max(1, some.size);
