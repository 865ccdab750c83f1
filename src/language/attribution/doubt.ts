import type { Mention, ParsedParagraph } from '../mentions.ts';
import { once } from '../once.ts';
import type { Place } from './place.ts';
import { contentOf } from './scare.ts';

/** A span with its likeliest source and what the first model of marks says of it. */
export interface Doubted {
	place: Place;
	mention: Mention | null;
	sourceChance: number;
	/** How probable the likeliest mention of somebody else is, and whether that one has a verb of speech. */
	rivalChance: number;
	rivalSpeaks: boolean;
	/** The sum of the first model's weights: below 0 it says that the marks are probably not around a quotation. */
	weight: number;
}

/** The features of a span, in the order of `doubtRow`. Distances are in tokens, and capped. */
export const doubtFeatures = [
	'weight',
	'words',
	'capitals',
	'like a title',
	'finite verbs',
	'pronouns',
	'stops',
	'long words',
	'names inside',
	'also without marks',
	'in a name',
	'first person',
	'after owner',
	'after dash',
	'after cue verb',
	'after determiner',
	'after noun',
	'after preposition',
	'after comma',
	'before noun',
	'before name',
	'before end',
	'ends without point',
	'ends with stop',
	'ends with comma',
	'begins paragraph',
	'ends paragraph',
	'capital',
	'closed',
	'source chance',
	'source is noun',
	'source is name',
	'source is subject',
	'source without cue',
	'source before cue',
	'source with plain cue',
	'source here',
	'source paragraphs',
	'source sentences',
	'source distance',
	'source behind',
	'cue distance',
	'own source',
	'lead distance',
	'lead is cue',
	'lead is participle',
	'weight before',
	'distance before',
	'weight behind',
	'distance behind',
	'same source as before',
	'spans here',
	'paragraph',
	'paragraph length',
	'weight of others',
	'others with own source',
	'short others',
	'spans a paragraph',
	'plain cues a paragraph',
	'first person a paragraph',
] as const;

const FAR = 60;
const NONE = -9;
const flag = (is: boolean): number => (is ? 1 : 0);

/** What the whole article says of its marks: news is full of quotations, a manual of terms. */
export interface Surroundings {
	/** Its text in lower case: empty for an article that is far too long, so that the work stays linear. */
	lower: () => string;
	/** Sums over its spans: weights, spans with a source of their own, short ones. */
	weights: number;
	own: number;
	short: number;
	/** Shares of its paragraphs. */
	spans: number;
	plainCues: number;
	firstPerson: number;
}

/** Looks an article over once for all its spans. Linear. */
export function surroundingsOf(
	parsedParagraphs: readonly ParsedParagraph[],
	spans: readonly Doubted[],
): Surroundings {
	const mentions = parsedParagraphs.flatMap((parsed) => parsed.mentions);
	const { firstPerson, plainCues } = parsedParagraphs[0]?.paragraph.words ?? {};
	const share = (count: number) => count / Math.max(1, parsedParagraphs.length);
	return {
		lower: once(() => textOf(parsedParagraphs, spans)),
		weights: spans.reduce((sum, { weight }) => sum + clipped(weight), 0),
		own: spans.filter(({ place }) => place.own === 1).length,
		short: spans.filter(isShort).length,
		spans: share(spans.length),
		plainCues: share(mentions.filter(({ cue }) => cue !== null && plainCues?.has(cue) === true).length),
		firstPerson: share(mentions.filter(({ head }) => firstPerson?.has(head) === true).length),
	};
}

/** A single span counts for no more than this. */
const MOST_WEIGHT = 4;
const clipped = (weight: number): number => Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, weight));
const isShort = ({ place }: Doubted): boolean => place.after - place.first < 7;

function textOf(parsedParagraphs: readonly ParsedParagraph[], spans: readonly Doubted[]): string {
	if (spans.length > MOST_SPANS) return '';
	const texts: string[] = [];
	let length = 0;
	for (const { paragraph } of parsedParagraphs) {
		length += paragraph.text.length;
		if (length > MOST_TEXT) break;
		texts.push(paragraph.text.toLowerCase());
	}
	return texts.join('\n');
}

const MOST_SPANS = 400;
const MOST_TEXT = 40_000;

