import type { Quote } from '../../article.ts';
import type { LanguagePack } from '../pack.ts';
import { sentencesOf } from '../sentence-ends.ts';
import { type Token, tokenize } from '../tokens.ts';
import { keyOf } from './key.ts';
import { joinedOverNames, namesWithStops } from './stops-in-names.ts';
import { joinedOverQuotes } from './stops-in-quotes.ts';

/** The place of a quotation, marks included. */
export type Place = Pick<Quote, 'paragraph' | 'start' | 'end'>;

/** A sentence that a summary may hold. */
export interface Candidate {
	/** Word for word, without a dateline and its opening. */
	readonly text: string;
	/** What joins it to the sentence before it ("But "), and may be left out; empty without one. */
	readonly opening: string;
	readonly paragraph: number;
	/** UTF-16, half-open, in its paragraph. */
	readonly start: number;
	readonly end: number;
	readonly tokens: readonly Token[];
	/** Its words in order, one form for all endings of a word. */
	readonly keys: readonly string[];
	/** For each of these whether it has a capital that is not due to the sentence's beginning. */
	readonly capital: readonly boolean[];
	/** For each of these whether it is of a closed class ("the"). */
	readonly closed: readonly boolean[];
	/** Sentences since the lede, which has 0; null for what is before the lede. */
	readonly rank: number | null;
	/** The share of its words between double marks. */
	readonly quoted: number;
	/** A line of the page rather than of the text, or a name or two. */
	readonly furniture: boolean;
}

/** The words of a sentence that are of no closed class, each once, in order. */
export const openKeysOf = ({ keys, closed }: Pick<Candidate, 'keys' | 'closed'>): ReadonlySet<string> =>
	new Set(keys.filter((_, at) => !closed[at]));

