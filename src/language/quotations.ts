import type { Quote } from '../article.ts';
import { type Judged, judge, namedOutright } from './attributions.ts';
import { findBlocks } from './blocks.ts';
import { findCued } from './cued/find.ts';
import { identifyLanguage } from './identify.ts';
import { findInterview } from './interview.ts';
import { findMarked } from './marked.ts';
import type { Mention, ParsedParagraph } from './mentions.ts';
import type { SpeakerRules } from './pack.ts';
import { packFor } from './packs.ts';
import type { Paragraph } from './page.ts';
import type { ParsedArticle } from './parsed-article.ts';
import type { Person } from './person.ts';
import { foldSpaces, spelled } from './spelling.ts';
import { findUnmarked } from './unmarked/find.ts';
import type { Unmarked } from './unmarked/unmarked.ts';
import type { Words } from './words.ts';

/**
 * Every quotation of an article with its speaker, in reading order. Offsets are UTF-16, marks included;
 * `text` is between the marks word for word, with no-break spaces folded. Marks around something that nobody
 * said (a title of a work, a nickname) give no quotation; a speaker that is not certain enough is null.
 * `language` is a BCP 47 tag; left out, it is decided on the paragraphs. In a language without rules for speakers, or
 * where it is null, quotations are found by their marks and have no names.
 * A name is shown from the confidence on that the language's models were given in training, unless `leastConfidence`
 * says otherwise. Linear in the length of the article; never throws.
 */
export function findQuotes(
	paragraphs: readonly string[],
	language: string | null = identifyLanguage(paragraphs),
	{ leastConfidence }: { leastConfidence?: number } = {},
): Quote[] {
	const { words, speakers, cued } = packFor(language);
	if (speakers)
		return findSpoken(paragraphs, words, speakers, leastConfidence ?? speakers.models().leastConfidence);
	return cued ? findCued(paragraphs, words, cued) : findMarked(paragraphs, words);
}

/** The quotations of a language with models, which `speakers` holds. */
export function findSpoken(
	paragraphs: readonly string[],
	words: Words,
	speakers: SpeakerRules,
	leastConfidence: number,
): Quote[] {
	const { leastQuotation, leastConfidence: sure } = speakers.models();
	const { parsedArticle, found } = judge(paragraphs, words, speakers);
	const roles = new Map<Person, string | null>();
	const roleFor = (person: Person): string | null => {
		const known = roles.get(person);
		if (known !== undefined) return known;
		const role = speakers.roleOf(person, parsedArticle.parsedParagraphs);
		roles.set(person, role);
		return role;
	};
	const quotes: Quote[] = [];
	let group = -1;
	let before: (Judged & { fragment: boolean }) | null = null;
	for (const one of found) {
		const paragraph = parsedArticle.parsedParagraphs[one.place.paragraph]?.paragraph;
		const span = paragraph?.spans[one.place.span];
		if (!paragraph || !span || one.quotation < leastQuotation) continue;
		const from = Math.max(span.start + span.open, labelEnd(paragraph, one));
		const text = foldSpaces(paragraph.text.slice(from, span.end - span.close));
		if (!text) continue;
		const fragment = isFragment(paragraph, one);
		// A word or two in marks that nobody is shown to have said are doubted or named rather than quoted.
		const isWhole = !fragment && one.place.point !== 'x';
		const isShown =
			!one.denied &&
			((one.person !== null && one.confidence >= sure) ||
				(one.mention !== null && one.mention.cue !== null && one.quotation >= SURELY_SAID));
		if (!isWhole && !isShown && countWords(text) < FEWEST) continue;
		if (fragment && isDoubtedWord(paragraph, one)) continue;
		if (!before || !continuesUtterance(parsedArticle, before, one, fragment)) group++;
		before = { ...one, fragment };
		quotes.push({
			text,
			paragraph: paragraph.index,
			start: span.start,
			end: span.end,
			...sourceOf(parsedArticle, one, leastConfidence, speakers, roleFor),
			kind: fragment ? 'fragment' : 'quote',
			group,
		});
	}
	const unmarked = [...findUnmarked(parsedArticle), ...findBlocks(parsedArticle)];
	const spoken = (unmarked.length > 0 ? unmarked : findInterview(parsedArticle)).map((one) =>
		unmarkedQuote(one, parsedArticle, roleFor),
	);
	const marked = withOneSpeaker(quotes);
	return spoken.length === 0 ? marked : merged(marked, spoken);
}

