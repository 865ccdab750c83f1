import { antecedentRows } from '../../src/language/attribution/antecedents.ts';
import { placesOf } from '../../src/language/attribution/attribute.ts';
import { unresolved } from '../../src/language/attribution/attribution.ts';
import { candidatesOf, type Previous } from '../../src/language/attribution/candidates.ts';
import { type Doubted, doubtRow, surroundingsOf } from '../../src/language/attribution/doubt.ts';
import type { Place } from '../../src/language/attribution/place.ts';
import { scareFeatures } from '../../src/language/attribution/scare.ts';
import { createSourceFeatures, mentionFeatures } from '../../src/language/attribution/sources.ts';
import { type Choose, walk } from '../../src/language/attribution/walk.ts';
import { english } from '../../src/language/en/pack.ts';
import { speakers } from '../../src/language/en/speakers.ts';
import type { Mention } from '../../src/language/mentions.ts';
import { asText } from '../../src/language/model/loglinear.ts';
import { parseArticle } from '../../src/language/parse-article.ts';
import type { ParsedArticle } from '../../src/language/parsed-article.ts';
import type { Person } from '../../src/language/person.ts';
import type { Group } from './boost.ts';
import { type GoldArticle, type GoldQuote, likeness, overlap, type Range } from './corpus.ts';
import type { Choice, Space } from './learn.ts';

/** A span that was found in an article of the corpus, and what the corpus says of it. */
export interface Labelled {
	place: Place;
	range: Range;
	gold: GoldQuote | null;
	isNonQuote: boolean;
}

/** An article made ready for learning; `weight` is how much it counts. */
export interface Lesson {
	article: GoldArticle;
	weight: number;
	parsedArticle: ParsedArticle;
	spans: Labelled[];
}

/** The corpus marks spans between double marks only, and none that opens with a mark turned the wrong way. */
export const isMarked = (text: string, at: number): boolean => '“"'.includes(text[at] ?? ' ');

export function toLesson(article: GoldArticle, weight = 1): Lesson {
	const parsedArticle = parseArticle(article.paragraphs, english.words, speakers);
	const spans: Labelled[] = [];
	for (const place of placesOf(parsedArticle)) {
		const paragraph = parsedArticle.parsedParagraphs[place.paragraph]?.paragraph;
		const span = paragraph?.spans[place.span];
		if (!paragraph || !span) continue;
		if (article.marks === 'double' && !isMarked(paragraph.text, span.start)) continue;
		const shift = article.starts[place.paragraph] ?? 0;
		const range = { start: span.start + shift, end: span.end + shift };
		spans.push({
			place,
			range,
			gold: article.quotes.find((quote) => likeness(quote, range) >= 0.8) ?? null,
			isNonQuote: article.nonQuotes.some((other) => likeness(other, range) >= 0.8),
		});
	}
	return { article, weight, parsedArticle, spans };
}

/** Where a mention is in the whole text. */
export function rangeOf({ article, parsedArticle }: Lesson, mention: Mention): Range {
	const tokens = parsedArticle.parsedParagraphs[mention.paragraph]?.paragraph.tokens ?? [];
	const shift = article.starts[mention.paragraph] ?? 0;
	return {
		start: (tokens[mention.first]?.start ?? 0) + shift,
		end: (tokens[mention.after - 1]?.end ?? 0) + shift,
	};
}

/** Which of the candidates is the source that the corpus marks: its name, else its noun phrase, else what touches. */
export function rightOnes(lesson: Lesson, gold: GoldQuote, candidates: readonly Mention[]): number[] {
	const { speakerStart, speakerEnd, nameStart, nameEnd } = gold;
	if (speakerStart === undefined || speakerEnd === undefined) return [];
	const touching = (range: Range, among: readonly number[]) =>
		among.filter((index) => {
			const mention = candidates[index];
			return mention !== undefined && overlap(rangeOf(lesson, mention), range) > 0;
		});
	const all = touching({ start: speakerStart, end: speakerEnd }, [...candidates.keys()]);
	if (nameStart !== undefined && nameEnd !== undefined) {
		const named = touching({ start: nameStart, end: nameEnd }, all);
		if (named.length > 0) return named;
	}
	if (gold.speakerType === 'nominal') {
		const nominal = all.filter((index) => candidates[index]?.kind === 'nominal');
		if (nominal.length > 0) return nominal.slice(0, 1);
	}
	return all;
}

/** The choices of a source that an article teaches, each knowing the right source of the one before. */
export function sourceChoices(lesson: Lesson, space: Space): Choice[] {
	const { parsedParagraphs } = lesson.parsedArticle;
	const choices: Choice[] = [];
	let previous: Previous | null = null;
	for (const { place, gold } of lesson.spans) {
		if (!gold) continue;
		const candidates = candidatesOf(parsedParagraphs, place, previous);
		const right = rightOnes(lesson, gold, candidates);
		const before: Previous | null = previous;
		if (right.length > 0) {
			const features = createSourceFeatures(parsedParagraphs, place, before, asText);
			const alternatives = candidates.map((mention) =>
				space.take((emit) => {
					mentionFeatures(parsedParagraphs, mention, emit, asText);
					features(mention, emit);
				}),
			);
			choices.push({ alternatives, right, weight: gold.kind === 'direct' ? 1 : 0.7 });
		}
		previous = { place, mention: candidates[right[0] ?? -1] ?? null };
	}
	return choices;
}

