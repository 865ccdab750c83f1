import type { Mention, TokenClass } from '../mentions.ts';
import type { Name } from '../names.ts';
import type { Paragraph } from '../page.ts';
import type { Person } from '../person.ts';
import { linkAppositions } from './appositions.ts';
import { attachedCue, possessives } from './attachment.ts';
import { pronouns } from './lexicon/words.ts';
import { nominalEnd, phraseEnd } from './phrase-ends.ts';
import { syntacticRoleOf } from './syntactic-role.ts';
import { detachLed, detachWithinAppositions, giveToHeads } from './verb-owners.ts';

const subjects = new Set(['he', 'she', 'they', 'i', 'we', 'it', 'who']);
/** A pronoun without the auxiliary that is written as one word with it: "he" of "he'd". */
const bare = (lower: string): string =>
	lower.includes("'") ? lower.replace(/'(?:d|ll|ve|m|re)$/u, '') : lower;

/** The mentions of a paragraph, in order. Linear: each looks a bounded number of tokens around. */
export function mentionsOf(
	paragraph: Paragraph,
	classes: readonly TokenClass[],
	names: readonly Name[],
	personOf: (name: Name) => Person | null,
): Mention[] {
	const found: Mention[] = [];
	const { tokens } = paragraph;
	let next = 0;
	let at = 0;
	while (at < tokens.length) {
		if (classes[at] === 'Q') {
			at++;
			continue;
		}
		while (next < names.length && (names[next]?.first ?? 0) < at) next++;
		const name = names[next];
		if (name && name.first === at && name.inside < 0) {
			const end = phraseEnd(paragraph, classes, name, names[next + 1]);
			if (end === name.after)
				found.push(mention(paragraph, classes, name.first, end, 'name', name, personOf(name)));
			else if (end > 0) found.push(mention(paragraph, classes, name.titleFirst, end, 'nominal', null, null));
			at = Math.max(end, name.after);
			continue;
		}
		const lower = tokens[at]?.lower ?? '';
		if (subjects.has(bare(lower))) {
			found.push(mention(paragraph, classes, at, at + 1, 'pronoun', null, null));
			at++;
			continue;
		}
		if (possessives.has(lower)) found.push(mention(paragraph, classes, at, at + 1, 'pronoun', null, null));
		const end = nominalEnd(paragraph, classes, at, names[next]);
		if (end > at) {
			found.push(mention(paragraph, classes, at, end, 'nominal', null, null));
			at = end;
			continue;
		}
		at++;
	}
	detachLed(found, paragraph.tokens, classes);
	giveToHeads(found, paragraph.tokens, classes);
	linkAppositions(found, classes);
	detachWithinAppositions(found);
	let sentence = -1;
	let rank = 0;
	let spans = 0;
	for (const one of found) {
		while (spans < paragraph.bounds.length && (paragraph.bounds[spans]?.first ?? 0) < one.first) spans++;
		one.spansBefore = spans;
		rank = one.sentence === sentence ? rank + 1 : 0;
		sentence = one.sentence;
		one.rank = rank;
	}
	return found;
}

function mention(
	paragraph: Paragraph,
	classes: readonly TokenClass[],
	first: number,
	after: number,
	kind: Mention['kind'],
	name: Name | null,
	person: Person | null,
): Mention {
	const { tokens, sentence } = paragraph;
	const attached = attachedCue(paragraph, classes, name?.titleFirst ?? first, after);
	const last = tokens[after - 1]?.lower ?? '';
	const head = kind === 'pronoun' ? bare(last) : last;
	const shown = pronouns.get(head);
	return {
		paragraph: paragraph.index,
		first,
		after,
		kind,
		person,
		name,
		head,
		gender: kind === 'pronoun' && (shown === 'm' || shown === 'f') ? shown : null,
		owns: kind === 'pronoun' && possessives.has(head),
		syntacticRole: syntacticRoleOf(tokens, classes, name?.titleFirst ?? first, after),
		sentence: sentence[first] ?? 0,
		...attached,
		key: `${attached.side}:${attached.cue ?? '-'}`,
		rank: 0,
		spansBefore: 0,
	};
}
