import type { TokenClass } from '../mentions.ts';
import type { Name } from '../names.ts';
import type { Paragraph } from '../page.ts';
import type { Token } from '../tokens.ts';
import { cueVerbs } from './lexicon/cues.ts';

const inNominal = 'xHN0A';
const LONGEST = 9;

/**
 * Where the phrase ends that a name is a part of: "Orrin" alone at the name's own end, "the Orrin campaign" at
 * the noun's; 0 where the name only leads up to the next one ("Orrin spokesman Ada Venn").
 */
export function phraseEnd(
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
export function nominalEnd(
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
		else if (isNoun(tokens, classes, end)) end++;
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

/**
 * A word that may be a verb of speech, directly after a determiner or before a verb ("the report", "the email said"), or
 * that no singular noun before it can have as its verb ("the big reveal: …").
 */
function isNoun(tokens: readonly Token[], classes: readonly TokenClass[], at: number): boolean {
	if (classes[at] !== 'V') return false;
	const before = classes[at - 1] ?? '';
	const after = classes[at + 1] ?? '';
	if ('DO'.includes(before) || ('SVWB'.includes(after) && 'xHNA0'.includes(before))) return true;
	const { lower = '' } = tokens[at] ?? {};
	return (
		before === 'x' &&
		'DO'.includes(classes[at - 2] ?? '.') &&
		cueVerbs.get(lower) === lower &&
		lower !== 'read' &&
		!plural.test(tokens[at - 1]?.lower ?? '')
	);
}

/** Nouns and adjectives that a verb in the base form may follow: "the young demand". */
const plural =
	/s$|^(?:police|public|poor|rich|young|old|elderly|sick|dead|crew|team|staff|family|press|media|data|many|few|other)$/u;

const standing = new Set(
	'one another both many some others several most few all two three four five six this these'.split(' '),
);
const pronominal = (lower: string): boolean => standing.has(lower);

/** A bare noun only counts directly next to a verb of speech ("police said", "said residents"). */
function isAttached(classes: readonly TokenClass[], at: number): boolean {
	const isVerb = (kind: string | undefined) => kind === 'S' || kind === 'V';
	return isVerb(classes[at + 1]) || isVerb(classes[at - 1]) || isVerb(classes[at + 2]);
}
