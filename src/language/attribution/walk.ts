import type { Mention, ParsedParagraph } from '../mentions.ts';
import type { Gender, Name } from '../names.ts';
import type { ParsedArticle } from '../parsed-article.ts';
import type { Person } from '../person.ts';
import type { Pronoun } from './antecedents.ts';
import type { Attribution } from './attribution.ts';
import { leaderOf, notMeant } from './sentence-clues.ts';
import { noTraces, possible, type Trace, type Traces, trace, traceQuoted } from './traces.ts';

/** A pronoun that shows a gender. */
export type Gendered = Mention & { gender: Gender };

export type Choose = (
	pronoun: Pronoun,
	people: readonly Trace[],
	traces: Traces,
) => { person: Person | null; chance: number; second?: number; row?: Float64Array | null };

/**
 * Goes through all mentions in reading order and lets `choose` decide who each "he" and "she" means. Ends early where
 * `isDone` says so.
 */
export function walk(
	{ parsedParagraphs, people, described }: ParsedArticle,
	attributions: readonly Attribution[],
	choose: Choose,
	isDone: () => boolean = () => false,
): void {
	const sources = bySource(attributions, parsedParagraphs);
	// "Asked about it, the mayor laughed": who is only described is a mention of that person too.
	const personOf = (mention: Mention) =>
		mention.person ?? (mention.kind === 'nominal' ? described(mention) : null);
	const traces = noTraces(new Map(people.all.map((person) => [person, person.names.length])));
	let sentences = 0;
	for (const parsed of parsedParagraphs) {
		const { paragraph, names, mentions } = parsed;
		noteQuoted(names, traces, people.of);
		for (const [index, mention] of mentions.entries()) {
			const attributed = sources.get(mention) ?? [];
			const sentence = sentences + mention.sentence;
			let person = personOf(mention);
			if (isGendered(mention)) {
				const others = new Set(notMeant(parsed, index, mention));
				const candidates = possible(traces, mention.gender).filter(({ person }) => !others.has(person));
				const pronoun: Pronoun = {
					mention,
					sentence,
					isSource: attributed.length > 0,
					quoted: new Set(attributed.flatMap(({ place }) => [...place.named])),
					...later(mentions, index),
					afterNominal: isAfterNominal(mentions, index, personOf),
					afterQuote: paragraph.inside[0] === 0,
					ledBy:
						paragraph.inside[0] === 0 && index === 0
							? leaderOf(parsedParagraphs, paragraph.index, mention.gender)
							: null,
				};
				const chosen = candidates.length > 0 ? choose(pronoun, candidates, traces) : null;
				person = chosen?.person ?? null;
				for (const one of attributed) {
					one.person = person;
					one.personChance = chosen?.chance ?? 0;
					one.rivals = candidates.length;
					one.secondChance = chosen?.second ?? 0;
					one.antecedentRow = chosen?.row ?? null;
				}
			}
			if (isDone()) return;
			if (person) trace(traces, mention, person, sentence, attributed.length > 0);
		}
		sentences += (paragraph.sentence.at(-1) ?? -1) + 1;
	}
}

const REACH = 24;

/** The people of the mentions after one, in its sentence and in the rest of the paragraph. */
function later(mentions: readonly Mention[], index: number) {
	const laterInSentence = new Set<Person>();
	const laterHere = new Set<Person>();
	const own = mentions[index]?.sentence;
	for (const { kind, person, sentence } of mentions.slice(index + 1, index + REACH)) {
		if (kind !== 'name' || !person) continue;
		laterHere.add(person);
		if (sentence === own) laterInSentence.add(person);
	}
	return { laterInSentence, laterHere };
}

function isAfterNominal(
	mentions: readonly Mention[],
	index: number,
	personOf: (mention: Mention) => Person | null,
): boolean {
	const before = mentions
		.slice(Math.max(0, index - REACH), index)
		.findLast(({ syntacticRole }) => syntacticRole === 'subject');
	return before?.kind === 'nominal' && personOf(before) === null;
}

/** Whether a mention is a pronoun that shows a gender. */
export const isGendered = (mention: Mention | null): mention is Gendered =>
	mention !== null && mention.gender !== null;

function bySource(
	attributions: readonly Attribution[],
	parsedParagraphs: readonly ParsedParagraph[],
): Map<Mention, Attribution[]> {
	const sources = new Map<Mention, Attribution[]>();
	for (const one of attributions) {
		const mention = one.mention && (ownerOf(one.mention, parsedParagraphs) ?? one.mention);
		if (!mention) continue;
		const list = sources.get(mention);
		if (list) list.push(one);
		else sources.set(mention, [one]);
	}
	return sources;
}

/** The pronoun of "her statement", who made it; null where the source is no such phrase. */
export function ownerOf(
	{ kind, head, first, paragraph }: Mention,
	parsedParagraphs: readonly ParsedParagraph[],
): Mention | null {
	const parsed = parsedParagraphs[paragraph];
	if (kind !== 'nominal' || !parsed?.paragraph.words.statements?.has(head)) return null;
	return parsed.mentions.find((one) => one.first === first && one.owns && one.gender !== null) ?? null;
}

function noteQuoted(names: readonly Name[], traces: Traces, of: ReadonlyMap<Name, Person>): void {
	for (const name of names) {
		const person = name.inside >= 0 ? of.get(name) : undefined;
		if (person) traceQuoted(traces, person, name.paragraph);
	}
}
