import { packFor } from '../packs.ts';
import type { QuestionWords } from '../questions.ts';
import { isToldByPhrase } from './acts.ts';
import { formsOf } from './forms-of.ts';
import { type AnswerWords, answerWordsOf, hasNumber } from './kinds.ts';
import { isOneParagraph, type Match } from './match.ts';
import { hasOtherName } from './other-name.ts';
import type { Passage } from './passages.ts';
import { presenceOf } from './presence.ts';
import { lightShare, type Question, type SoughtTerm } from './question.ts';
import { stemOf } from './text-words.ts';
import { wordVectors } from './word-vectors.ts';

/** Passages before and after one that are near it, in its paragraph. */
const nearby = [-2, -1, 1, 2];
/**
 * Words that are looked at: behind a denial in a question, of which one is denied; before that one in a passage; behind a
 * stance; behind "against"; and before what only may be.
 */
const reach = { question: 3, passage: 4, object: 3, against: 7, wish: 2 };

/**
 * Whether a passage, by its number, has something else in the place of what a question asks for: a question how many, and
 * no number; the largest, and nothing that is the most; what did not happen, and that it did; the American Parliament, and
 * the European one; who opposed something, and nobody's stance.
 */
export function isToldOtherwise(match: Match, number: number): boolean {
	const { question, collection } = match;
	const passage = collection.passages[number];
	if (!passage) return false;
	const of = (steps: readonly number[]): Passage[] =>
		steps.flatMap((step) =>
			isOneParagraph(collection, number, number + step) ? (collection.passages[number + step] ?? []) : [],
		);
	const pack = packFor(collection.texts[passage.text]?.language ?? null);
	const words = answerWordsOf(pack);
	const near = [passage, ...of(nearby)];
	const title: ReadonlySet<string> = collection.titles[passage.text] ?? new Set<string>();
	const told = new Set(near.flatMap((one) => one.words.map(({ stem }) => stem))).union(title);
	return (
		(question.counts && ![passage, ...of([1])].some((one) => hasNumber(one, words))) ||
		isStanceUntold(question, passage, told, pack.questions) ||
		isMostUntold(question, told, pack.questions) ||
		isDenialUntold(question, passage, words) ||
		isOnlyWished(question, passage, words) ||
		isOtherCounted(match, near, told, words) ||
		hasOtherName(question, passage, collection, told)
	);
}

const against = stemOf('against');
/** Words that stand for what a stance is about: "opposed *it*". */
const pronouns = new Set(['it', 'this', 'that', 'them', 'these', 'those', 'him', 'her', 'so'].map(stemOf));

/** Whether somebody's stance is asked for that none of these stems tells, or only about something else. */
function isStanceUntold(
	{ terms }: Question,
	passage: Passage,
	told: ReadonlySet<string>,
	grammar: QuestionWords | undefined,
): boolean {
	const at = terms.findIndex(({ telling }) => telling.size > 0);
	const sought = terms[at];
	if (!sought || isToldByPhrase(passage, sought.stem, grammar)) return false;
	const { telling } = sought;
	if (telling.isDisjointFrom(told)) return true;
	const { words } = passage;
	const objects = terms.slice(at + 1).filter(({ share }) => share === 1);
	const isTold = ({ stem }: SoughtTerm) => told.has(stem);
	const isBehind = (of: (stem: string) => boolean, within: number, teller?: string) =>
		words.some(
			({ stem }, place) =>
				(teller === undefined ? telling.has(stem) : stem === teller) &&
				words.slice(place + 1, place + 1 + within).some((word) => of(word.stem)),
		);
	const isOfPronoun = isBehind((stem) => pronouns.has(stem), reach.object);
	if (objects.length > 0 && !isOfPronoun && !objects.some(isTold)) return true;
	// "Against" alone may be anything: a match against another club.
	const others = telling.intersection(told);
	const isObject = (stem: string) => pronouns.has(stem) || objects.some((object) => object.stem === stem);
	return others.size === 1 && others.has(against) && !isBehind(isObject, reach.against, against);
}

/** Whether the largest or least of something is asked for, and no word of these stems says that anything is. */
function isMostUntold(
	{ words }: Question,
	told: ReadonlySet<string>,
	grammar: QuestionWords | undefined,
): boolean {
	if (!grammar || words.isDisjointFrom(grammar.superlatives)) return false;
	return told.isDisjointFrom(superlativesOf(grammar));
}

const known = new WeakMap<QuestionWords, ReadonlySet<string>>();

/** The stems of words that say that something is the most or the least. */
function superlativesOf(grammar: QuestionWords): ReadonlySet<string> {
	const found =
		known.get(grammar) ?? new Set([...grammar.superlatives, ...grammar.alsoSuperlative].map(stemOf));
	known.set(grammar, found);
	return found;
}

/** Whether a question denies a word ("did *not* protect") that a passage has and nowhere denies. */
function isDenialUntold(question: Question, passage: Passage, { denials, negations }: AnswerWords): boolean {
	const { order, terms } = question;
	const at = order.findIndex((stem) => denials.has(stem));
	if (at < 0) return false;
	const denied = order
		.slice(at + 1, at + 1 + reach.question)
		.map((stem) => terms.findIndex((term) => term.stem === stem))
		.find((term) => term >= 0);
	const places = presenceOf(question, passage).places[denied ?? -1] ?? [];
	return (
		places.length > 0 &&
		!places.some((place) =>
			passage.words
				.slice(Math.max(0, place - reach.passage), place + 1)
				.some(({ stem }) => negations.has(stem)),
		)
	);
}

/** Whether a question takes something for done ("who *resigned*?") of which a passage says only that it may or should be. */
function isOnlyWished(question: Question, passage: Passage, { wishes }: AnswerWords): boolean {
	const { order, terms, event, kind, isYesNo, asksPast } = question;
	if (!asksPast || !(isYesNo || kind === 'who' || kind === 'when' || kind === 'why')) return false;
	if (order.some((stem) => wishes.has(stem))) return false;
	const term = terms.findIndex(({ stem }) => stem === event);
	const places = presenceOf(question, passage).places[term] ?? [];
	return (
		places.length > 0 &&
		places.every((place) =>
			passage.words.slice(Math.max(0, place - reach.wish), place).some(({ stem }) => wishes.has(stem)),
		)
	);
}

/** How near in meaning a word comes at least that may stand for the things that are counted. */
const counted = 0.6;

/** Whether things are counted ("how many *nurses*") that none of some passages names, nor anything near to it. */
function isOtherCounted(
	{ question, collection }: Match,
	near: readonly Passage[],
	told: ReadonlySet<string>,
	{ units }: AnswerWords,
): boolean {
	const { countsThings, focus, terms } = question;
	const things = terms.find(({ stem }) => stem === focus);
	// "How many people" may be passengers.
	if (!countsThings || !things || things.share === lightShare) return false;
	if (units.has(things.stem) || told.has(things.stem) || !things.related.isDisjointFrom(told)) return false;
	const { likeness, numberOf } = wordVectors();
	const meaning = numberOf(things.form);
	return !near.some((passage) =>
		formsOf(collection, passage).some((form) => likeness(meaning, numberOf(form)) >= counted),
	);
}
