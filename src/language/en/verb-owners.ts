import type { Mention, TokenClass } from '../mentions.ts';
import type { Token } from '../tokens.ts';
import { places } from './lexicon/lists.ts';

/** Mentions before a name that are looked at, and words of a phrase. */
const REACH = 6;
const LONGEST = 9;

/** In "Ada Venn, director of the Halden Bank, said" the verb is Venn's and not the bank's. */
export function detachWithinAppositions(mentions: readonly Mention[]): void {
	for (const [index, { side, cueAt, person }] of mentions.entries()) {
		if (side !== 'apposition') continue;
		for (let at = index + 1; at < mentions.length && (mentions[at]?.after ?? 0) <= cueAt; at++) {
			const inner = mentions[at];
			// "The host, board member Ada Venn, said": the name is the host's.
			if (inner?.cueAt !== cueAt || (inner.kind === 'name' && inner.person === person)) continue;
			withoutCue(inner);
		}
	}
}

/** "Rather than the plan, which is old, asks editor Ada Venn, “…”": what a preposition leads is no subject of a verb that has one behind it. */
export function detachLed(
	mentions: readonly Mention[],
	tokens: readonly Token[],
	classes: readonly TokenClass[],
): void {
	for (const [index, { side, cueAt, first, name }] of mentions.entries()) {
		if (side !== 'apposition') continue;
		let before = (name?.titleFirst ?? first) - 1;
		while ('DO'.includes(classes[before] ?? '.')) before--;
		if (classes[before] !== 'I' && tokens[before]?.lower !== 'than') continue;
		const hasOther = mentions
			.slice(index + 1, index + 1 + REACH)
			.some((other) => other.side === 'before' && other.cueAt === cueAt);
		const one = mentions[index];
		if (hasOther && one) withoutCue(one);
	}
}

/** Words between the noun of a long subject and a name in it. */
const WITHIN = 12;

/**
 * In "The society's letter to Orrin, the mayor, said" and "The authors of the study in the Halden Review argued" the
 * verb is that of the noun that opens the clause, not that of the name behind a preposition.
 */
export function giveToHeads(
	mentions: readonly Mention[],
	tokens: readonly Token[],
	classes: readonly TokenClass[],
): void {
	for (const [index, inner] of mentions.entries()) {
		const { kind, side, cue, cueAt, sentence } = inner;
		if (kind !== 'name' || cue === null || (side !== 'after' && side !== 'apposition')) continue;
		const opens = inner.name?.titleFirst ?? inner.first;
		// "Norway's envoy to Peru Ada Venn said": Peru belongs to the office, and the name follows.
		if (opens < inner.first && classes[opens - 1] === 'I' && places.has(tokens[opens]?.lower ?? '')) continue;
		for (const head of mentions.slice(Math.max(0, index - REACH), index)) {
			if (head.sentence !== sentence || head.kind !== 'nominal' || opens - head.after > WITHIN) continue;
			if (!isPhrase(classes, head.after, opens)) continue;
			if (!opensClause(tokens, classes, head.first)) continue;
			// "The head of the council Ada Venn said": she may well be the head.
			if (!'ID'.includes(classes[opens - 1] ?? '.') && !classes.slice(head.after, opens).includes('W'))
				continue;
			if (head.cueAt < 0) {
				const { syntacticRole } = inner;
				Object.assign(head, { cue, cueAt, syntacticRole, side: 'apposition', key: `apposition:${cue}` });
			}
			if (head.cueAt === cueAt) withoutCue(inner);
			break;
		}
	}
}

function withoutCue(mention: Mention): void {
	mention.cue = null;
	mention.cueAt = -1;
	mention.side = 'none';
	mention.key = 'none:-';
	mention.syntacticRole = 'other';
}

/** Whether a noun is continued by prepositions and participles alone up to a name. */
function isPhrase(classes: readonly TokenClass[], from: number, to: number): boolean {
	const between = classes.slice(from, to);
	return (
		'IW'.includes(between[0] ?? '.') &&
		between.includes('I') &&
		between.every((kind) => 'DxHN0OIAW'.includes(kind))
	);
}

const conjunctions = new Set('after before since until while when'.split(' '));

/** Whether a phrase is the first of its clause, but for its owner: "The society's letter". */
function opensClause(tokens: readonly Token[], classes: readonly TokenClass[], first: number): boolean {
	let at = first;
	while (at > 0 && first - at < LONGEST && 'ODxHN0'.includes(classes[at - 1] ?? '.')) at--;
	return '^.,:;QCT-'.includes(classes[at - 1] ?? '^') && !conjunctions.has(tokens[at - 1]?.lower ?? '');
}
