import type { ParsedParagraph } from '../mentions.ts';
import type { Name } from '../names.ts';
import type { Person } from '../person.ts';
import { firstAfter } from './first-after.ts';
import { wordOf } from './words.ts';

/** One span of an article, with its context. */
export interface Place {
	paragraph: number;
	span: number;
	/** Token numbers, half-open, marks included. */
	first: number;
	after: number;
	/** The token after it and a comma or stop right outside its marks. */
	reach: number;
	/** Sentences of its paragraph that it starts and ends in. */
	startSentence: number;
	endSentence: number;
	/** Classes of the tokens before and after it: ^ and $ at the edge of the paragraph. */
	before: string;
	behind: string;
	/** The last mark of punctuation inside it, or a dash. */
	point: string;
	capital: boolean;
	/** The text before it, how it begins, how it ends and the text after, as one word; and its second half. */
	frame: string;
	ending: string;
	/** 1 where a mention with a verb of speech shares a sentence with it. */
	own: 0 | 1;
	/**
	 * How its sentence credits somebody elsewhere than before a verb that leads to it: right behind the marks (b), later
	 * behind them (l), with "according to" (a), or not at all (-).
	 */
	credit: 'b' | 'l' | 'a' | '-';
	/** People named inside it. */
	named: ReadonlySet<Person>;
	/** The last verb before it in its sentence: the token, or -1; and its base form with a mark for "saying". */
	leadAt: number;
	lead: string;
	/** The word right before it. */
	wordBefore: string;
	/** 1 where it is a nickname inside a name: 'Ada "Minnow" Venn'. */
	inName: 0 | 1;
	/** Whether it speaks in the first person: "I" or "we" stand in it. */
	firstPerson: 0 | 1;
}

const points = new Set([',', '.', '?', '!', ':', ';', '…', '—', '-', '–']);

export function placeOf(
	parsed: ParsedParagraph,
	span: number,
	personOf: (name: ParsedParagraph['names'][number]) => Person | null,
): Place {
	const { paragraph, classes, names } = parsed;
	const { first, after } = paragraph.bounds[span] ?? { first: 0, after: 0 };
	const { tokens } = paragraph;
	const closes = paragraph.spans[span]?.close ? 2 : 1;
	const isOpen = paragraph.spans[span]?.closed === false;
	const last = tokens[after - closes]?.text ?? '';
	const named = new Set<Person>();
	for (let at = firstAfter(names, first); at < names.length; at++) {
		const name = names[at];
		if (!name || name.first >= after) break;
		const person = personOf(name);
		if (person) named.add(person);
	}
	const before = classes[first - 1] ?? '^';
	// A comma or stop right outside the marks, as is usual in Britain, counts as one inside.
	const outside = closes === 2 && !points.has(last) && (classes[after] === ',' || classes[after] === '.');
	const reach = outside ? after + 1 : after;
	const behind = isOpen ? '~' : (classes[reach] ?? '$');
	const point = outside ? (classes[after] ?? ',') : points.has(last) ? last : 'x';
	const capital = tokens[first + 1]?.capital ?? false;
	const opening = `${before}${capital ? 'C' : 'c'}`;
	const ending = `${point}${behind}`;
	const startSentence = paragraph.sentence[first] ?? 0;
	const endSentence = paragraph.sentence[after - 1] ?? 0;
	return {
		paragraph: paragraph.index,
		span,
		first,
		after,
		reach,
		startSentence,
		endSentence,
		before,
		behind,
		point,
		capital,
		frame: opening + ending,
		ending,
		own: hasOwn(parsed, first, after, startSentence, endSentence) ? 1 : 0,
		credit: creditOf(parsed, first, reach, startSentence, endSentence),
		named,
		...leadOf(parsed, first, startSentence),
		inName: isInName(names[firstAfter(names, first) - 1], first, after) ? 1 : 0,
		firstPerson: firstPerson(parsed, first, after),
	};
}

const isInName = (name: Name | undefined, first: number, after: number): boolean =>
	name !== undefined && name.first < first && after < name.after;

function firstPerson({ paragraph: { tokens, words } }: ParsedParagraph, first: number, after: number): 0 | 1 {
	for (let at = first + 1; at < Math.min(after, first + 60); at++) {
		if (words.firstPerson.has(tokens[at]?.lower ?? '')) return 1;
	}
	return 0;
}

function leadOf(
	{ paragraph: { tokens, sentence, words }, classes }: ParsedParagraph,
	first: number,
	own: number,
) {
	const before = tokens[first - 1];
	const wordBefore = wordOf(before) || '^';
	for (let at = first - 1; at >= 0 && first - at < 16; at--) {
		if (sentence[at] !== own) break;
		const kind = classes[at] ?? '';
		const lower = tokens[at]?.lower ?? '';
		const isVerb =
			kind === 'S' ||
			kind === 'V' ||
			kind === 'W' ||
			(kind === 'x' && lower.length > 5 && words.isParticiple(lower));
		if (!isVerb) continue;
		const form = words.isParticiple(lower)
			? '~'
			: classes[at - 1] === 'B' || classes[at - 2] === 'B'
				? '_'
				: '';
		return { leadAt: at, lead: form + (words.cueVerbs.get(lower) ?? kind), wordBefore };
	}
	return { leadAt: -1, lead: '-', wordBefore };
}

/** Whether some mention with a verb of speech shares a sentence with the span. */
function hasOwn(
	{ mentions }: ParsedParagraph,
	first: number,
	after: number,
	start: number,
	end: number,
): boolean {
	const at = firstAfter(mentions, first);
	for (let index = Math.max(0, at - 6); index < Math.min(mentions.length, at + 6); index++) {
		const one = mentions[index];
		if (!one || one.side === 'none') continue;
		if (one.first >= after ? one.sentence === end : one.sentence === start) return true;
	}
	return false;
}

/** Mentions of a paragraph that are looked at before and behind a span. */
const NEAR = 8;

function creditOf(
	{ mentions }: ParsedParagraph,
	first: number,
	reach: number,
	start: number,
	end: number,
): Place['credit'] {
	const at = firstAfter(mentions, first);
	let credit: Place['credit'] = '-';
	for (const one of mentions.slice(Math.max(0, at - NEAR), at + NEAR)) {
		const { side, sentence, cueAt } = one;
		if (side === 'according' && sentence >= start && sentence <= end) credit = 'a';
		if (one.first < first || sentence !== end || !'after before apposition'.includes(side)) continue;
		if (Math.min(one.name?.titleFirst ?? one.first, cueAt) <= reach + 1) return 'b';
		if (credit === '-') credit = 'l';
	}
	return credit;
}
