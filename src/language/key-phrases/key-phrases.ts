import { beginningOf } from '../beginning.ts';
import type { LanguagePack } from '../pack.ts';
import { packFor } from '../packs.ts';
import { type Gathered, gather } from './gather.ts';
import { runsOf } from './runs.ts';

/** Characters of an article that are looked at: what it is about recurs there. */
const leading = 15_000;
const most = { phrases: 6, people: 3 };

/** A word of so many letters means one thing, so it need not recur as often. */
const longWord = 10;

/** Factor of the score by number of words. */
const byWords = [0, 1, 1.9, 2.1, 1.8];

interface Scored extends Gathered {
	readonly score: number;
}

/**
 * What an article is about, in phrases of its own, word for word as they stand in its text, the most telling first;
 * empty where nothing recurs. Runs of content words between function words and marks (RAKE; Rose et al. 2010),
 * weighed by how often and how early they occur and whether they are names (YAKE; Campos et al. 2020), by the
 * headline, and less what longer phrases have of them (C-value; Frantzi et al. 2000).
 */
export function keyPhrases(
	{
		headline,
		paragraphs,
		language,
	}: {
		readonly headline: string;
		readonly paragraphs: readonly string[];
		readonly language: string | null;
	},
	limit = most.phrases,
): string[] {
	const pack = packFor(language);
	const looked = beginningOf(paragraphs, leading).map((paragraph) => paragraph.slice(0, leading));
	const runs = runsOf(looked, pack);
	const theme = new Set(runsOf([headline], pack).flatMap(({ words }) => words.map(({ key }) => key)));
	const sentences = 1 + (runs.at(-1)?.sentence ?? 0);
	const candidates = gather(runs, pack)
		.map((one): Scored => ({ ...one, score: scoreOf(one, theme, sentences) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score || a.sentence - b.sentence || (a.text < b.text ? -1 : 1));
	return chosen(candidates, limit, pack).map(({ text }) => text);
}

function scoreOf(
	{ text, words, uses, own, sentence, name, noun, paragraphs }: Gathered,
	theme: ReadonlySet<string>,
	sentences: number,
): number {
	const inHeadline = words.filter((word) => theme.has(word)).length / words.length;
	const isSingle = words.length === 1;
	// Used once, only a phrase of the headline is what the article is about.
	if (uses < 2 && !(inHeadline === 1 && !isSingle)) return 0;
	if (
		isSingle &&
		!name &&
		(noun < 0.34 || uses < (text.length < longWord ? 3 : 2)) &&
		!(inHeadline === 1 && noun >= 0.34)
	)
		return 0;
	// Words that are mostly part of longer phrases say little alone.
	const share = own / uses;
	if (share < 0.34) return 0;
	const early = 1 - (0.5 * sentence) / sentences;
	const spread = Math.min(1, paragraphs / 2);
	return (
		own ** 0.8 *
		(byWords[words.length] ?? 1.8) *
		(1 + 0.9 * inHeadline) *
		early *
		(0.6 + 0.4 * spread) *
		(name ? 1.1 : 0.7 + 0.5 * noun)
	);
}

/** Of a word of four letters that may be a plural, whose ending the English content words keep: "bags". */
const singular = (word: string): string => word.replace(/^(\p{L}{3})s$/u, '$1');

/** The best ones that do not repeat each other. */
function chosen(candidates: readonly Scored[], limit: number, { cued }: LanguagePack): Scored[] {
	const taken: Scored[] = [];
	const seen = new Map<string, number>();
	const best = candidates[0]?.score ?? 0;
	let people = 0;
	for (const one of candidates) {
		if (taken.length === limit || one.score < best * 0.12) break;
		// Two phrases with a word in common are hardly two subjects.
		const words = one.words.map(singular);
		const repeats = words.filter((word) => seen.has(word)).length;
		if (repeats > 0 && repeats >= words.length / 2) continue;
		const isPerson = one.name && one.words.length > 1 && !cued?.nounsHaveCapitals;
		if (isPerson && ++people > most.people) continue;
		for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1);
		taken.push(one);
	}
	return taken;
}
