import type { Place } from '../attribution/place.ts';
import type { Mention, ParsedParagraph } from '../mentions.ts';
import { cueVerbs } from './lexicon/cues.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Verbs of which the negation leaves nobody who said the words; "did not answer: “…”" still has an answer. */
const saying = set(
	'say tell call write describe use utter claim shout label dub brand term name state declare mention tweet post quote ' +
		'speak refer accuse add liken compare suggest',
);
/** What denies the verb behind it, unless one of the next words limits it: "not only called it". */
const negating = set('not never cannot hardly neither nor');
const limiting = set('only just merely simply hesitate');
/** "May have said", "might say": the article does not know. */
const possibly = set('may might could should');
const doubting = set('allegedly supposedly purportedly apocryphally falsely wrongly mistakenly ostensibly');
/** Words between a verb and what denies it. */
const auxiliary = set(
	"do does did have has had having be been being to ever or it was were is are would will 'd also even again",
);
/** "Denied calling", "without calling", "refused to call", "accused of calling". */
const refusing = set(
	'deny denies denied denying avoid avoids avoided avoiding without resist resisted refuse refuses refused refusing decline ' +
		'declines declined declining fail fails failed forgot',
);
/** Before "of" or "from" and a verb: "stopped short of calling". */
const instead = set('short instead accused far refrain refrained refraining');
/** "Is said to have called": what is told of somebody. */
const rumoured = set('said alleged rumoured rumored reputed supposed believed thought claimed');
const denying = set(
	'deny denies denied denying dispute disputes disputed reject rejects rejected refute refutes refuted',
);
/** Before the one who might have said it. */
const open = set('whether if unless neither nor not');
/** Between a verb and a colon: what follows is told instead of an answer ("would not say more: “…”"). */
const unanswered = set('more much anything nothing whether if why how what who whom when where which');

/** What says of a whole sentence that its words are not, or not surely, those of the one it names. */
const falseReport =
	/\b(?:falsely|wrongly|mistakenly|incorrectly|inaccurately|erroneously|supposedly|allegedly) (?:\S+ ){0,2}(?:quoted|quotes|quoting|credited|cited|attributed|reported|shown|depicted|accused (?:\S+ ){0,3}of (?:having )?(?:said|saying|called|calling|wrote|written|writing|claimed|claiming|used|using))\b|\b(?:misquot(?:ed|es|ing)|misattributed)\b|\b(?:often|widely|commonly|popularly|usually|sometimes) attributed to\b|\b(?:fake|false|forged|invented|fabricated|doctored|made-up|bogus|spurious|apocryphal) (?:\S+ )?(?:quote|quotation|post|tweet|poster|letter|statement|leaflet|message|interview|screenshot|image|video|headline|email|remark)s?\b|\b(?:never|not|n't|\S+n't) (?:use|used|utter|uttered|say|said|speak|spoke|write|wrote) (?:the|those|these|such) (?:exact )?(?:word|term|phrase|sentence|line)s?\b/u;
/** What stands before "that" and a clause that is not so, or not known. */
const falseClaim =
	/\b(?:(?:not|n't|never|\S+n't) (?:true|clear|certain|proven|proved|known)|untrue|false|unclear|doubtful|(?:a|an outright) (?:lie|myth|hoax)|(?:no|without|little) (?:evidence|proof|record|recording|sign)|den(?:y|ies|ied|ying)|doubt(?:s|ed)?|disput(?:e|es|ed)|reject(?:s|ed)?|refut(?:e|es|ed))(?: \S+){0,3}$/u;