/** The features of the span at `index`. */
export function doubtRow(
	parsedParagraphs: readonly ParsedParagraph[],
	spans: readonly Doubted[],
	index: number,
	all: Surroundings,
): Float64Array | null {
	const one = spans[index];
	const parsed = one && parsedParagraphs[one.place.paragraph];
	if (!one || !parsed) return null;
	const { place, mention, weight } = one;
	const near = (other: Doubted | undefined) =>
		other && other.place.paragraph === place.paragraph ? other : undefined;
	const before = near(spans[index - 1]);
	const behind = near(spans[index + 1]);
	return new Float64Array([
		weight,
		...ofWords(parsed, place, all.lower),
		...ofFrame(parsed, place),
		...ofSource(one, parsed.paragraph.words.plainCues),
		place.own,
		place.leadAt < 0 ? 20 : place.first - place.leadAt,
		flag(place.lead.length > 2),
		flag(place.lead[0] === '~'),
		before?.weight ?? NONE,
		before ? Math.min(FAR - 10, place.first - before.place.after) : FAR,
		behind?.weight ?? NONE,
		behind ? Math.min(FAR - 10, behind.place.first - place.after) : FAR,
		flag(before !== undefined && before.mention === mention),
		parsed.paragraph.spans.length,
		Math.min(place.paragraph, 30),
		parsed.paragraph.tokens.length,
		...ofOthers(one, spans.length - 1, all),
	]);
}

function ofOthers(one: Doubted, others: number, all: Surroundings): number[] {
	const mean = (sum: number, own: number) => (others > 0 ? (sum - own) / others : NONE);
	return [
		mean(all.weights, clipped(one.weight)),
		mean(all.own, one.place.own),
		mean(all.short, flag(isShort(one))),
		all.spans,
		all.plainCues,
		all.firstPerson,
	];
}

function ofWords(parsed: ParsedParagraph, place: Place, lower: () => string): number[] {
	const { words, capitals, title, finite, pronouns, stops, long } = contentOf(parsed, place);
	return [
		words,
		capitals / Math.max(1, words),
		flag(title === 'T'),
		finite,
		pronouns,
		stops,
		long,
		place.named.size,
		timesPlain(parsed, place, lower),
		place.inName,
		place.firstPerson,
	];
}

const SHORTEST = 3;
const LONGEST = 60;

/** How often the words occur in the article, for short spans; no more than five are counted. */
function timesPlain({ paragraph }: ParsedParagraph, place: Place, lowerOf: () => string): number {
	const span = paragraph.spans[place.span];
	if (!span || span.end - span.start > LONGEST) return 0;
	const words = paragraph.text
		.slice(span.start + span.open, span.end - span.close)
		.toLowerCase()
		.replace(/[.,!?]+$/u, '');
	if (words.length < SHORTEST) return 0;
	const lower = lowerOf();
	let count = 0;
	for (let at = lower.indexOf(words); at >= 0 && count < 5; at = lower.indexOf(words, at + words.length))
		count++;
	return count;
}

function ofFrame({ paragraph }: ParsedParagraph, place: Place): number[] {
	const { before, behind, point } = place;
	return [
		flag(before === 'O'),
		flag(before === '-'),
		flag(before === 'S' || before === 'V'),
		flag(before === 'D'),
		flag(before === 'x'),
		flag(before === 'I'),
		flag(before === ','),
		flag(behind === 'x'),
		flag(behind === 'N'),
		flag(behind === '$'),
		flag(point === 'x'),
		flag(point === '.'),
		flag(point === ','),
		flag(place.first === 0),
		flag(place.reach >= paragraph.tokens.length),
		flag(place.capital),
		flag(paragraph.spans[place.span]?.closed === true),
	];
}

function ofSource({ place, mention, sourceChance }: Doubted, plainCues: ReadonlySet<string>): number[] {
	if (!mention) return [sourceChance, 0, 0, 0, 1, 0, 0, 0, 9, 9, FAR, 0, FAR];
	const here = mention.paragraph === place.paragraph;
	const isBehind = here && mention.first >= place.after;
	const distance = isBehind ? mention.first - place.reach : place.first - mention.after;
	const reach = mention.cueAt < place.first ? place.first - mention.cueAt : mention.cueAt - place.reach;
	return [
		sourceChance,
		flag(mention.kind === 'nominal'),
		flag(mention.kind === 'name'),
		flag(mention.syntacticRole === 'subject'),
		flag(mention.side === 'none'),
		flag(mention.side === 'after'),
		flag(mention.cue !== null && plainCues.has(mention.cue)),
		flag(here),
		place.paragraph - mention.paragraph,
		here ? Math.abs(mention.sentence - place.startSentence) : 9,
		here ? Math.min(distance, FAR) : FAR,
		flag(isBehind),
		here && mention.cueAt >= 0 ? Math.min(reach, FAR) : FAR,
	];
}
