/** What the truth says of a line: whether it is part of the article's text; null where that is not certain. */
export type Label = boolean | null;

export interface Alignment {
	readonly labels: readonly Label[];
	/** Of the letters of the truth, how many were found in lines. */
	readonly covered: number;
}

/** Letters and digits alone, without case: how lines and truth are compared. */
export const folded = (text: string): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');

interface Match {
	line: number;
	from: number;
	to: number;
}

/** A line shorter than this matches only a whole line of the truth, or its start or end. */
const short = 25;
const surelyText = 40;
const mostPlaces = 6;

/**
 * Finds the lines of a dump in the truth's text: the heaviest chain of lines whose places in the truth follow each
 * other, then long lines that are elsewhere (a deck that the truth has at another place), then those that differ
 * a little. A line that stands twice is text once.
 */
export function align(lines: readonly string[], truth: string): Alignment {
	let whole = '';
	const bounds = new Set<number>([0]);
	for (const line of truth.split('\n')) {
		whole += folded(line);
		bounds.add(whole.length);
	}
	const texts = lines.map(folded);
	const matches = texts.flatMap((text, line) => placesOf(text, line, whole, bounds));
	const taken = new Uint8Array(whole.length);
	const labels: Label[] = lines.map(() => false);
	const take = ({ line, from, to }: Match) => {
		labels[line] = true;
		taken.fill(1, from, to);
	};
	for (const match of heaviestChain(matches)) take(match);
	for (const match of matches) {
		if (labels[match.line] || match.to - match.from < surelyText || isTaken(taken, match)) continue;
		take(match);
	}
	const grams = new Set(gramsOf(truth));
	for (const [at, text] of texts.entries()) {
		if (labels[at] || text.length < surelyText) continue;
		const own = gramsOf(lines[at] ?? '');
		const known = own.filter((gram) => grams.has(gram)).length / Math.max(1, own.length);
		if (known < 0.25) continue;
		const place = placeOfPart(text, whole);
		if (known < 0.6) labels[at] = null;
		else if (
			place !== null &&
			!isTaken(taken, { line: at, from: place, to: Math.min(whole.length, place + 25) })
		)
			take({ line: at, from: place, to: Math.min(whole.length, place + text.length) });
		else if (place === null) labels[at] = null;
	}
	let covered = 0;
	for (const one of taken) covered += one;
	return { labels, covered: covered / Math.max(1, whole.length) };
}

function placesOf(text: string, line: number, whole: string, bounds: ReadonlySet<number>): Match[] {
	const places: Match[] = [];
	if (text.length < 2) return places;
	for (
		let from = whole.indexOf(text);
		from >= 0 && places.length < mostPlaces;
		from = whole.indexOf(text, from + 1)
	) {
		const to = from + text.length;
		const starts = bounds.has(from);
		const ends = bounds.has(to);
		if (text.length >= short || (text.length >= 12 ? starts || ends : starts && ends))
			places.push({ line, from, to });
	}
	return places;
}

/** The chain of most letters in which lines and places both go up. */
function heaviestChain(matches: readonly Match[]): Match[] {
	const sums: number[] = [];
	const before: number[] = [];
	let best = -1;
	for (const [at, match] of matches.entries()) {
		let sum = 0;
		let last = -1;
		for (let other = Math.max(0, at - 3000); other < at; other++) {
			const earlier = matches[other];
			if (!earlier || earlier.line >= match.line || earlier.to > match.from) continue;
			if ((sums[other] ?? 0) > sum) {
				sum = sums[other] ?? 0;
				last = other;
			}
		}
		// Of equal chains the one that stands closer together: a menu's words are far from the text.
		const distance = last < 0 ? 0 : match.line - (matches[last]?.line ?? 0);
		sums[at] = sum + (match.to - match.from) - Math.min(8, 0.05 * distance);
		before[at] = last;
		if (best < 0 || (sums[at] ?? 0) > (sums[best] ?? 0)) best = at;
	}
	const chain: Match[] = [];
	for (let at = best; at >= 0; at = before[at] ?? -1) {
		const match = matches[at];
		if (match) chain.push(match);
	}
	return chain;
}

function isTaken(taken: Uint8Array, { from, to }: Match): boolean {
	let count = 0;
	for (let at = from; at < to; at++) count += taken[at] ?? 0;
	return count > (to - from) / 4;
}

function gramsOf(text: string): string[] {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
	return words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`);
}

function placeOfPart(text: string, whole: string): number | null {
	for (const at of [0, 30, text.length - 25, Math.floor(text.length / 2)]) {
		const place = whole.indexOf(text.slice(at, at + 25));
		if (place >= 0) return Math.max(0, place - at);
	}
	return null;
}
