import type { Side, TokenClass } from '../mentions.ts';
import type { Paragraph } from '../page.ts';
import { cueVerbs, speechNouns } from './lexicon/cues.ts';
import { isWeekday } from './lexicon/weekdays.ts';

export const possessives = new Set(['his', 'her', 'their', 'its']);

const skipped = 'AB';
const APPOSITION = 36;

/** The verb or noun of speech next to the tokens from `first` to `after`, its place, and on which side. */
export function attachedCue(
	paragraph: Paragraph,
	classes: readonly TokenClass[],
	first: number,
	after: number,
) {
	const { tokens } = paragraph;
	const cueAt = (at: number, side: Side) => ({
		cue: cueVerbs.get(tokens[at]?.lower ?? '') ?? tokens[at]?.lower ?? null,
		cueAt: at,
		side,
	});
	const isVerb = (at: number) => classes[at] === 'S' || classes[at] === 'V';
	let at = after;
	// "his" alone tells whose the noun is; in "his lawyer said" the noun has the verb.
	if (classes[at] === 'O' || (after - first === 1 && possessives.has(tokens[first]?.lower ?? ''))) {
		const noun = tokens[classes[at] === 'O' ? at + 1 : at];
		const speech = noun && speechNouns.has(noun.lower);
		return {
			cue: speech ? noun.lower : null,
			cueAt: speech ? at + 1 : -1,
			side: speech ? ('possessive' as const) : ('none' as const),
		};
	}
	for (
		let step = 0;
		step < 4 && (skipped.includes(classes[at] ?? '.') || isWeekday(tokens[at]?.lower ?? ''));
		step++
	)
		at++;
	if (isVerb(at)) return cueAt(at, 'after');
	const beyond = afterApposition(classes, after);
	if (beyond > 0 && isVerb(beyond)) return cueAt(beyond, 'apposition');
	// "Orrin's chief of staff, Ada Venn, said".
	if (classes[after] === ',' && isSpeech(classes, after + 1) && followsComma(classes, first))
		return cueAt(pastAuxiliaries(classes, after + 1), 'apposition');
	let before = first - 1;
	for (let step = 0; step < 9 && leadsUp(classes, before) && !isVerb(before); step++) before--;
	if (isVerb(before) && (before === first - 1 || classes[before] === 'S'))
		return cueAt(before, opensClause(classes, before) ? 'before' : 'object');
	if (tokens[before]?.lower === 'to' && tokens[before - 1]?.lower === 'according')
		return cueAt(before - 1, 'according');
	return { cue: null, cueAt: -1, side: 'none' as const };
}

/** Whether a comma opens the phrase that leads up to a token: ", board member Ada Venn,". */
function followsComma(classes: readonly TokenClass[], first: number): boolean {
	let at = first - 1;
	while (first - at < LEAD && 'DxHN0A'.includes(classes[at] ?? '.')) at--;
	return classes[at] === ',';
}

const LEAD = 8;

/** Whether a token may be in the phrase that leads up to a name: "said Orrin's top aide and lawyer Ada Venn". */
const leadsUp = (classes: readonly TokenClass[], at: number): boolean =>
	'DxHNA0O'.includes(classes[at] ?? '.') ||
	(classes[at] === 'C' && 'NH'.includes(classes[at - 1] ?? '.') && 'NHDx'.includes(classes[at + 1] ?? '.'));

/** Whether nothing before a verb of speech can be its subject, as in "…," said Orrin. */
function opensClause(classes: readonly TokenClass[], verb: number): boolean {
	let at = verb - 1;
	while (classes[at] === 'A') at--;
	return at < 0 || 'Q,-.:;^'.includes(classes[at] ?? '^');
}

/** The token after phrases between commas or brackets behind a name, auxiliaries left out; or -1. */
function afterApposition(classes: readonly TokenClass[], after: number): number {
	const limit = Math.min(classes.length, after + APPOSITION);
	let at = after;
	if (classes[at] === '(') {
		while (at < limit && classes[at] !== ')') at++;
		at++;
		if (isSpeech(classes, at)) return pastAuxiliaries(classes, at);
		// "Orrin (Independent), wrote": the comma that closes what the bracket stands in.
		if (classes[at] === ',' && isSpeech(classes, at + 1)) return pastAuxiliaries(classes, at + 1);
	}
	// "Orrin of Halden said", "the leader of the council said".
	if ('IR'.includes(classes[at] ?? '.')) {
		while (at < limit && 'DxHN0OIRA'.includes(classes[at] ?? '.')) at++;
		if (isSpeech(classes, at)) return pastAuxiliaries(classes, at);
	}
	// "Orrin, 45, of Halden, said".
	const comma = classes[at];
	if (comma !== ',' && comma !== '-') return -1;
	let isRelative = false;
	for (at++; at < limit && !'.;:?!'.includes(classes[at] ?? '.'); at++) {
		if (classes[at] === comma && isSpeech(classes, at + 1)) return pastAuxiliaries(classes, at + 1);
		// "Orrin, a diver who was there said: …": the second comma is left out.
		if (classes[at] === 'R') isRelative = true;
		if (isRelative && classes[at] === 'S' && classes[at + 1] === ':') return at;
	}
	return -1;
}

function pastAuxiliaries(classes: readonly TokenClass[], at: number): number {
	let from = at;
	while (from < classes.length && skipped.includes(classes[from] ?? '.')) from++;
	return from;
}

function isSpeech(classes: readonly TokenClass[], at: number): boolean {
	const from = pastAuxiliaries(classes, at);
	return classes[from] === 'S' || classes[from] === 'V';
}
