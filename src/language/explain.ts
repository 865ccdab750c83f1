import type { Quote } from '../article.ts';
import { chancesBy, chooseAgreeing, chooseSources, LIKELY } from './attribution/attribute.ts';
import type { Link } from './attribution/attribution.ts';
import { candidatesOf, type Previous } from './attribution/candidates.ts';
import { confidenceRows } from './attribution/confidence.ts';
import { createSourceFeatures, mentionFeatures } from './attribution/sources.ts';
import { walk } from './attribution/walk.ts';
import { type Judged, judge } from './attributions.ts';
import { identifyLanguage } from './identify.ts';
import type { Mention } from './mentions.ts';
import { asText, sigmoid, softmax } from './model/loglinear.ts';
import type { SpeakerRules } from './pack.ts';
import { packFor } from './packs.ts';
import type { ParsedArticle } from './parsed-article.ts';
import { findQuotes } from './quotations.ts';

/** What speaks for or against a mention as the source, in plain words, with its part of the score. */
interface Reason {
	about: string;
	weight: number;
}

/** A mention that was considered as the source of a quotation. */
interface Candidate {
	text: string;
	paragraph: number;
	/** 0 to 1, of all candidates together. */
	chance: number;
	reasons: Reason[];
}

/** Why a quotation has the speaker that it has. */
export interface ExplainedQuote {
	quote: Quote;
	/** The likeliest first; empty where no model was asked. */
	candidates: Candidate[];
	/** Whom the pronoun that is the source may mean, the likeliest first. */
	meant: { name: string; chance: number }[];
	/** How the speaker was found, in a sentence. */
	because: string;
	/** What the confidence is made of. */
	trust: Reason[];
}

/** What each family of features looks at; the first prefix that fits counts. */
const families: readonly (readonly [prefix: RegExp, about: string])[] = [
	[/^(?:cue|where\+cue|far\+cue|reach)/u, 'its verb of speech, and how near that is to the marks'],
	[/^(?:gap|where)/u, 'where it stands, and the words between it and the marks'],
	[/^(?:frame|verge|word after)/u, 'how the quotation begins and ends'],
	[/^(?:lead|word)/u, 'the verb that leads up to the marks'],
	[/^far/u, 'its place in another paragraph'],
	[/^(?:previous|start)/u, 'who spoke before'],
	[/^(?:own|credit)/u, 'whether somebody else has a verb of speech there'],
	[/^named/u, 'that it is named inside the quotation'],
	[/^(?:around|ahead|behind|next)/u, 'the words right next to it'],
	[/^(?:sort|head|full name)/u, 'what it is: a name, a pronoun or a noun'],
];
const trusts: readonly (readonly [prefix: RegExp, about: string])[] = [
	[/^marks: source|^(?:chance|rival)/u, 'how far it is ahead of the other candidates'],
	[/^(?:pronoun:|second|rivals|person chance)/u, 'how clear it is whom the pronoun means'],
	[/^(?:outcome|marks:)/u, 'how much the marks look like those of a quotation'],
	[/^is /u, 'how the speaker was found'],
	[/^(?:person|named|has person)/u, 'what is known of the person'],
	[/^(?:same|paragraphs to|speakers|quotations|paragraphs in)/u, 'who says the other quotations'],
	[/^(?:nearest|last|other|people|somebody|credit|noun|has own)/u, 'who else stands near the marks'],
	[/^(?:side|plain|cue|subject|owner|object|owns|rank)/u, 'its verb of speech and its part in the sentence'],
	[
		/^(?:paragraphs|sentences|behind|distance|mentions|after|verbs|that|relative|comma)/u,
		'where the source stands',
	],
];

function reasonsOf(parts: ReadonlyMap<string, number>, words: typeof families): Reason[] {
	const sums = new Map<string, number>();
	for (const [feature, weight] of parts) {
		const about = words.find(([prefix]) => prefix.test(feature))?.[1] ?? 'everything else';
		sums.set(about, (sums.get(about) ?? 0) + weight);
	}
	return [...sums]
		.map(([about, weight]) => ({ about, weight: Math.round(weight * 100) / 100 }))
		.filter(({ weight }) => weight !== 0)
		.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}

