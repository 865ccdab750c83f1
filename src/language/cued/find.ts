import type { Quote } from '../../article.ts';
import { isSpeech } from '../marked.ts';
import { type Paragraph, readParagraphs } from '../page.ts';
import { foldSpaces } from '../spelling.ts';
import type { Words } from '../words.ts';
import { type Attribution, attributionOf } from './attribution.ts';
import { incised, leadIn, sentenceBefore } from './before.ts';
import { seenIn } from './capitals.ts';
import { findDialogue } from './dialogue.ts';
import { Discourse } from './discourse.ts';
import { type FoundSpeaker, foundSpeakerOf, nobody, type Reading, sureness } from './found-speaker.ts';
import { namesOf } from './names.ts';
import { joinPeople } from './people.ts';
import { holdersByOffice, officesOf } from './roles.ts';
import type { CuedRules } from './rules.ts';
import { sourcesOf } from './sources.ts';
import { firstWord, stretchBehind } from './stretch.ts';
import { isCue } from './verbs.ts';
import { withoutNouns } from './without-nouns.ts';

/**
 * Every quotation of an article with its speaker, by the verbs of speech of its language and the words around
 * them; for languages without a trained model. A speaker that is not clear is null. Linear in the article's length.
 */
export function findCued(paragraphs: readonly string[], words: Words, rules: CuedRules): Quote[] {
	const page = readParagraphs(paragraphs, words);
	const seen = seenIn(page);
	const names = withoutNouns(
		page.flatMap((paragraph) => namesOf(paragraph, rules, seen)),
		page,
		rules,
	);
	const people = joinPeople(names, rules);
	for (const name of names) name.proven ||= people.get(name)?.proven ?? false;
	const byParagraph = Map.groupBy(names, ({ paragraph }) => paragraph);
	const starting = page.map(
		({ index }) => new Map(byParagraph.get(index)?.map((name) => [name.titleFirst, name])),
	);
	const sources = page.map((paragraph, index) => sourcesOf(paragraph, starting[index] ?? new Map(), rules));
	const offices = officesOf(page, sources, people, rules);
	const holdersOf = holdersByOffice(offices);
	const reading = {
		page,
		sources,
		names: starting,
		people,
		offices,
		holdersOf,
		rules,
		discourse: new Discourse(),
	};
	const quotes: Quote[] = [];
	const state: State = { group: -1, before: null };
	for (const paragraph of page) {
		const dialogue = rules.hasDashes ? findDialogue(paragraph, reading) : [];
		if (dialogue.length > 0) state.group++;
		for (const one of dialogue) quotes.push({ ...one, group: state.group });
		if (dialogue.length === 0) quotes.push(...quotesOf(paragraph, reading, state));
		else state.before = null;
	}
	return quotes;
}

interface State {
	group: number;
	/** The quotation before: its speaker and place. */
	before: {
		speaker: FoundSpeaker;
		attribution: Attribution | null;
		paragraph: number;
		span: number;
		closed: boolean;
	} | null;
}

function quotesOf(paragraph: Paragraph, reading: Reading, state: State): Quote[] {
	const { index, spans, text } = paragraph;
	const found: Quote[] = [];
	const sources = reading.sources[index] ?? [];
	let noted = 0;
	const noteNames = (until: number): void => {
		for (; noted < sources.length && (sources[noted]?.first ?? 0) < until; noted++) {
			const name = sources[noted]?.name;
			const person = name && reading.people.get(name);
			if (person) reading.discourse.name(person, index);
		}
	};
	for (const [span, { start, end, open, close, closed }] of spans.entries()) {
		const words = foldSpaces(text.slice(start + open, end - close));
		if (words === '') continue;
		noteNames(paragraph.bounds[span]?.first ?? 0);
		const own =
			attributionOf(paragraph, span, sources, reading.rules) ??
			incised(paragraph, span, sources, reading.names[index] ?? new Map(), reading.rules) ??
			leadIn(reading.page[index - 1], reading.sources[index - 1] ?? [], paragraph, span, reading.rules);
		const isSame = goesOn(paragraph, span, own, state);
		if (isSame ? own?.fragment && isTitle(words) : !isSaid(paragraph, span, words, own)) continue;
		const speaker = isSame
			? (state.before?.speaker ?? nobody)
			: own
				? foundSpeakerOf(
						own,
						own.paragraph ?? paragraph,
						reading,
						own.paragraph ? Infinity : (paragraph.bounds[span]?.first ?? 0),
					)
				: unattributed(paragraph, span, words, state, reading);
		if (!isSame) state.group++;
		if (speaker.person) reading.discourse.speak(speaker.person, index);
		const attribution = own ?? (isSame ? (state.before?.attribution ?? null) : null);
		state.before = { speaker, attribution, paragraph: index, span, closed };
		const { person: _, ...source } = speaker;
		const fragment = own?.fragment ?? /^\p{Ll}/u.test(words);
		found.push({
			text: words,
			paragraph: index,
			start,
			end,
			...source,
			kind: fragment ? 'fragment' : 'quote',
			group: state.group,
		});
	}
	noteNames(paragraph.tokens.length);
	return found;
}

