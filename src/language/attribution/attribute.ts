import type { Mention } from '../mentions.ts';
import { sigmoid, softmax } from '../model/loglinear.ts';
import type { Models } from '../model/models.ts';
import type { ForestScorer } from '../model/trees.ts';
import type { ParsedArticle } from '../parsed-article.ts';
import { antecedentRows, type Pronoun } from './antecedents.ts';
import { type Attribution, unresolved } from './attribution.ts';
import { candidatesOf, type Previous } from './candidates.ts';
import { captionOf } from './caption.ts';
import { type Doubted, doubtRow, surroundingsOf } from './doubt.ts';
import { innerSource } from './inner.ts';
import { labelsOf } from './label.ts';
import { type Place, placeOf } from './place.ts';
import { scareFeatures } from './scare.ts';
import { signatureOf } from './signature.ts';
import { createSourceFeatures, mentionFeatures } from './sources.ts';
import type { Trace } from './traces.ts';
import { type Choose, isGendered, ownerOf, walk } from './walk.ts';

/** Finds the source of every span of an article, in reading order. Linear in the article's length. */
export function attribute(parsedArticle: ParsedArticle, models: Models): Attribution[] {
	const spans = chooseSources(parsedArticle, models);
	const surroundings = surroundingsOf(parsedArticle.parsedParagraphs, spans);
	const labels = labelsOf(parsedArticle, spans);
	const found = spans.map((one, index): Attribution => {
		const row = doubtRow(parsedArticle.parsedParagraphs, spans, index, surroundings);
		const doubted = one.place.wordBefore === 'so-called';
		const quotation = doubted ? 0 : sigmoid(row ? models.doubt.score(row) : one.weight);
		const named = labels.get(index) ?? captionOf(parsedArticle.parsedParagraphs, one);
		if (named) return { ...unresolved({ ...one, mention: named }), quotation: 1, outright: true };
		// A name after a dash shows who said it, and that somebody did: titles of works are short.
		const signature = signatureOf(parsedArticle, one);
		return signature
			? {
					...unresolved({ ...one, mention: signature }),
					quotation: isLong(one) ? 1 : quotation,
					outright: true,
				}
			: { ...unresolved(one), quotation, doubtRow: row };
	});
	resolve(parsedArticle, found, models);
	return found;
}

const isLong = ({ place }: Doubted): boolean => place.after - place.first > 8;

/** The place of every span, in reading order. */
export function placesOf({ parsedParagraphs, personOf }: ParsedArticle): Place[] {
	return parsedParagraphs.flatMap((parsed) =>
		parsed.paragraph.spans.map((_, span) => placeOf(parsed, span, personOf)),
	);
}

/** From this probability on a span counts as the previous quotation of the next one. */
export const LIKELY = 0.2;

/** The likeliest source of every span, and what the first model of marks says of it. */
export function chooseSources(
	parsedArticle: ParsedArticle,
	{ source, scare }: Pick<Models, 'source' | 'scare'>,
): Doubted[] {
	const { parsedParagraphs } = parsedArticle;
	const found: Doubted[] = [];
	let previous: Previous | null = null;
	const known = new Map<Mention, number>();
	const alone = (mention: Mention): number => {
		const before = known.get(mention);
		if (before !== undefined) return before;
		const score = source.score((emit) => mentionFeatures(parsedParagraphs, mention, emit, source.code));
		known.set(mention, score);
		return score;
	};
	for (const place of placesOf(parsedArticle)) {
		const candidates = candidatesOf(parsedParagraphs, place, previous);
		const features = createSourceFeatures(parsedParagraphs, place, previous, source.code);
		const scores = candidates.map(
			(mention) => alone(mention) + source.score((emit) => features(mention, emit)),
		);
		const best = scores.indexOf(Math.max(...scores));
		const chances = softmax(scores);
		const chance = chances[best] ?? 0;
		const parsed = parsedParagraphs[place.paragraph];
		const likeliest = candidates[best] ?? null;
		const mention: Mention | null = (parsed && innerSource(parsed, place, likeliest)) ?? likeliest;
		const weight = parsed ? scare.score((emit) => scareFeatures(parsed, place, mention, chance, emit)) : 0;
		found.push({ place, mention, sourceChance: chance, weight, ...rivalOf(candidates, chances, likeliest) });
		if (sigmoid(weight) > LIKELY) previous = { place, mention };
	}
	return found;
}