const nothing = new Int32Array(0);

/** The spans of an article that the corpus knows, each with what was found for it by models that never saw it. */
function* knownSpans(lesson: Lesson, found: readonly Doubted[]) {
	const byPlace = new Map(found.map((one, index) => [`${one.place.paragraph} ${one.place.span}`, index]));
	for (const { place, gold, isNonQuote } of lesson.spans) {
		const index = byPlace.get(`${place.paragraph} ${place.span}`);
		const one = found[index ?? -1];
		if (index !== undefined && one && (gold || isNonQuote)) yield { one, index, isQuotation: gold !== null };
	}
}

/** Whether each span is a quotation: a choice between what speaks for it and nothing. */
export function scareChoices(lesson: Lesson, found: readonly Doubted[], space: Space): Choice[] {
	return [...knownSpans(lesson, found)].flatMap(({ one, isQuotation }) => {
		const parsed = lesson.parsedArticle.parsedParagraphs[one.place.paragraph];
		if (!parsed) return [];
		const features = space.take((emit) =>
			scareFeatures(parsed, one.place, one.mention, one.sourceChance, emit),
		);
		return [{ alternatives: [features, nothing], right: [isQuotation ? 0 : 1], weight: lesson.weight }];
	});
}

/** The same question with what the first model says of the span and its neighbours. */
export function doubtGroups(lesson: Lesson, found: readonly Doubted[]): Group[] {
	const { parsedParagraphs } = lesson.parsedArticle;
	const surroundings = surroundingsOf(parsedParagraphs, found);
	return [...knownSpans(lesson, found)].flatMap(({ index, isQuotation }) => {
		const row = doubtRow(parsedParagraphs, found, index, surroundings);
		return row ? [{ rows: [row], right: [isQuotation ? 0 : 1], weight: lesson.weight, orNone: true }] : [];
	});
}

/** Who is meant by pronouns of an article, by their offset in its text: names, surnames or full. */
export type Meant = Readonly<Record<string, string>>;

const fold = (name: string) =>
	name
		.normalize('NFD')
		.replace(/[\p{M}’']/gu, '')
		.toLowerCase();

/** Whether a person has all words of a name. */
export function hasName(person: Person, name: string): boolean {
	const words = new Set(person.names.flatMap((one) => one.words).map(fold));
	return fold(name)
		.split(' ')
		.every((word) => words.has(word));
}

/** How the choices of an antecedent are made from an article. */
export interface Reading {
	/** How much they count. */
	weight?: number;
	/** A source of chance: the first names of the article are taken for such as no list knows. */
	forget?: () => number;
	/** Who the pronouns before are taken to mean; left out, those that they do mean. */
	history?: Choose | undefined;
}

/** The choices of an antecedent that the resolved pronouns of an article teach. */
export function antecedentGroups(
	lesson: Lesson,
	meant: Meant,
	found: readonly Doubted[],
	{ weight = 1, forget, history }: Reading = {},
): Group[] {
	const restore = forget ? forgetGenders(lesson.parsedArticle.people.all, forget) : () => {};
	const groups: Group[] = [];
	walk(lesson.parsedArticle, found.map(unresolved), (pronoun, people, traces) => {
		const name = meant[String(rangeOf(lesson, pronoun.mention).start)];
		const right =
			name === undefined ? [] : people.flatMap(({ person }, index) => (hasName(person, name) ? [index] : []));
		if (right.length > 0) {
			const counts = weight * (pronoun.isSource ? SOURCE : 1);
			groups.push({ rows: antecedentRows(pronoun, people, traces), right, weight: counts });
		}
		return (
			history?.(pronoun, people, traces) ?? { person: people[right[0] ?? -1]?.person ?? null, chance: 1 }
		);
	});
	restore();
	return groups;
}

/** Of the genders that first names suggest, so many are forgotten, and so many are taken for the other one. */
const FORGOTTEN = 0.5;
const MISTAKEN = 0.05;

/** Forgets genders that first names suggest. @returns what sets them right again. */
function forgetGenders(people: readonly Person[], next: () => number): () => void {
	const guessed = people.flatMap((person) =>
		person.gender && !person.genderShown ? [{ person, gender: person.gender }] : [],
	);
	for (const { person, gender } of guessed) {
		const chance = next();
		if (chance < FORGOTTEN) person.gender = null;
		else if (chance < FORGOTTEN + MISTAKEN) person.gender = gender === 'm' ? 'f' : 'm';
	}
	return () => {
		for (const { person, gender } of guessed) person.gender = gender;
	};
}

/** Pronouns that are sources weigh more: they are what is asked for. */
const SOURCE = 2;