/** Sentences beyond these are not looked at: a summary of news is not found there, and time stays bounded. */
const mostSentences = 80;
/** Words of what is a name, a date or a label, and of the shortest lede. */
const scrap = 4;
const shortestLede = 6;
/** A line of a table may have words between its figures: so many figures at least, of so many of its words. */
const table = { numbers: 3, share: 0.3 };
/** Words of a title that is no name. */
const titled = 6;
/** What is before the text of the first sentence: "(CNN) --", "OSTWICK, Ore. (Agency) –", "OSTWICK, May 3 –". */
const dateline = new RegExp(
	[
		/^(?:\p{Lu}(?:[^()"“.]|(?<=\p{Lu}[\p{L}.]{0,4})\.){0,40}\s)?\(\p{Lu}[\p{L} ./]{1,20}\)\s*(?:[-–—]{1,2}\s*)?(?=["“‘]?\p{Lu})/u,
		/^\p{Lu}{3}[\p{Lu}\s.,'’/]{0,40}(?:,\s\p{Lu}[\p{L}.]{1,14}(?:\s\p{Lu}[\p{L}.]{1,14})?)?(?:,\s\p{L}{3,9}\.?\s\d{1,2})?\s+[-–—]{1,2}\s+(?=["“‘]?\p{Lu})/u,
		/^\p{Lu}[\p{L}.]{2,20}(?:,\s\p{Lu}[\p{L}.]{1,14}(?:\s\p{Lu}[\p{L}.]{1,14})?){1,2}:\s+(?=["“‘]?\p{Lu})/u,
		/^\p{Lu}[\p{L}.]+(?:\s\p{Lu}[\p{L}.]+){0,2},\s(?:\p{Lu}\p{L}{1,5}\.|\p{Lu}{2})\s+[-–—]{1,2}\s+(?=["“‘]?\p{Lu})/u,
		/^[\p{L}\p{N}]{2,20}\.(?:com|net|org|Com|Net|Org)\s+[-–—]{1,2}\s+(?=["“‘]?\p{Lu})/u,
	]
		.map(({ source }) => source)
		.join('|'),
	'u',
);

interface CandidateOptions {
	readonly headline?: string;
	readonly asides?: readonly boolean[];
	readonly parted?: boolean;
}

/**
 * The sentences of an article in reading order, as candidates for its summary.
 * @param asides which paragraphs tell what a picture shows.
 * @param parted whether what joins a sentence to the one before it ("But ") is told apart from it.
 */
export function candidates(
	paragraphs: readonly string[],
	pack: LanguagePack,
	{ headline = '', asides = [], parted = false }: CandidateOptions = {},
): Candidate[] {
	const { words } = pack;
	const names = namesWithStops(headline, paragraphs, words.functionWords, words.plainCues);
	const found: Candidate[] = [];
	let lede = -1;
	for (const [paragraph, text] of paragraphs.entries()) {
		const tokens = tokenize(text, words);
		let at = 0;
		const whole = joinedOverNames(sentencesOf(tokens, text, words), text, names);
		for (const range of joinedOverQuotes(whole, text)) {
			if (found.length === mostSentences) return found;
			const dated = dateline.exec(text.slice(range.start, range.end))?.[0];
			const from = range.start + (dated?.length ?? 0);
			const opening = parted ? (pack.joiningIn?.(text.slice(from, range.end)) ?? '') : '';
			const start = from + opening.length;
			while ((tokens[at]?.start ?? range.end) < start) at++;
			const firstToken = at;
			while ((tokens[at]?.end ?? Number.POSITIVE_INFINITY) <= range.end) at++;
			const own = tokens.slice(firstToken, at);
			const said = text.slice(start, range.end);
			const length = own.filter(({ kind }) => kind !== 'mark').length;
			const furniture =
				asides[paragraph] === true ||
				length < scrap ||
				pack.isPageLine(said) ||
				isShouted(said) ||
				isTable(own) ||
				(length >= titled && isTitle(own, pack)) ||
				/^[-–—•*·▪]\s/u.test(said);
			if (lede < 0 && !furniture && length >= shortestLede) lede = found.length;
			found.push({
				...{ text: said, opening, paragraph, start, end: range.end, tokens: own, furniture },
				...keysOf(said, own, pack),
				rank: lede < 0 ? null : found.length - lede,
				quoted: quotedShare(own),
			});
		}
	}
	return found;
}

/** All in capitals: a heading, or the name of what a table is of. */
const isShouted = (text: string): boolean => /\p{Lu}/u.test(text) && !/\p{Ll}|\p{Lo}/u.test(text);

/** Set as a title, where only words of closed classes are small: a sentence full of names has its verb small. */
const isTitle = (tokens: readonly Token[], { words }: LanguagePack): boolean =>
	words.isTitleCase(tokens) &&
	tokens.every(({ kind, capital, lower }) => kind !== 'word' || capital || words.functionWords.has(lower));

/** Hardly more than figures: a line of a table or of a score. */
const isTable = (tokens: readonly Token[]): boolean => {
	const words = tokens.filter(({ kind }) => kind !== 'mark');
	const numbers = words.filter(({ kind }) => kind === 'number').length;
	return (
		words.length > 0 &&
		(numbers >= words.length / 2 || (numbers >= table.numbers && numbers >= table.share * words.length))
	);
};

function keysOf(text: string, tokens: readonly Token[], pack: LanguagePack) {
	const keys: string[] = [];
	const capital: boolean[] = [];
	const closed: boolean[] = [];
	const { functionWords } = pack.words;
	for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
		const lower = word.toLowerCase();
		capital.push(keys.length > 0 && /^\p{Lu}/u.test(word));
		closed.push(functionWords.size > 0 ? functionWords.has(lower) : lower.length < scrap);
		keys.push(keyOf(lower, pack));
	}
	return tokens.length === 0 ? { keys: [], capital: [], closed: [] } : { keys, capital, closed };
}

function quotedShare(tokens: readonly Token[]): number {
	let inside = false;
	let count = 0;
	let words = 0;
	for (const { text, kind } of tokens) {
		if (text === '"') inside = !inside;
		else if (text === '“' || text === '«' || text === '„') inside = true;
		else if (text === '”' || text === '»') inside = false;
		else if (kind !== 'mark') {
			words++;
			if (inside) count++;
		}
	}
	return count / Math.max(1, words);
}
