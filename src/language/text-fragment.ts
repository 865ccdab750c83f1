import { openPage, type Page } from './text-fragment-page.ts';

/** Words on a page: from an offset in one of its texts to one in the same or a later text. */
export interface Stretch {
	/** The numbers of the texts in which it begins and ends. */
	readonly first: number;
	readonly last: number;
	/** UTF-16 offsets in these two texts; `end` is not included. */
	readonly start: number;
	readonly end: number;
}

/** A run of characters in one text of the page. */
interface Run {
	readonly number: number;
	readonly start: number;
	readonly end: number;
}

interface Directive {
	readonly prefix: Run | null;
	readonly start: Run;
	/** Null where `start` is the whole stretch. */
	readonly end: Run | null;
	readonly suffix: Run | null;
}

/** How many words a long stretch is given by, from each of its ends: the first number that is enough. */
const wordsOfEnds = [3, 4, 6, 8, 12, 2, 1];
/** How many words in front and behind tell the stretch from the same words elsewhere. */
const wordsAround = [1, 2, 3, 5, 8];
/** A stretch that is longer than this when it is encoded is given by its ends. */
const longestWhole = 120;
/** With the address, the directive must fit a button, which takes 512 characters. */
const longestDirective = 300;

/**
 * Makes the part of an address that leads a browser to words on a page: "text=…", to be put behind "#:~:". Each of its
 * terms is within one text, at the bounds of words, and fits no other place in the texts.
 *
 * Source: WICG draft "URL Fragment Text Directives": text=[prefix-,]start[,end][,-suffix].
 * @param texts what is on the page, in its order: each is a block of its own there (the headline, a paragraph).
 * @returns a function that gives null where nothing of at most 300 characters leads to that one place.
 */
export function textFragments(texts: readonly string[]): (stretch: Stretch) => string | null {
	const page = openPage(texts);
	return (stretch) => {
		for (const directive of candidates(page, stretch)) {
			const text = written(page, directive);
			if (text.length <= longestDirective && leadsThere(page, directive)) return text;
		}
		return null;
	};
}

/** Ways to name a stretch, the shortest and most readable first. */
function* candidates(page: Page, { first, last, start, end }: Stretch): Generator<Directive> {
	const head = page.words(first, start, first === last ? end : page.length(first));
	const tail = first === last ? head : page.words(last, 0, end);
	const [begin, final] = [head[0], tail.at(-1)];
	if (!begin || !final) return;
	const before = page.words(first, 0, begin.start);
	const whole =
		first === last ? { prefix: null, end: null, suffix: null, start: { ...begin, end: final.end } } : null;
	const prefixes = (most: number) => wordsAround.filter((count) => count <= most);
	const prefix = (count: number): Run | null => {
		const from = before.at(-count);
		return from ? { number: first, start: from.start, end: begin.start } : null;
	};
	if (whole && page.encoded(whole.start).length <= longestWhole) {
		const after = page.words(last, final.end, page.length(last));
		const suffix = (count: number): Run | null => {
			const to = after[count - 1];
			return to ? { number: last, start: final.end, end: to.end } : null;
		};
		yield whole;
		for (const count of prefixes(before.length)) yield { ...whole, prefix: prefix(count) };
		for (const count of prefixes(after.length)) yield { ...whole, suffix: suffix(count) };
		const [most = 0, least = 0] = [prefixes(before.length).at(-1), prefixes(after.length).at(-1)];
		yield { ...whole, prefix: prefix(most), suffix: suffix(least) };
		return;
	}
	for (const around of [0, ...prefixes(before.length)]) {
		for (const count of wordsOfEnds) {
			const left = head[Math.min(count, head.length) - 1];
			const right = tail.at(-Math.min(count, tail.length));
			if (!left || !right || (first === last && right.start < left.end)) continue;
			yield {
				prefix: around === 0 ? null : prefix(around),
				start: { ...begin, end: left.end },
				end: { ...right, end: final.end },
				suffix: null,
			};
		}
	}
}

/** Whether a browser finds that place, and the texts hold no other one that fits. */
function leadsThere(page: Page, { prefix, start, end, suffix }: Directive): boolean {
	const from = prefix?.start ?? start.start;
	if (!page.isOnly({ number: start.number, start: from, end: suffix?.end ?? start.end })) return false;
	return end === null || page.isNextAfter(start, end);
}

function written(page: Page, { prefix, start, end, suffix }: Directive): string {
	const terms = [
		...(prefix ? [`${page.encoded(prefix)}-`] : []),
		page.encoded(start),
		...(end ? [page.encoded(end)] : []),
		...(suffix ? [`-${page.encoded(suffix)}`] : []),
	];
	return `text=${terms.join(',')}`;
}

/**
 * The address of words on a page. A fragment that the address has already stays; a directive that it has is replaced.
 *
 * @example withTextFragment('https://a.example/b#c', 'text=the%20pier') === 'https://a.example/b#c:~:text=the%20pier'
 */
export function withTextFragment(url: string, directive: string): string {
	const own = url.split(':~:')[0] ?? url;
	return `${own}${own.includes('#') ? '' : '#'}:~:${directive}`;
}
