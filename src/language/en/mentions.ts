import type { Mention, TokenClass } from '../mentions.ts';
import type { Name } from '../names.ts';
import type { Paragraph } from '../page.ts';
import type { Person } from '../person.ts';
import type { Token } from '../tokens.ts';
import { attachedCue, possessives } from './attachment.ts';
import { cueVerbs } from './lexicon/cues.ts';
import { pronouns } from './lexicon/words.ts';
import { syntacticRoleOf } from './syntactic-role.ts';
import { detachLed, detachWithinAppositions, giveToHeads } from './verb-owners.ts';

const subjects = new Set(['he', 'she', 'they', 'i', 'we', 'it', 'who']);
/** A pronoun without the auxiliary that is written as one word with it: "he" of "he'd". */
const bare = (lower: string): string =>
	lower.includes("'") ? lower.replace(/'(?:d|ll|ve|m|re)$/u, '') : lower;

const inNominal = 'xHN0A';
const LONGEST = 9;

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

/** Gives "who" and the phrases in apposition to a name the person of that name. */
function linkAppositions(mentions: readonly Mention[], classes: readonly TokenClass[]): void {
	for (const [index, mention] of mentions.entries()) {
		const before = mentions[index - 1];
		const after = mentions[index + 1];
		if (mention.kind === 'name') continue;
		const follows =
			before?.kind === 'name' && classes[before.after] === ',' && before.after + 1 === mention.first;
		if (mention.head === 'who' && before?.kind === 'name' && mention.first - before.after < 2)
			mention.person = whoOf(mentions, index, classes);
		if (mention.kind !== 'nominal') continue;
		// "Orrin, the mayor, said" and "the mayor, Orrin, said".
		if (follows && before.person?.kind !== 'body' && !'BSVW'.includes(classes[mention.after] ?? '$'))
			mention.person = before.person;
		else if (
			after?.kind === 'name' &&
			classes[mention.after] === ',' &&
			(after.name?.titleFirst ?? 0) === mention.after + 1 &&
			(',QSV$'.includes(classes[after.after] ?? '$') ||
				(mention.side === 'before' && classes[after.after] === '.'))
		) {
			mention.person = after.person;
		} else if (mention.cue !== null && mention.side !== 'object') {
			// "The host, board member Ada Venn, said": the last name before the second comma.
			const named = mentions
				.slice(index + 1, index + REACH)
				.find(
					(one) =>
						one.kind === 'name' &&
						one.cueAt === mention.cueAt &&
						one.first < one.cueAt &&
						(isPosted(mention, one, classes) ||
							(classes[one.after] === ',' &&
								classes[(one.name?.titleFirst ?? one.first) - 1] !== 'I' &&
								classes.slice(mention.after, one.first).includes(','))),
				);
			if (named) mention.person = named.person;
		}
	}
}

/** "Norway's envoy to Peru Ada Venn has said": the name follows the place that the office is for. */
const isPosted = (office: Mention, { name, first }: Mention, classes: readonly TokenClass[]): boolean =>
	name?.titleFirst === office.after + 1 && name.titleFirst < first && classes[office.after] === 'I';

/**
 * Whom "who" means behind a name: its person; behind a body the person who is in it ("Venn, an expert at Halden
 * University who …"), named before with a comma.
 */
function whoOf(mentions: readonly Mention[], index: number, classes: readonly TokenClass[]): Person | null {
	const own = mentions[index - 1];
	if (!own?.person || !'IDO'.includes(classes[(own.name?.titleFirst ?? own.first) - 1] ?? '.'))
		return own?.person ?? null;
	const head = mentions
		.slice(Math.max(0, index - REACH), index - 1)
		.findLast(
			({ kind, person, sentence, after }) =>
				kind === 'name' && person?.kind === 'person' && sentence === own.sentence && classes[after] === ',',
		);
	return own.person.kind === 'person' ? own.person : (head?.person ?? null);
}

const REACH = 6;

/**
 * Where the phrase ends that a name is a part of: "Orrin" alone at the name's own end, "the Orrin campaign" at
 * the noun's; 0 where the name only leads up to the next one ("Orrin spokesman Ada Venn").
 */
function phraseEnd(
	{ tokens }: Paragraph,
	classes: readonly TokenClass[],
	name: Name,
	next: Name | undefined,
): number {
	const nextName = next?.first ?? tokens.length;
	const { after } = name;
	// "Board of Trade President Ada Venn".
	if (next?.titleFirst === after && name.kind !== 'person') return 0;
	const isGroup = classes[after] === 'H' || groups.has(tokens[after]?.lower ?? '');
	if (!isGroup && !isNounBeforeVerb(tokens, classes, after)) return after;
	let end = after + 1;
	while (end < tokens.length && end - after < LONGEST && end < nextName && 'xH'.includes(classes[end] ?? '.'))
		end++;
	return end === nextName || end === next?.titleFirst ? 0 : end;
}

/** "The Orrin report found": a verb of speech in its base form, with a verb behind it, is a noun. */
function isNounBeforeVerb(tokens: readonly Token[], classes: readonly TokenClass[], at: number): boolean {
	const { lower = '' } = tokens[at] ?? {};
	return classes[at] === 'V' && cueVerbs.get(lower) === lower && 'SVWB'.includes(classes[at + 1] ?? '.');
}

const groups = new Set(
	(
		'campaign volunteer volunteers supporters supporter aides aide administration camp team staff staffers family office allies ally ' +
		'voters voter delegates delegate fans backers surrogates surrogate adviser advisers advisor advisors officials ' +
		'official spokesman spokeswoman spokesperson representative representatives lawyers lawyer attorney rally ad ' +
		'post study poll survey tweet organization foundation group committee staffer operatives operative strategist manager people donors'
	).split(' '),
);

/** Where a noun phrase that starts at `at` ends, or `at` where none does. */
function nominalEnd(
	{ tokens }: Paragraph,
	classes: readonly TokenClass[],
	at: number,
	next: Name | undefined,
): number {
	const nextName = next?.first ?? tokens.length;
	const start = classes[at] ?? '';
	if (start === 'O' && classes[at - 1] === 'P') return at;
	const opens =
		start === 'D' ||
		start === 'H' ||
		start === 'O' ||
		(start === 'x' && isAttached(classes, at)) ||
		start === 'N';
	if (!opens) return at;
	let end = at + 1;
	while (end < tokens.length && end - at < LONGEST && end < nextName) {
		const kind = classes[end] ?? '';
		// "one of the aides": the phrase continues; a past participle between determiner and noun does too.
		if (inNominal.includes(kind)) end++;
		else if (isNoun(classes, end)) end++;
		else if (kind === 'W' && inNominal.includes(classes[end + 1] ?? '') && end > at && end + 1 < nextName)
			end++;
		else break;
	}
	while (end > at + 1 && classes[end - 1] === 'A') end--;
	if (end === at + 1 && 'DO'.includes(start)) return pronominal(tokens[at]?.lower ?? '') ? end : at;
	// The noun phrase leads up to a name: "the economist Ada Orrin" is the name's title.
	const nextTitle = next?.titleFirst ?? tokens.length;
	if (leadsToName(tokens, classes, end, nextName, nextTitle)) return at;
	// "the mayor's chief of staff".
	if (tokens[end]?.lower !== 'of' || classes[end + 1] !== 'x') return end;
	return classes[end + 2] === 'x' && classes[end + 3] !== 'x' ? end + 3 : end + 2;
}

/** "the economist Ada Orrin", "former secretary of state Ada Orrin": the phrase is the title of the name. */
function leadsToName(
	tokens: readonly Token[],
	classes: readonly TokenClass[],
	end: number,
	nextName: number,
	nextTitle: number,
): boolean {
	if (end === nextName) return true;
	// "former governor and party chairman Ada Orrin".
	if (tokens[end]?.lower === 'and' && nextTitle === end + 1) return true;
	if (tokens[end]?.lower !== 'of' || nextName - end > 4) return false;
	for (let at = end + 1; at < nextName; at++) if (!'xHN'.includes(classes[at] ?? '.')) return false;
	return true;
}

/** A word that may be a verb of speech, directly after a determiner or before a verb: "the report", "the email said". */
function isNoun(classes: readonly TokenClass[], at: number): boolean {
	if (classes[at] !== 'V') return false;
	const before = classes[at - 1] ?? '';
	const after = classes[at + 1] ?? '';
	return 'DO'.includes(before) || ('SVWB'.includes(after) && 'xHNA0'.includes(before));
}

const standing = new Set(
	'one another both many some others several most few all two three four five six this these'.split(' '),
);
const pronominal = (lower: string): boolean => standing.has(lower);

/** A bare noun only counts directly next to a verb of speech ("police said", "said residents"). */
function isAttached(classes: readonly TokenClass[], at: number): boolean {
	const isVerb = (kind: string | undefined) => kind === 'S' || kind === 'V';
	return isVerb(classes[at + 1]) || isVerb(classes[at - 1]) || isVerb(classes[at + 2]);
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