/** One word in marks between an article and its noun ("the “settled” price"): the reporter doubts it, or it is a name. */
function isDoubtedWord({ tokens, words, text }: Paragraph, { place }: Judged): boolean {
	const inside = tokens.slice(place.first, place.after).filter(({ kind }) => kind !== 'mark');
	const before = tokens[place.first - 1];
	const after = tokens[place.after];
	if (inside.length !== 1 || after?.kind !== 'word' || after.capital) return false;
	const isNext = /^\s*$/u.test(text.slice(tokens[place.after - 1]?.end, after.start));
	return (
		isNext && !words.functionWords.has(after.lower) && words.determiners?.has(before?.lower ?? '') === true
	);
}

/** From this probability on a word or two in marks that somebody has a verb of speech for are a quotation. */
const SURELY_SAID = 0.7;
const FEWEST = 3;
const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/** Where a label with the speaker's name ends that is inside the marks (“VENN: We go on.”): nobody says it. */
function labelEnd({ tokens }: Paragraph, { place, mention, outright }: Judged): number {
	const isInside = mention !== null && mention.paragraph === place.paragraph && mention.first > place.first;
	if (!outright || !isInside || mention.after >= place.after) return 0;
	return tokens[mention.after]?.end ?? 0;
}

/** The segments of one utterance have one speaker: the one that is known best, by name where one is. */
function withOneSpeaker(quotes: readonly Quote[]): Quote[] {
	const best = new Map<number, Quote>();
	const worth = ({ speaker, role, confidence }: Quote): number =>
		(speaker !== null ? 1 : role !== null ? 0 : -2) + (confidence ?? 0);
	for (const quote of quotes) {
		const before = best.get(quote.group);
		if (worth(quote) > (before ? worth(before) : -1)) best.set(quote.group, quote);
	}
	return quotes.map((quote) => {
		const known = best.get(quote.group);
		if (!known || (quote.speaker === known.speaker && quote.speaker !== null)) return quote;
		const { speaker, gender, role, confidence, mention, cue } = known;
		const { gender: _, ...rest } = quote;
		return { ...rest, speaker, ...(gender && { gender }), role, confidence, mention, cue };
	});
}

function unmarkedQuote(
	one: Unmarked,
	parsedArticle: ParsedArticle,
	roleFor: (person: Person) => string | null,
): Quote {
	const text = parsedArticle.parsedParagraphs[one.paragraph]?.paragraph.text ?? '';
	return {
		text: foldSpaces(text.slice(one.start + one.open, one.end)),
		paragraph: one.paragraph,
		start: one.start,
		end: one.end,
		speaker: one.speaker,
		...(one.person && genderOf(one.person)),
		role: one.person ? roleFor(one.person) : null,
		confidence: one.speaker === null ? null : namedOutright,
		mention: one.mention && { paragraph: one.paragraph, ...one.mention },
		cue: one.cue,
		kind: 'quote',
		group: -1 - one.turn,
	};
}

/** Puts marked and unmarked quotations into reading order, with groups counted again. */
function merged(quotes: readonly Quote[], spoken: readonly Quote[]): Quote[] {
	const groups = new Map<number, number>();
	return [...quotes, ...spoken]
		.filter((quote) => quote.text !== '')
		.sort((one, other) => one.paragraph - other.paragraph || one.start - other.start)
		.map((quote) => {
			const group = groups.get(quote.group) ?? groups.size;
			groups.set(quote.group, group);
			return { ...quote, group };
		});
}

type Source = Pick<Quote, 'speaker' | 'gender' | 'role' | 'confidence' | 'mention' | 'cue'>;

