import { fnv1a } from './fnv-1a.ts';

/** Words in a shingle. */
const width = 3;
/** How many words of a text are looked at: copies differ early or hardly matter. */
const mostWords = 50;
/** Hash functions: a copy that shares 80 % of its shingles is missed by all of them once in three thousand. */
const salts = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1];
const alike = 0.5;

/**
 * The indexes of texts that repeat an earlier one in nearly the same words: half or more of the three-word
 * shingles shared, numbers and marks aside. Linear: only texts that share a min-hash are compared (Broder, "On
 * the resemblance and containment of documents", 1997).
 */
export function nearDuplicates(texts: readonly string[]): Set<number> {
	const copies = new Set<number>();
	const keepers = new Map<number, Set<number>>();
	texts.forEach((text, index) => {
		const list = shinglesOf(text);
		const shingles = new Set(list);
		const keys = salts.map((salt, which) => minHash(list, salt) * salts.length + which);
		if (keys.some((key) => resembles(shingles, keepers.get(key)))) {
			copies.add(index);
			return;
		}
		for (const key of keys) if (!keepers.has(key)) keepers.set(key, shingles);
	});
	return copies;
}

function shinglesOf(text: string): number[] {
	const start = text.slice(0, mostWords * 12).toLowerCase();
	const words = (start.match(/\p{L}+/gu) ?? [text.trim()]).slice(0, mostWords).map(fnv1a);
	const shingles: number[] = [];
	for (let at = 0; at === 0 || at + width <= words.length; at++) {
		let shingle = 0;
		const end = Math.min(at + width, words.length);
		for (let word = at; word < end; word++) shingle = mix(Math.imul(shingle, 31) ^ (words[word] ?? 0));
		shingles.push(shingle);
	}
	return shingles;
}

/** Jaccard's index. */
function resembles(one: ReadonlySet<number>, other: ReadonlySet<number> | undefined): boolean {
	if (!other) return false;
	const shared = one.intersection(other).size;
	return shared / (one.size + other.size - shared) >= alike;
}

function minHash(shingles: readonly number[], salt: number): number {
	let least = 0xffffffff;
	for (const shingle of shingles) least = Math.min(least, mix(shingle ^ salt));
	return least;
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the result. */
function mix(value: number): number {
	const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
	const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
	return (twice ^ (twice >>> 16)) >>> 0;
}
