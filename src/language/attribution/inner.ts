import type { Mention, ParsedParagraph } from '../mentions.ts';
import { firstAfter } from './first-after.ts';
import type { Place } from './place.ts';

/** Tokens between the verb of the inner speaker and the marks: "told her on the phone: “…”". */
const REACH = 6;
/** Mentions that are looked at. */
const NEAR = 12;

/**
 * Whose words are in the marks where two people are named around a verb of speech: in "Venn said Orrin told her: “…”" the one
 * whose verb leads up to the marks; in "Venn laughed, telling Orrin: “…”" the one who tells; in "“…,” she said,
 * according to the report" the one whose verb follows the marks. Null where the chosen `mention` is right.
 */
export function innerSource(parsed: ParsedParagraph, place: Place, mention: Mention | null): Mention | null {
	if (mention?.paragraph !== place.paragraph) return null;
	if (mention.cueAt < 0) return creditedBehind(parsed, place, mention);
	if (mention.side === 'object') return teller(parsed, mention);
	return mention.first < place.first ? reported(parsed, place, mention) : accordingTo(parsed, place, mention);
}

function reported({ mentions, classes }: ParsedParagraph, place: Place, outer: Mention): Mention | null {
	if (outer.side !== 'after' || outer.sentence !== place.startSentence) return null;
	const after = firstAfter(mentions, outer.cueAt);
	// "Venn recalled how her father shouted: “…”": the noun has the verb, and not whose it is.
	const inner = mentions[mentions[after]?.owns ? after + 1 : after];
	if (inner?.side !== 'after' || inner.sentence !== outer.sentence || things.has(inner.head)) return null;
	const opens = inner.name?.titleFirst ?? inner.first;
	const isLead = inner.cueAt < place.first && place.first - inner.cueAt <= REACH;
	if (!isLead || opens - outer.cueAt > REACH) return null;
	const isClause = classes.slice(outer.cueAt + 1, opens).every((kind) => 'TRC'.includes(kind));
	const between = classes.slice(inner.cueAt + 1, place.first);
	return isClause && !between.some((kind) => 'SVTRC.;'.includes(kind)) ? inner : null;
}

/** "It" and the like say nothing: "he warns that it’s going to “…”". */
const things = new Set(['it', 'this', 'that', 'these', 'those']);

/** "He left after missing “the targets,” a spokesman said": a verb of speech right behind the comma goes before a subject with none. */
function creditedBehind(
	{ mentions, paragraph }: ParsedParagraph,
	place: Place,
	mention: Mention,
): Mention | null {
	if (place.point !== ',' || mention.first > place.first || mention.sentence !== place.startSentence)
		return null;
	const next = mentions[firstAfter(mentions, place.after)];
	if (!next || !paragraph.words.plainCues.has(next.cue ?? '') || next.sentence !== place.endSentence)
		return null;
	if (next.side !== 'after' && next.side !== 'before') return null;
	return Math.min(next.name?.titleFirst ?? next.first, next.cueAt) - place.reach <= 1 ? next : null;
}

function teller({ mentions, paragraph }: ParsedParagraph, told: Mention): Mention | null {
	if (paragraph.words.addressing?.has(told.cue ?? '') !== true) return null;
	const until = firstAfter(mentions, told.cueAt);
	const before = mentions.slice(Math.max(0, until - NEAR), until);
	return (
		before.findLast(
			({ side, syntacticRole, sentence }) =>
				sentence === told.sentence && (side === 'after' || syntacticRole === 'subject'),
		) ?? null
	);
}

function accordingTo({ mentions }: ParsedParagraph, place: Place, report: Mention): Mention | null {
	if (report.side !== 'according') return null;
	const from = firstAfter(mentions, place.reach);
	const speaker = mentions
		.slice(from, from + NEAR)
		.find(
			({ cueAt, side, sentence }) =>
				(side === 'after' || side === 'before') && cueAt < report.cueAt && sentence === report.sentence,
		);
	return speaker && Math.min(speaker.first, speaker.cueAt) - place.reach <= 1 ? speaker : null;
}
