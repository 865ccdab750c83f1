import type { Mention, ParsedParagraph } from '../mentions.ts';
import type { Doubted } from './doubt.ts';
import { firstAfter } from './first-after.ts';

/** The text before the colon is short: a caption or a heading. */
const LONGEST = 16;

/**
 * Who speaks in a caption or under a heading: “Ada Venn on the quay: ‘We sail again.’” – a name at the start of the
 * sentence, no other mention and no verb of speech, and a colon right before the marks. Null where that is not
 * the case.
 */
export function captionOf(parsedParagraphs: readonly ParsedParagraph[], { place }: Doubted): Mention | null {
	const parsed = parsedParagraphs[place.paragraph];
	if (!parsed || place.before !== ':') return null;
	const { sentence } = parsed.paragraph;
	const until = firstAfter(parsed.mentions, place.first);
	const before = parsed.mentions
		.slice(Math.max(0, until - LONGEST), until)
		.filter((one) => one.sentence === place.startSentence);
	const [first, second] = before;
	if (first?.kind !== 'name' || first.cue) return null;
	const opens = first.name?.titleFirst ?? first.first;
	const isFirst = opens === 0 || sentence[opens - 1] !== place.startSentence;
	const isPerson = first.person?.kind === 'person' || (first.person?.words.length ?? 0) > 1;
	// A noun in apposition to the name is the same person: "Ada Venn, the mayor, on the quay: …".
	const others = before
		.slice(1)
		.filter(
			(one) =>
				one.person !== first.person && one.kind !== 'nominal' && !isOffice(parsed, first, one, place.first),
		);
	if (!isFirst || !isPerson || others.length > 0 || second?.cue) return null;
	return place.first - opens <= LONGEST ? first : null;
}

/** "Ada Venn, Harbour Master: …": everything between the comma and the colon is one run of capitals. */
const isOffice = ({ classes }: ParsedParagraph, name: Mention, one: Mention, marks: number): boolean =>
	classes[name.after] === ',' &&
	(one.name?.titleFirst ?? one.first) === name.after + 1 &&
	one.after === marks - 1;