/** Words of a quotation of whose speaker nothing is said. */
const FEWEST = 4;

/** "sagte Kern dem „Halden Kurier“": a paper, a film or a firm, all in capitals and without a point. */
const isTitle = (words: string): boolean =>
	/^\p{Lu}[\p{L}\p{N}.'’-]*(?: (?:de|der|die|des|du|la|le|les|del|los|las|und|et|y|и)| \p{Lu}[\p{L}\p{N}.'’-]*){0,4}(?<![.])$/u.test(
		words,
	);

/** A part of a sentence needs two words and somebody who says it; else the words must look like speech. */
function isSaid(paragraph: Paragraph, span: number, words: string, own: Attribution | null): boolean {
	if (own?.firm) return true;
	const count = words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
	if (own) return count > 1 && !isTitle(words);
	if (count > 1 && isFollowedByCue(paragraph, span)) return true;
	return count >= FEWEST && isSpeech(paragraph, words, paragraph.spans[span]?.end ?? 0);
}

/** «Мы не уйдём», — говорится в письме: a verb of speech behind a comma or a dash, with nobody who says it. */
function isFollowedByCue(paragraph: Paragraph, span: number): boolean {
	const behind = stretchBehind(paragraph, span);
	const at = behind && firstWord(paragraph, behind);
	return behind !== null && at !== null && at > behind.from && isCue(paragraph, at);
}

/** Whether a quotation belongs to the utterance before it: “…”, she said. “…”, or past a paragraph's end. */
function goesOn(paragraph: Paragraph, span: number, own: Attribution | null, { before }: State): boolean {
	if (!before) return false;
	const first = paragraph.bounds[span]?.first ?? 0;
	if (before.paragraph === paragraph.index - 1) return !before.closed && span === 0 && first === 0;
	if (before.paragraph !== paragraph.index || before.attribution === null) return false;
	if (own) return own.source.first === before.attribution.source.first;
	const from = paragraph.bounds[before.span]?.after ?? 0;
	// Only the attribution of the first one is in between.
	const sentences = new Set<number>();
	for (let at = from; at < first; at++) {
		const token = paragraph.tokens[at];
		if (token?.kind === 'word') sentences.add(paragraph.sentence[at] ?? -1);
	}
	const { source, paragraph: lead } = before.attribution;
	const sentence = lead ? undefined : paragraph.sentence[source.first];
	return sentences.size === 0 || (sentences.size === 1 && sentence !== undefined && sentences.has(sentence));
}

/** The speaker of a quotation that its own sentence attributes to nobody. */
function unattributed(
	paragraph: Paragraph,
	span: number,
	words: string,
	state: State,
	reading: Reading,
): FoundSpeaker {
	const before = sentenceBefore(paragraph, span, reading.sources[paragraph.index] ?? [], reading.rules);
	if (before === null) return afterSpeech(paragraph, span, state, reading);
	const isWhole = /^[\p{Lu}¿¡]/u.test(words) && /[.!?…]$/u.test(words + behind(paragraph, span));
	if (!isWhole) return nobody;
	const speaker = foundSpeakerOf(before, paragraph, reading, paragraph.bounds[span]?.first ?? 0);
	return { ...speaker, confidence: speaker.confidence === null ? null : sureness.carried };
}

/** A paragraph that is nothing but a quotation, directly after one with a known speaker: the same one continues. */
function afterSpeech(paragraph: Paragraph, span: number, { before }: State, { page }: Reading): FoundSpeaker {
	if (!before || span > 0 || before.paragraph !== paragraph.index - 1 || !before.attribution?.firm)
		return nobody;
	const bounds = paragraph.bounds[0];
	const rest = paragraph.tokens.slice(bounds?.after).some(({ kind }) => kind === 'word');
	if (bounds?.first !== 0 || rest) return nobody;
	const earlier = page[before.paragraph];
	const last = earlier?.bounds[before.span];
	const after = earlier?.tokens.slice(last?.after ?? 0).filter(({ text }) => text === '.').length ?? 0;
	return after > 1 || before.span !== (earlier?.spans.length ?? 0) - 1
		? nobody
		: { ...before.speaker, confidence: before.speaker.confidence === null ? null : sureness.carried };
}

/** The full stop directly after a quotation, which some languages put outside the marks. */
function behind({ tokens, bounds }: Paragraph, span: number): string {
	const { text = '' } = tokens[bounds[span]?.after ?? 0] ?? {};
	return text === '.' ? text : '';
}
