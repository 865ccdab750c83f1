import { sigmoid, softmax } from '../../../language/model/loglinear.ts';
import type { MarkedLine } from '../marked.ts';
import { endsLikeParagraph, isProse, isTitleCase } from '../prose.ts';
import { isPaper, namesSite } from '../site.ts';
import { type Context, contextOf } from './context.ts';
import { headlineCandidates, headlineRows } from './headline-rows.ts';
import { type LineModel, lineModel } from './model.ts';
import type { Outline } from './outlined.ts';
import { fillRow, rowNames } from './rows.ts';
import { fillSecondRow, secondLook, secondNames } from './second-rows.ts';
import { stretchOf } from './stretch.ts';

/** Takes a page's lines apart. Linear in the number of lines; each line is looked at up to a bounded length. */
export function outlineOf(lines: readonly MarkedLine[], model: LineModel = lineModel()): Outline {
	const context = contextOf(lines, model.words);
	const first = firstLook(context, model);
	const { at, sure } = chooseHeadline(context, first, model);
	const body = lookAgain(context, first, at, sure, model);
	return { headline: at, headlineSure: sure, body, paragraphs: stretchOf(context, body), isGuess: false };
}

export function firstLook(context: Context, { first }: Pick<LineModel, 'first'>): Float32Array {
	const row = new Float64Array(rowNames.length);
	return Float32Array.from(context.lines, (_, at) => {
		fillRow(context, at, row);
		return sigmoid(first.score(row));
	});
}

/**
 * A line with a picture's credit directly under it, unless it is set as a title, and a name that a credit or the copyright
 * line has too, and a line that continues with another ("…"), must be much likelier than the others.
 */
const unlikely = 0.2;
/** So must a line longer than this: of 479 headlines four are, and most decks and captions that were taken for one. */
const longestHeadline = 130;
/** A line below the heading of a live blog's events looks like a headline, and must be likelier by far. */
const hardly = 0.01;

/** Lines at both ends of a page in which its name is looked for. */
const ends = 40;

function creditsIn(lines: readonly MarkedLine[]): string[] {
	return [...lines.slice(0, ends), ...lines.slice(Math.max(ends, lines.length - ends))].flatMap(
		({ marks, text }) =>
			marks.some((mark) => mark.kind === 'credit' || (mark.kind === 'furniture' && mark.what === 'copyright'))
				? [text]
				: [],
	);
}

export function chooseHeadline(
	context: Context,
	body: Float32Array,
	{ headline }: Pick<LineModel, 'headline'>,
): { at: number; sure: number } {
	const candidates = headlineCandidates(context, body);
	const chances = softmax(headlineRows(context, body, candidates).map((row) => headline.score(row)));
	const named = creditsIn(context.lines);
	const events = context.lines.findIndex(({ text }) => keyEvents.test(text));
	let best = 0;
	let highest = 0;
	for (const [index, chance] of chances.entries()) {
		const line = candidates.lines[index] ?? 0;
		const next = context.lines[line + 1];
		const text = context.lines[line]?.text ?? '';
		const isEvent = events >= 0 && line > events;
		const isCredited = next?.marks.some(({ kind }) => kind === 'credit') === true && !isTitleCase(text);
		const isSite = isPaper(text) || named.some((credit) => namesSite(credit, text));
		const goesOn = continues.test(text);
		const isLong = text.length > longestHeadline;
		const isOdd = isCredited || isSite || goesOn || isLong;
		const weight = chance * (isEvent ? hardly : isOdd ? unlikely : 1);
		if (weight <= highest) continue;
		highest = weight;
		best = index;
	}
	best = lowerOne(context, chances, candidates.lines, best);
	const at = candidates.lines[best];
	return at === undefined ? { at: -1, sure: 0 } : { at, sure: chances[best] ?? 0 };
}

/** What stands above the list of a live blog's events, and below its headline. */
const keyEvents = /^key (?:events|moments|developments|points)[ :]*$/i;
/** A line that goes on with another. */
const continues = /^(?:…|\.\.\.)/;
const nearlyAsLikely = 0.75;

/** Of two lines one under the other that are about as likely, the upper one is a caption or a section. */
function lowerOne(
	{ lines }: Context,
	chances: readonly number[],
	candidates: readonly number[],
	best: number,
): number {
	const at = candidates[best + 1] ?? -1;
	const text = lines[at]?.text ?? '';
	const isNext =
		at === (candidates[best] ?? 0) + 1 &&
		text.length <= longestHeadline &&
		!endsLikeParagraph(text) &&
		!continues.test(text);
	return isNext && (chances[best + 1] ?? 0) >= (chances[best] ?? 0) * nearlyAsLikely ? best + 1 : best;
}

/** A line that reads less like a paragraph than this is not looked at again. */
const hopeless = 0.02;

function lookAgain(
	context: Context,
	first: Float32Array,
	headline: number,
	sure: number,
	{ second }: LineModel,
): Float32Array {
	const look = secondLook(context, first, headline, sure);
	const row = new Float64Array(secondNames.length);
	// The mean of both looks is steadier than either.
	return Float32Array.from(first, (chance, at) => {
		if (chance < hopeless) return chance;
		fillSecondRow(look, at, row);
		return (sigmoid(second.score(row)) + chance) / 2;
	});
}

/** Lines at least this much as likely as the likeliest one are taken where none is likely. */
const nearly = 0.4;

/**
 * Where no line below the headline that is taken for a paragraph ends like one (a list of months is no article): the
 * sentences there that are likelier than others.
 */
export function withLikeliest(outline: Outline, lines: readonly MarkedLine[]): Outline {
	const { body, headline } = outline;
	const taken = lines.filter((_, at) => at > headline && outline.paragraphs[at] === 1);
	if (taken.some(({ text }) => isProse(text))) return outline;
	const maybe = (at: number) =>
		at > headline && lines[at]?.marks.length === 0 && isProse(lines[at]?.text ?? '');
	let most = 0;
	for (let at = 0; at < lines.length; at++) if (maybe(at)) most = Math.max(most, body[at] ?? 0);
	if (most === 0 && taken.length > 0) return outline;
	const paragraphs = Uint8Array.from(body, (chance, at) => (maybe(at) && chance >= most * nearly ? 1 : 0));
	return { ...outline, paragraphs, isGuess: true };
}