/** Every quotation of an article, with all that decided who speaks. `language` as in `findQuotes`; slow. */
export function explainQuotes(
	paragraphs: readonly string[],
	language: string | null = identifyLanguage(paragraphs),
): ExplainedQuote[] {
	const quotes = findQuotes(paragraphs, language);
	const { words, speakers } = packFor(language);
	if (!speakers)
		return quotes.map((quote) => ({ quote, candidates: [], meant: [], because: byRule(quote), trust: [] }));
	const { parsedArticle, found } = judge(paragraphs, words, speakers);
	const candidates = candidatesBySpan(parsedArticle, speakers);
	const rows = confidenceRows(parsedArticle, found);
	const meant = meantBySource(parsedArticle, found, speakers);
	return quotes.map((quote) => {
		const one = found.find((other) => isAt(parsedArticle, other, quote));
		if (!one) return { quote, candidates: [], meant: [], because: byRule(quote), trust: [] };
		const row = one.outright ? null : rows[found.indexOf(one)];
		const { confidence, description } = speakers.models();
		return {
			quote,
			candidates: one.outright ? [] : (candidates.get(keyOf(one)) ?? []),
			meant: (one.mention && meant.get(one.mention)) ?? [],
			because: because(one),
			trust: row ? reasonsOf((one.person ? confidence : description).parts(row), trusts) : [],
		};
	});
}

const keyOf = ({ place }: Pick<Judged, 'place'>): string => `${place.paragraph} ${place.span}`;

function isAt({ parsedParagraphs }: ParsedArticle, { place }: Judged, { paragraph, start }: Quote): boolean {
	return (
		place.paragraph === paragraph && parsedParagraphs[paragraph]?.paragraph.spans[place.span]?.start === start
	);
}

const links: Record<Link, string> = {
	models: 'The likeliest candidate was taken.',
	'lead-in': 'The quotation has no verb of speech and stands behind a sentence about this person.',
	head: 'The likeliest candidate goes with this noun, which has the verb of speech.',
	described:
		'The likeliest candidate is a description, a noun for a body or a pronoun; the article tells whose.',
};

function because({ outright, denied, mention, link }: Judged): string {
	if (denied) return 'The article says that the one named did not, or did not surely, say this.';
	if (outright) return 'A label, a caption or a signature names the speaker: no model was asked.';
	return mention ? links[link] : 'Nobody near the quotation can be its source.';
}

const byRule = ({ speaker, cue }: Quote): string =>
	speaker === null
		? 'No rule of this language finds a speaker.'
		: cue === null
			? 'A label, a preposition, a dash or the sentence before names the speaker.'
			: `The verb “${cue}” goes with this speaker.`;

/** The candidates of every span with what their scores are made of. */
function candidatesBySpan(parsedArticle: ParsedArticle, speakers: SpeakerRules): Map<string, Candidate[]> {
	const { parsedParagraphs } = parsedArticle;
	const models = speakers.models();
	const explained = new Map<string, Candidate[]>();
	let previous: Previous | null = null;
	for (const one of chooseSources(parsedArticle, models)) {
		const { place, mention, weight } = one;
		const before: Previous | null = previous;
		const mentions = candidatesOf(parsedParagraphs, place, before);
		const features = createSourceFeatures(parsedParagraphs, place, before, asText);
		const parts = mentions.map((other) =>
			models.source.parts((emit) => {
				mentionFeatures(parsedParagraphs, other, emit, asText);
				features(other, emit);
			}),
		);
		const sums = parts.map((weights) => weights.values().reduce((sum, part) => sum + part, 0));
		const chances = softmax(sums);
		explained.set(
			keyOf(one),
			mentions
				.map((other, index) => ({
					text: textOf(parsedArticle, other),
					paragraph: other.paragraph,
					chance: chances[index] ?? 0,
					reasons: reasonsOf(parts[index] ?? new Map(), families),
				}))
				.sort((a, b) => b.chance - a.chance),
		);
		if (sigmoid(weight) > LIKELY) previous = { place, mention };
	}
	return explained;
}

function textOf({ parsedParagraphs }: ParsedArticle, { paragraph, first, after }: Mention): string {
	const { tokens, text } = parsedParagraphs[paragraph]?.paragraph ?? { tokens: [], text: '' };
	return text.slice(tokens[first]?.start, tokens[after - 1]?.end);
}

/** Whom each pronoun may mean that is a source. */
function meantBySource(parsedArticle: ParsedArticle, found: readonly Judged[], speakers: SpeakerRules) {
	const { antecedent } = speakers.models();
	const chances = chancesBy(antecedent);
	const choose = chooseAgreeing(antecedent);
	const meant = new Map<Mention, ExplainedQuote['meant']>();
	walk(
		parsedArticle,
		found.map((one) => ({ ...one })),
		(pronoun, people, traces) => {
			const all = chances(pronoun, people, traces);
			const chosen = choose(pronoun, people, traces);
			meant.set(
				pronoun.mention,
				people
					.map(({ person }, index) => ({
						name: person.name,
						chance: person === chosen.person ? chosen.chance : (all[index] ?? 0),
					}))
					.sort((a, b) => b.chance - a.chance),
			);
			return chosen;
		},
	);
	return meant;
}
