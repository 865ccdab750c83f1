import type { Mention } from '../mentions.ts';
import { type Scorer, sigmoid, softmax } from '../model/loglinear.ts';
import type { Name } from '../names/names.ts';
import type { Person } from '../names/people.ts';
import type { Stage } from '../scenes.ts';
import {
	antecedentFeatures,
	antecedentsOf,
	genderOf,
	noTraces,
	type Possible,
	type Traces,
	trace,
	traceQuoted,
} from './antecedents.ts';
import { scareFeatures } from './scare.ts';
import {
	candidatesOf,
	mentionFeatures,
	type Place,
	type Previous,
	placeOf,
	sourceFeatures,
} from './sources.ts';

/** A span with the source that was found for it. */
export interface Attribution {
	place: Place;
	mention: Mention | null;
	/** Who is meant, where the mention is a name, a pronoun or stands beside a name. */
	person: Person | null;
	/** How probable it is that the span is a quotation at all, 0 to 1. */
	quotation: number;
	/** How probable the mention is among all considered, and the person among those a pronoun may mean. */
	sourceChance: number;
	personChance: number;
	/** How many people the pronoun might have meant. */
	rivals: number;
}

export interface Models {
	source: Scorer;
	antecedent: Scorer;
	scare: Scorer;
}

/** Finds the source of every span of an article, in reading order. Linear in the article's length. */
export function attribute(stage: Stage, models: Models): Attribution[] {
	const found = chooseSources(stage, models);
	resolve(stage, found, models);
	return found;
}

/** The place of every span, in reading order. */
export function placesOf({ scenes, personOf }: Stage): Place[] {
	return scenes.flatMap((scene) => scene.paragraph.spans.map((_, span) => placeOf(scene, span, personOf)));
}

function chooseSources(stage: Stage, { source, scare }: Models): Attribution[] {
	const { scenes } = stage;
	const found: Attribution[] = [];
	let previous: Previous | null = null;
	const known = new Map<Mention, number>();
	const alone = (mention: Mention): number => {
		const before = known.get(mention);
		if (before !== undefined) return before;
		const score = source.score((emit) => mentionFeatures(scenes, mention, emit));
		known.set(mention, score);
		return score;
	};
	for (const place of placesOf(stage)) {
		const candidates = candidatesOf(scenes, place, previous);
		const scores = candidates.map(
			(mention) =>
				alone(mention) + source.score((emit) => sourceFeatures(scenes, place, mention, previous, emit)),
		);
		const best = scores.indexOf(Math.max(...scores));
		const chance = softmax(scores)[best] ?? 0;
		const scene = scenes[place.paragraph];
		const mention: Mention | null = candidates[best] ?? null;
		const doubt = scene ? scare.score((emit) => scareFeatures(scene, place, mention, chance, emit)) : 0;
		const one: Attribution = {
			place,
			mention,
			person: mention?.person ?? null,
			quotation: sigmoid(doubt),
			sourceChance: chance,
			personChance: mention?.person ? 1 : 0,
			rivals: 0,
		};
		found.push(one);
		if (one.quotation > 0.2) previous = { place, mention };
	}
	return found;
}

/** Whom each pronoun means, in reading order, for those mentions that are sources and those between. */
function resolve(stage: Stage, attributions: readonly Attribution[], { antecedent }: Models): void {
	walk(stage, attributions, (pronoun, people, traces, isSource) => {
		const scores = people.map((possible) =>
			antecedent.score((emit) => antecedentFeatures(stage.scenes, pronoun, possible, traces, isSource, emit)),
		);
		const chances = softmax(scores);
		const best = chances.indexOf(Math.max(...chances));
		return { person: people[best]?.person ?? null, chance: chances[best] ?? 0 };
	});
}

export type Choose = (
	pronoun: Mention,
	people: readonly Possible[],
	traces: Traces,
	isSource: boolean,
) => { person: Person | null; chance: number };

/** Goes through all mentions in reading order and lets `choose` say whom each "he" and "she" means. */
export function walk({ scenes, people }: Stage, attributions: readonly Attribution[], choose: Choose): void {
	const sources = new Map<Mention, Attribution[]>();
	for (const one of attributions) {
		if (!one.mention) continue;
		const list = sources.get(one.mention);
		if (list) list.push(one);
		else sources.set(one.mention, [one]);
	}
	const totals = new Map(people.all.map((person) => [person, person.names.length]));
	const traces = noTraces(totals);
	for (const scene of scenes) {
		noteQuoted(scene.names, traces, people.of);
		for (const mention of scene.mentions) {
			const attributed = sources.get(mention) ?? [];
			let person = mention.person;
			if (mention.kind === 'pronoun' && gendered.has(mention.head)) {
				const possible = antecedentsOf(traces, genderOf(mention));
				const chosen = possible.length > 0 ? choose(mention, possible, traces, attributed.length > 0) : null;
				person = chosen?.person ?? null;
				for (const one of attributed) {
					one.person = person;
					one.personChance = chosen?.chance ?? 0;
					one.rivals = possible.length;
				}
			}
			if (person) trace(traces, mention, person, attributed.length > 0);
		}
	}
}

const gendered = new Set(['he', 'she', 'his', 'her']);

function noteQuoted(names: readonly Name[], traces: Traces, of: ReadonlyMap<Name, Person>): void {
	for (const name of names) {
		const person = name.inside >= 0 ? of.get(name) : undefined;
		if (person) traceQuoted(traces, person, name.paragraph);
	}
}