/** Before somebody who was not heard: "nobody heard Venn say". */
const unheard =
	/\b(?:nobody|no one|never|not|\S+n't|none)(?: \S+){0,3} (?:heard?|hearing|saw|seen|read|recalls?|remembers?)$/u;

/** Words of a sentence that are looked at on either side. */
const REACH = 30;
const STEPS = 7;

/**
 * Whether the article says that the words in the marks were not, or not surely, said by the one it names beside them:
 * "Venn never said that it was “…”", "denied having called it “…”", "is falsely quoted as saying: “…”", "as Venn may
 * have said, “…”". `mention` is the source that was found for the span.
 */
export function isDenied(
	parsed: ParsedParagraph,
	place: Pick<Place, 'first' | 'after' | 'leadAt' | 'startSentence' | 'endSentence'>,
	mention: Mention | null,
): boolean {
	const here = mention?.paragraph === parsed.paragraph.index ? mention : null;
	const isBehind = here !== null && here.first > place.first;
	if (
		falseReport.test(
			isBehind ? textBehind(parsed, place) : textBefore(parsed, place.first, place.startSentence),
		)
	)
		return true;
	if (here && isBehind) {
		// "Said neither Venn nor Orrin".
		const isNeither = parsed.paragraph.tokens[here.cueAt + 1]?.lower === 'neither';
		return here.cueAt >= 0 && (isNeither || isVerbDenied(parsed, here.cueAt, here));
	}
	const { leadAt, first } = place;
	// "The rule" is no verb, though "rule" may be one.
	const isLead =
		'SV'.includes(parsed.classes[leadAt] ?? '.') && !'DO'.includes(parsed.classes[leadAt - 1] ?? '.');
	const cueAt = here && here.cueAt >= 0 && here.cueAt < first ? here.cueAt : -1;
	for (const verb of new Set(isLead && leadAt > cueAt ? [leadAt] : [leadAt, cueAt])) {
		if (verb < 0 || isAnsweredOtherwise(parsed, verb, first)) continue;
		if (isVerbDenied(parsed, verb, here)) return true;
	}
	return deniesClause(parsed, first);
}

/** "Venn would not say more: “…”": the words behind the colon are hers all the same. */
function isAnsweredOtherwise(
	{ paragraph: { tokens } }: ParsedParagraph,
	verb: number,
	first: number,
): boolean {
	if (tokens[first - 1]?.text !== ':') return false;
	return tokens.slice(verb + 1, first).some(({ lower }) => unanswered.has(lower));
}

/** "Denied that the wall was “…”", "rejected claims that it was “…”": with a verb of its own, and nothing in between. */
function deniesClause({ paragraph: { tokens, sentence }, classes }: ParsedParagraph, first: number): boolean {
	let hasClause = false;
	for (let at = first - 1; at >= 0 && first - at <= REACH && sentence[at] === sentence[first]; at--) {
		const { lower = '', text = '' } = tokens[at] ?? {};
		if (hasClause && denying.has(lower)) return true;
		const kind = classes[at] ?? '.';
		if (lower === 'as' || lower === 'and' || lower === 'but' || 'S,:;-'.includes(kind) || text === '–')
			return false;
		if (kind === 'B' || kind === 'T') hasClause = true;
	}
	return false;
}

function isVerbDenied(parsed: ParsedParagraph, verb: number, source: Mention | null): boolean {
	const { tokens, sentence } = parsed.paragraph;
	const lower = tokens[verb]?.lower ?? '';
	if (!saying.has(cueVerbs.get(lower) ?? (lower === 'used' ? 'use' : lower === 'uttered' ? 'utter' : lower)))
		return false;
	const passed: string[] = [];
	let at = verb - 1;
	for (; at >= 0 && verb - at <= STEPS && sentence[at] === sentence[verb]; at--) {
		const word = tokens[at]?.lower ?? '';
		const kind = parsed.classes[at] ?? '.';
		// "Scolded the members for not saying “…”": the words are those of the one who scolds.
		if (negating.has(word) || word.endsWith("n't"))
			return !limiting.has(tokens[at + 1]?.lower ?? '') && tokens[at - 1]?.lower !== 'for';
		if (doubting.has(word)) return true;
		if (possibly.has(word) && tokens[at]?.capital === false) return true;
		if (word === 'would' && passed.includes('have')) return true;
		if (!auxiliary.has(word) && kind !== 'A' && kind !== 'B') break;
		passed.push(word);
	}
	const word = tokens[at]?.lower ?? '';
	if (refusing.has(word)) return true;
	if ((word === 'of' || word === 'from') && instead.has(tokens[at - 1]?.lower ?? '')) return true;
	if (word === 'than' && tokens[at - 1]?.lower === 'rather') return true;
	if (rumoured.has(word) && passed.includes('have') && parsed.classes[at - 1] === 'B') return true;
	return source !== null && source.first < verb && isSubjectDoubted(parsed, source);
}

/** "Neither Venn nor Orrin said", "whether Venn said", "it is not true that Venn said", "denied she had said". */
function isSubjectDoubted(parsed: ParsedParagraph, { name, first, sentence }: Mention): boolean {
	const { tokens } = parsed.paragraph;
	let at = (name?.titleFirst ?? first) - 1;
	if (parsed.classes[at] === 'D') at--;
	if (at < 0 || parsed.paragraph.sentence[at] !== sentence) return false;
	const word = tokens[at]?.lower ?? '';
	const before = tokens[at - 1]?.lower ?? '';
	if (open.has(word) || denying.has(word) || isOtherThanWho(parsed, first)) return true;
	if (parsed.classes[at] === 'B' && (before === 'nor' || before === 'never' || before === 'neither'))
		return true;
	const text = textBefore(parsed, word === 'that' ? at : at + 1, sentence);
	return word === 'that' ? falseClaim.test(text) : unheard.test(text);
}

/** "It was Orrin, not Venn, who said". */
function isOtherThanWho({ paragraph: { tokens } }: ParsedParagraph, first: number): boolean {
	if (tokens[first]?.lower !== 'who' || tokens[first - 1]?.text !== ',') return false;
	let at = first - 2;
	while (first - at <= STEPS && tokens[at]?.capital) at--;
	return at < first - 2 && tokens[at]?.lower === 'not';
}

/** The words of a sentence before a token, in lower case. */
function textBefore({ paragraph: { tokens, sentence } }: ParsedParagraph, end: number, own: number): string {
	let from = end;
	while (from > 0 && end - from < REACH && sentence[from - 1] === own) from--;
	return textOf(tokens.slice(from, end));
}

function textBehind(
	{ paragraph: { tokens, sentence } }: ParsedParagraph,
	{ after, endSentence }: Pick<Place, 'after' | 'endSentence'>,
): string {
	let end = after;
	while (end < tokens.length && end - after < REACH && sentence[end] === endSentence) end++;
	return textOf(tokens.slice(after, end));
}

const textOf = (tokens: readonly { lower: string }[]): string => tokens.map(({ lower }) => lower).join(' ');