/** From this confidence on the description of somebody without a name is shown. */
const DESCRIBED = 0.5;

const unknown: Source = { speaker: null, role: null, confidence: null, mention: null, cue: null };

function sourceOf(
	parsedArticle: ParsedArticle,
	{ mention, person, confidence }: Judged,
	least: number,
	{ descriptionOf }: SpeakerRules,
	roleFor: (person: Person) => string | null,
): Source {
	const parsed = mention && parsedArticle.parsedParagraphs[mention.paragraph];
	if (!mention || !parsed) return unknown;
	if (!person && mention.kind !== 'nominal') return { ...unknown, mention: placeOf(parsed, mention) };
	const rounded = Math.round(confidence * 1000) / 1000;
	// A description is the article's own words: less harm is done by a wrong one than by a wrong name.
	const needed = person ? least : Math.min(least, DESCRIBED);
	if (confidence < needed) return { ...unknown, confidence: rounded };
	const { tokens, text } = parsed.paragraph;
	const cue = tokens[mention.cueAt];
	const said = { confidence: rounded, cue: cue ? text.slice(cue.start, cue.end) : null };
	if (!person) {
		const { start, end } = descriptionOf(parsed, mention);
		const role = foldSpaces(text.slice(start, end));
		return { ...said, speaker: null, role, mention: { paragraph: mention.paragraph, start, end } };
	}
	return {
		...said,
		speaker: spelled(nameOf(person, parsedArticle)),
		...genderOf(person),
		role: roleFor(person),
		mention: placeOf(parsed, mention),
	};
}

/** Where a mention is in its paragraph: also that of a "they" that nobody is named for. */
function placeOf({ paragraph: { tokens } }: ParsedParagraph, { paragraph, first, after }: Mention) {
	return { paragraph, start: tokens[first]?.start ?? 0, end: tokens[after - 1]?.end ?? 0 };
}

const genderOf = ({ gender, genderShown }: Person): Pick<Quote, 'gender'> =>
	gender && genderShown ? { gender } : {};

/** The name without title; with it, as it is written, where two people of the article have the same name. */
function nameOf(person: Person, { parsedParagraphs, people }: ParsedArticle): string {
	const { name, gender, genderShown } = person;
	if (!gender || !genderShown || !people.namesakes.has(name)) return name;
	const titled = person.names.find(
		(one) => one.titled && one.gender === gender && one.first > one.titleFirst,
	);
	const { tokens, text } = parsedParagraphs[titled?.paragraph ?? -1]?.paragraph ?? { tokens: [], text: '' };
	return titled ? text.slice(tokens[titled.titleFirst]?.start, tokens[titled.after - 1]?.end) : name;
}

/** Whether a span continues with the utterance of the one before: "…," he said. "…", or past a paragraph's end. */
function continuesUtterance(
	parsedArticle: ParsedArticle,
	before: Judged & { fragment: boolean },
	one: Judged,
	fragment: boolean,
): boolean {
	if (one.denied || before.denied) return false;
	const steps = one.place.paragraph - before.place.paragraph;
	const paragraph = parsedArticle.parsedParagraphs[before.place.paragraph]?.paragraph;
	if (steps === 0) {
		if (one.mention === null || before.mention !== one.mention) return false;
		// Two fragments are one utterance where one sentence holds both.
		const sentenceOf = (place: Judged['place']) => paragraph?.sentence[place.first];
		return !fragment || (before.fragment && sentenceOf(before.place) === sentenceOf(one.place));
	}
	if (one.outright && one.mention !== before.mention) return false;
	const open = paragraph?.spans[before.place.span];
	return open?.closed === false && steps === 1 && one.place.first === 0;
}

/** A quotation whose words are only a part of the sentence that is around it. */
function isFragment(paragraph: Paragraph, { place }: Judged): boolean {
	const first = paragraph.tokens[place.first + 1];
	if (!first || first.capital || first.kind !== 'word') return false;
	return !['^', ',', ':', 'Q', '.'].includes(place.before);
}
