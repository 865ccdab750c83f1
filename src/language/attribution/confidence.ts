import type { Mention } from '../mentions.ts';
import type { ParsedArticle } from '../parsed-article.ts';
import type { Person } from '../person.ts';
import { antecedentFeatures } from './antecedents.ts';
import type { Attribution } from './attribution.ts';
import { doubtFeatures } from './doubt.ts';
import { standingFeatures, standingOf } from './standing.ts';

/** What the features say of the source, of the person and of the article's other quotations. */
const own = [
	'outcome quotation',
	'chance',
	'rival chance',
	'rival speaks',
	'person chance',
	'second chance',
	'rivals',
	'is lead-in',
	'is head',
	'is described',
	'is name',
	'is pronoun',
	'is nominal',
	'has person',
	'side after',
	'side before',
	'side apposition',
	'side object',
	'side according',
	'side possessive',
	'side none',
	'plain cue',
	'subject',
	'owner',
	'object',
	'owns',
	'rank',
	...standingFeatures,
	'named inside',
	'person kind known',
	'person body',
	'person place',
	'person gender',
	'person gender shown',
	'person words',
	'person speaks',
	'person titled',
	'person names',
	'person starts',
	'person in headline',
	'person paragraphs since first',
	'person named before',
	'person quotations',
	'person share',
	'same as before',
	'same as next',
	'paragraphs to before',
	'paragraphs to next',
	'speakers',
	'quotations',
	'paragraphs in all',
	'has own source elsewhere',
] as const;

/** The features that show how far a name can be trusted, in the order of `confidenceRows`. */
export const confidenceFeatures: readonly string[] = [
	...own,
	...doubtFeatures.map((name) => `marks: ${name}`),
	...antecedentFeatures.map((name) => `pronoun: ${name}`),
];

const FAR = 30;
/** A feature that does not apply. */
const NONE = -1;
const flag = (is: boolean): number => (is ? 1 : 0);
const odds = (chance: number): number => Math.log((chance + 1e-4) / (1 - chance + 1e-4));

const sides = ['after', 'before', 'apposition', 'object', 'according', 'possessive', 'none'] as const;

/**
 * The features of every attribution of an article that has a name or a noun phrase to show; null for the others.
 * `found` are all of the article, in reading order. Linear.
 */
export function confidenceRows(
	parsedArticle: ParsedArticle,
	found: readonly Attribution[],
): (Float64Array | null)[] {
	const said = new Map<Person, number>();
	for (const { person } of found) if (person) said.set(person, (said.get(person) ?? 0) + 1);
	return found.map((one, index) => {
		const { mention, person } = one;
		if (!mention || (!person && mention.kind !== 'nominal')) return null;
		const row = new Float64Array(confidenceFeatures.length);
		row.set([
			...ofSource(parsedArticle, one, mention),
			...standingOf(parsedArticle, one, mention),
			...ofPerson(one),
			...ofOthers(parsedArticle, found, index, said),
		]);
		row.set(one.doubtRow ?? new Float64Array(doubtFeatures.length).fill(NONE), own.length);
		row.set(
			one.antecedentRow ?? new Float64Array(antecedentFeatures.length).fill(NONE),
			own.length + doubtFeatures.length,
		);
		return row;
	});
}

function ofSource({ words }: ParsedArticle, one: Attribution, mention: Mention): number[] {
	return [
		odds(one.quotation),
		odds(one.sourceChance),
		odds(one.rivalChance),
		flag(one.rivalSpeaks),
		one.antecedentRow ? odds(one.personChance) : 9,
		one.antecedentRow ? odds(one.secondChance) : -9,
		Math.min(one.rivals, 10),
		flag(one.link === 'lead-in'),
		flag(one.link === 'head'),
		flag(one.link === 'described'),
		flag(mention.kind === 'name'),
		flag(mention.gender !== null),
		flag(mention.kind === 'nominal'),
		flag(one.person !== null),
		...sides.map((side) => flag(mention.side === side)),
		flag(mention.cue !== null && words.plainCues.has(mention.cue)),
		flag(mention.syntacticRole === 'subject'),
		flag(mention.syntacticRole === 'owner'),
		flag(mention.syntacticRole === 'object'),
		flag(mention.owns),
		Math.min(mention.rank, 6),
	];
}

const MOST = 40;

function ofPerson({ person, place }: Attribution): number[] {
	if (!person) return [NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE];
	const names = person.names.slice(0, MOST);
	return [
		flag(place.named.has(person)),
		flag(person.kind === 'person'),
		flag(person.kind === 'body'),
		flag(person.kind === 'place'),
		flag(person.gender !== null),
		flag(person.genderShown),
		Math.min(person.words.length, 5),
		flag(person.speaks),
		flag(names.some(({ titled }) => titled)),
		Math.min(person.names.length, 12),
		names.filter(({ starts }) => starts).length / Math.max(1, names.length),
		flag(person.names[0]?.paragraph === 0),
		Math.max(-3, Math.min(FAR, place.paragraph - (person.names[0]?.paragraph ?? 0))),
		flag((person.names[0]?.paragraph ?? FAR) < place.paragraph),
	];
}

function ofOthers(
	{ parsedParagraphs }: ParsedArticle,
	found: readonly Attribution[],
	index: number,
	said: ReadonlyMap<Person, number>,
): number[] {
	const one = found[index];
	const before = found[index - 1];
	const next = found[index + 1];
	const paragraph = one?.place.paragraph ?? 0;
	const count = one?.person ? (said.get(one.person) ?? 0) : 0;
	const same = (other: Attribution | undefined) =>
		other
			? flag(
					other.mention === one?.mention || (other.person !== null && other.person === (one?.person ?? null)),
				)
			: NONE;
	return [
		Math.min(count, 12),
		count / Math.max(1, found.length),
		same(before),
		same(next),
		before ? Math.min(paragraph - before.place.paragraph, 9) : 9,
		next ? Math.min(next.place.paragraph - paragraph, 9) : 9,
		Math.min(said.size, 12),
		Math.min(found.length, FAR),
		Math.min(parsedParagraphs.length, 2 * FAR),
		flag(one?.mention !== null && one?.mention?.side !== 'none' ? false : one?.place.own === 1),
	];
}
