import type { Paragraph } from '../page.ts';
import type { CuedRules } from './rules.ts';
import type { Source } from './sources.ts';
import { firstWord, isSetOff, type Stretch, stretchBefore, stretchBehind } from './stretch.ts';
import { rightOf, sourceByPreposition, sourcesFrom, sourcesIn, subjectOf } from './subjects.ts';
import { between, cueAfter, cueWithin, dropped, isCue, onlyFillers, turnedSource } from './verbs.ts';

/** Who is said to have spoken, and with which verb. */
export interface Attribution {
	/** Where it is, if not in the quotation's own paragraph. */
	paragraph?: Paragraph;
	source: Source;
	/** The token of the verb, or null where a preposition marks the source ("selon"). */
	cue: number | null;
	/** It is directly after the marks, or directly before a colon. */
	firm: boolean;
	/** The quotation is a part of the sentence that attributes it. */
	fragment: boolean;
}

/** Who said the span with this number, by its own sentence, or null. Linear in the sentence's length. */
export function attributionOf(
	paragraph: Paragraph,
	span: number,
	sources: readonly Source[],
	rules: CuedRules,
): Attribution | null {
	const behind = stretchBehind(paragraph, span);
	const before = stretchBefore(paragraph, span);
	const closing = behind && firstWord(paragraph, behind);
	const isSpoken = isSetOff(paragraph, span);
	const colon = paragraph.tokens[(paragraph.bounds[span]?.first ?? 0) - 1]?.text === ':';
	return (
		(colon && before ? ledBy(paragraph, before, sources, rules, true) : null) ??
		(behind && closing !== null && isSpoken
			? followedBy(paragraph, { from: closing, to: behind.to }, sources, rules)
			: null) ??
		(before ? ledBy(paragraph, before, sources, rules, false) : null) ??
		(behind && before ? within(paragraph, behind, sources, rules) : null)
	);
}

/** “…”, VERB SOURCE; “…”, SOURCE VERB; “…”, selon SOURCE. */
function followedBy(
	paragraph: Paragraph,
	stretch: Stretch,
	sources: readonly Source[],
	rules: CuedRules,
): Attribution | null {
	const { tokens } = paragraph;
	const { from, to } = stretch;
	const firm = { firm: true, fragment: false };
	const led = sourceByPreposition(paragraph, from, to, sources, rules);
	if (led) return { source: led, cue: null, ...firm };
	let at = from;
	for (let steps = 0; at < to && steps < between; at++, steps++) {
		const token = tokens[at];
		if (!token || token.kind === 'mark') break;
		const turned = rules.inverted(token.lower);
		if (turned) {
			const verb = paragraph.words.cueVerbs.has(turned.verb) ? at : cueWithin(paragraph, at + 1, to, 4);
			const gender = rules.pronouns.get(turned.pronoun);
			if (verb === null || gender === undefined) return null;
			const source = turnedSource(at, gender);
			return { source, cue: verb, ...firm };
		}
		if (isCue(paragraph, at)) {
			const source =
				rightOf(paragraph, at, to, sources) ?? (rules.dropsSubject ? dropped(paragraph, at, rules) : null);
			return source ? { source, cue: at, ...firm } : null;
		}
		const [source] = sourcesFrom(sources, at);
		if (source?.first === at && !source.oblique) {
			const cue = cueAfter(paragraph, source.after, to, rules);
			if (cue !== null) return { source, cue, ...firm };
			if (rules.accordingToBehind.has(tokens[source.after]?.lower ?? ''))
				return { source, cue: null, ...firm };
			return null;
		}
		if (!rules.auxiliaries.has(token.lower) && !rules.fillers.has(token.lower)) break;
	}
	return null;
}

/** SOURCE VERB: “…”; VERB SOURCE: “…”; selon SOURCE, “…”; SOURCE VERB que “…”. */
export function ledBy(
	paragraph: Paragraph,
	{ from, to }: Stretch,
	sources: readonly Source[],
	rules: CuedRules,
	colon: boolean,
): Attribution | null {
	const { tokens } = paragraph;
	const here = sourcesIn(sources, from, to);
	const said = { firm: colon, fragment: !colon };
	for (let at = to - 1; at >= from; at--) {
		const turned = rules.inverted(tokens[at]?.lower ?? '');
		if (turned && paragraph.words.cueVerbs.has(turned.verb)) {
			const gender = rules.pronouns.get(turned.pronoun);
			if (gender === undefined) continue;
			return { source: turnedSource(at, gender), cue: at, ...said };
		}
		if (!isCue(paragraph, at)) continue;
		const source = subjectOf(paragraph, at, here, to, rules);
		if (source && isOneOfMany(paragraph, source, at, rules)) continue;
		if (source) return { source, cue: at, ...said };
		// "En una carta escribe: «…»"
		const isAlone = colon && rules.dropsSubject && here.every(({ oblique }) => oblique);
		if (isAlone) return { source: dropped(paragraph, at, rules), cue: at, ...said };
	}
	for (let at = from; at < to; at++) {
		const source = sourceByPreposition(paragraph, at, to, here, rules);
		if (source) return { source, cue: null, firm: false, fragment: !colon };
	}
	if (colon) {
		// "Der Trainer ist zufrieden: “…”": the person that the sentence is about speaks, if there is only one.
		const subject = here.find(({ oblique }) => !oblique);
		const starts = subject && isSubjectFirst(paragraph, from, subject);
		const isPerson = subject?.kind === 'description' || subject?.name?.proven;
		if (starts && isPerson && subject.after < to - 1)
			return { source: subject, cue: null, firm: false, fragment: false };
	}
	const [label] = here;
	const isLabel = colon && label?.kind === 'name' && label.first === from && label.after === to - 1;
	return isLabel && from === 0 && label.name?.proven
		? { source: label, cue: null, firm: true, fragment: false }
		: null;
}

/** "Venas vino ayer, según los vecinos, que pidieron …": one name alone is no subject of a verb in the plural. */
function isOneOfMany(
	{ tokens }: Paragraph,
	{ kind, first, after }: Source,
	cue: number,
	rules: CuedRules,
): boolean {
	if (kind !== 'name' || !rules.isPlural(tokens[cue]?.lower ?? '')) return false;
	return ![first - 1, after].some((at) => rules.conjunctions.has(tokens[at]?.lower ?? ''));
}

/** Whether a source opens its sentence, perhaps behind a comma's clause. */
function isSubjectFirst({ tokens }: Paragraph, from: number, source: Source): boolean {
	let at = from;
	while (at < source.first && tokens[at]?.kind === 'mark') at++;
	return at === source.first;
}

/** A fragment in the middle of a sentence whose verb comes after it: Die „…“ kritisierte Kern. */
function within(
	paragraph: Paragraph,
	{ from, to }: Stretch,
	sources: readonly Source[],
	rules: CuedRules,
): Attribution | null {
	for (let at = from; at < to; at++) {
		if (!isCue(paragraph, at)) continue;
		const source = rightOf(paragraph, at, to, sources);
		if (source && onlyFillers(paragraph, at + 1, source.first, rules))
			return { source, cue: at, firm: false, fragment: true };
		return null;
	}
	return null;
}

/** The attribution that a stretch opens with, up to its first stop; for speech that dashes set off. */
export function attributionBehind(
	paragraph: Paragraph,
	{ from, to }: Stretch,
	sources: readonly Source[],
	rules: CuedRules,
): Attribution | null {
	let end = from;
	while (end < to && !'.!?'.includes(paragraph.tokens[end]?.text ?? '.')) end++;
	return followedBy(paragraph, { from, to: end }, sources, rules);
}