/** The likeliest of the mentions that mean somebody else than the chosen one, as far as that shows. */
function rivalOf(candidates: readonly Mention[], chances: readonly number[], chosen: Mention | null) {
	let rivalChance = 0;
	let rival: Mention | null = null;
	for (const [index, one] of candidates.entries()) {
		const chance = chances[index] ?? 0;
		if (chance <= rivalChance || isSame(one, chosen)) continue;
		rivalChance = chance;
		rival = one;
	}
	return { rivalChance, rivalSpeaks: rival?.cue !== null && rival !== null };
}

const isSame = (one: Mention, other: Mention | null): boolean =>
	one === other ||
	(one.person !== null && one.person === other?.person) ||
	(one.gender !== null && one.gender === other?.gender);

/** How probable it is that a pronoun means each of the people mentioned so far, by a forest over them. */
export const chancesBy =
	(antecedent: ForestScorer) =>
	(...[pronoun, people, traces]: Parameters<Choose>): number[] =>
		chancesOf(antecedent, antecedentRows(pronoun, people, traces));

const chancesOf = (antecedent: ForestScorer, rows: readonly Float64Array[]): number[] =>
	softmax(rows.map((row) => antecedent.score(row)));

/** So sure is whom a sentence leads to. */
const LED = 0.9;

/** Chooses the likeliest of them, or the one whom the sentence before leads to. */
export const chooseBy = (antecedent: ForestScorer): Choose => {
	return (pronoun, people, traces) => {
		const [only] = people;
		// Where nobody else can be meant, the forest has nothing to say; what it would look at is used of sources alone.
		if (only && people.length === 1) {
			const row = pronoun.isSource ? (antecedentRows(pronoun, people, traces)[0] ?? null) : null;
			return { person: only.person, chance: 1, second: 0, row };
		}
		const rows = antecedentRows(pronoun, people, traces);
		const chances = chancesOf(antecedent, rows);
		const led = pronoun.ledBy ? people.findIndex(({ person }) => person === pronoun.ledBy) : -1;
		const best = led >= 0 ? led : chances.indexOf(Math.max(...chances));
		const second = Math.max(0, ...chances.filter((_, index) => index !== best));
		return {
			person: people[best]?.person ?? null,
			chance: Math.max(chances[best] ?? 0, led >= 0 ? LED : 0),
			second: led >= 0 ? Math.min(second, 1 - LED) : second,
			row: rows[best] ?? null,
		};
	};
};

/** Paragraphs back in which somebody of the pronoun's gender rules out those of the other. */
const NEAR = 2;

/** "She" is no man by a first name that everybody knows, but for pronouns that say so, where a woman by hers is near. */
function agreeing(people: readonly Trace[], { gender, paragraph }: Pronoun['mention']): Trace[] {
	const agrees = people.some(
		({ person, last }) => person.gender === gender && paragraph - last.paragraph <= NEAR,
	);
	return people.filter(({ person }) => {
		const contradicts = person.gender !== null && person.gender !== gender && person.genderKnown === true;
		return !agrees || !contradicts || person.pronouns[gender] > person.pronouns[person.gender ?? gender];
	});
}

/** Chooses the likeliest of those whose gender agrees. */
export const chooseAgreeing = (antecedent: ForestScorer): Choose => {
	const likeliest = chooseBy(antecedent);
	return (pronoun, people, traces) => likeliest(pronoun, agreeing(people, pronoun.mention), traces);
};

/** Who each pronoun means, in reading order, for those mentions that are sources and those in between. */
function resolve(
	parsedArticle: ParsedArticle,
	attributions: readonly Attribution[],
	{ antecedent }: Models,
): void {
	const meant = attributions.map(
		({ mention }) => mention && (ownerOf(mention, parsedArticle.parsedParagraphs) ?? mention),
	);
	let left = new Set(meant.filter(isGendered)).size;
	if (left === 0) return;
	const likeliest = chooseAgreeing(antecedent);
	const choose: Choose = (pronoun, people, traces) => {
		if (pronoun.isSource) left--;
		return likeliest(pronoun, people, traces);
	};
	// Pronouns after the last source are not needed.
	walk(parsedArticle, attributions, choose, () => left === 0);
}
