// Posted quotes made out of a corpus, each with what a check must find.
import { isNegation, isNumber, meaningOf } from '../../src/language/compare/meaning.ts';
import { comparedWords } from '../../src/language/compare/words.ts';
import { packFor } from '../../src/language/packs.ts';
import { generator, shuffled } from '../../src/language/random.ts';
import { sentences } from '../../src/language/sentences.ts';
import type { GoldArticle } from './corpus.ts';
import { disguises, foldedText } from './disguise.ts';

export interface Case {
	readonly text: string;
	/** The name under which it is posted. */
	readonly speaker?: string;
	readonly article: string;
	/** Folded words that must be marked: as they are posted, and as the article has them. */
	readonly marked?: { readonly posted: readonly string[]; readonly original: readonly string[] };
	/** The pieces that it was put together from, in order. */
	readonly pieces?: readonly { readonly paragraph: number; readonly text: string }[];
	readonly note?: string;
}

export interface Cases {
	readonly held: readonly GoldArticle[];
	readonly copies: readonly Case[];
	readonly edited: readonly Case[];
	readonly weighty: readonly Case[];
	readonly stitched: readonly Case[];
	readonly wrongSpeaker: readonly Case[];
	readonly fragments: readonly Case[];
	readonly absent: readonly Case[];
}

const meaning = meaningOf(packFor('en'));
const wordsOf = (text: string) => text.split(/\s+/u).filter(Boolean);
const bare = (word: string) => foldedText(word);

/** The same cases for the same corpus, seed and count of each kind. */
export function buildCases(corpus: readonly GoldArticle[], seed: number, each: number): Cases {
	const random = generator(seed);
	const order = shuffled(corpus, random);
	const half = Math.ceil(order.length / 2);
	const held = order.slice(0, half);
	const quotesOf = (some: readonly GoldArticle[], least: number) =>
		shuffled(
			some.flatMap(({ article, quotes }) =>
				quotes
					.filter(({ text }) => comparedWords(text).length >= least)
					.map((quote) => ({ ...quote, article: article.id })),
			),
			random,
		);
	const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
	const vocabulary = corpus
		.flatMap(({ quotes }) => quotes.flatMap(({ text }) => wordsOf(text)))
		.filter((word) => /^\p{L}{2,}$/u.test(word));

	const copies = quotesOf(held, 4)
		.slice(0, each)
		.map(({ text, article }) => {
			const names = shuffled(Object.keys(disguises), random).slice(0, 1 + Math.floor(random() * 3));
			return {
				text: names.reduce((all, name) => disguises[name]?.(all, random) ?? all, text),
				article,
				note: names.join(', '),
			};
		});

	const edited = quotesOf(held, 6)
		.flatMap(({ text, article }) => editedCase(text, article, random, () => pick(vocabulary)) ?? [])
		.slice(0, each);
	const weighty = quotesOf(held, 6)
		.flatMap(({ text, article }) => weightyCase(text, article, random) ?? [])
		.slice(0, each);
	const stitched = shuffled(
		held.flatMap(({ article, quotes }) => {
			const made: Case[] = [];
			for (let tries = 0; tries < 4; tries++) {
				const one = stitchedCase(article.id, quotes, random);
				if (one) made.push(one);
			}
			return made;
		}),
		random,
	).slice(0, each);
	const speakers = [
		...new Set(corpus.flatMap(({ article }) => article.quotes.flatMap(({ speaker }) => speaker ?? []))),
	];
	const wrongSpeaker = shuffled(
		held.flatMap(({ article }) => article.quotes.map((quote) => ({ quote, article: article.id }))),
		random,
	)
		.filter(({ quote: { speaker, text } }) => speaker !== null && comparedWords(text).length >= 4)
		.flatMap(({ quote, article }): Case[] => {
			const speaker = pick(speakers);
			const shares = foldedText(speaker)
				.split(' ')
				.some((word) => foldedText(quote.speaker ?? '').includes(word));
			return shares ? [] : [{ text: quote.text, speaker, article, note: quote.speaker ?? '' }];
		})
		.slice(0, each);
	const fragments = quotesOf(held, 8)
		.slice(0, each)
		.map(({ text, article }) => {
			const words = wordsOf(text);
			const length = 4 + Math.floor(random() * 5);
			const from = Math.floor(random() * Math.max(1, words.length - length));
			return { text: words.slice(from, from + length).join(' '), article };
		});
	const heldTexts = held.map(({ article }) => trigrams(article.paragraphs.join('\n')));
	/** What several articles quote is in the library although one of them is not: half of its word trigrams are there. */
	const isHeld = (text: string) => {
		const own = trigrams(text);
		return heldTexts.some((theirs) => own.intersection(theirs).size * 2 >= own.size);
	};
	const absent = quotesOf(order.slice(half), 4)
		.filter(({ text }) => !isHeld(text))
		.map(({ text, article }) => ({ text, article }));
	return { held, copies, edited, weighty, stitched, wrongSpeaker, fragments, absent };
}

function trigrams(text: string): Set<string> {
	const words = foldedText(text).split(' ');
	return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
}

/** One word to a quarter of the words left out, put in, replaced or swapped. */
function editedCase(text: string, article: string, random: () => number, other: () => string): Case | null {
	const words = wordsOf(text);
	const most = Math.max(1, Math.floor(words.length / 4));
	const edits = 1 + Math.floor(random() * most);
	const taken = new Set<number>();
	const posted: string[] = [];
	const original: string[] = [];
	const result: (string | null)[][] = words.map((word) => [word]);
	let left = edits;
	for (let tries = 0; tries < 100 && left > 0; tries++) {
		// The first and last word stay: what is cut off at either end is another thing.
		const at = 1 + Math.floor(random() * (words.length - 2));
		const [word = '', next = ''] = [words[at], words[at + 1]];
		if ([at - 1, at, at + 1, at + 2].some((one) => taken.has(one)) || bare(word) === '') continue;
		const kind = Math.floor(random() * 4);
		const fresh = other();
		if (kind === 0) {
			if (bare(word) === bare(next) || bare(word) === bare(words[at - 1] ?? '')) continue;
			result[at] = [];
			original.push(...bare(word).split(' '));
		} else if (kind === 1) {
			if (bare(fresh) === bare(next) || bare(fresh) === bare(word)) continue;
			result[at] = [word, fresh];
			posted.push(bare(fresh));
		} else if (kind === 2) {
			if (bare(fresh) === bare(word)) continue;
			result[at] = [fresh];
			posted.push(bare(fresh));
			original.push(...bare(word).split(' '));
		} else {
			if (left < 2 || at + 1 >= words.length - 1 || bare(word) === bare(next) || bare(next) === '') continue;
			result[at] = [next];
			result[at + 1] = [word];
			posted.push(...bare(word).split(' '), ...bare(next).split(' '));
			taken.add(at + 1);
			left--;
		}
		taken.add(at);
		left--;
	}
	const made = result.flat().join(' ');
	if (foldedText(made) === foldedText(text)) return null;
	return { text: made, article, marked: { posted, original } };
}

/** One number changed, or one negation put in, left out or replaced. */
function weightyCase(text: string, article: string, random: () => number): Case | null {
	const words = wordsOf(text);
	const inside = words.map((word, at) => ({ word, at })).slice(1, -1);
	const weighty = inside.filter(
		({ word }) =>
			bare(word) !== '' &&
			!bare(word).includes(' ') &&
			(isNumber(bare(word), meaning) || isNegation(bare(word), meaning)),
	);
	const one = weighty[Math.floor(random() * weighty.length)];
	if (!one) {
		const verb = inside.find(({ word }) =>
			/^(?:is|are|was|were|will|would|can|could|should|have|has|do|did)$/iu.test(word),
		);
		if (!verb || /n.t|not/iu.test(words[verb.at + 1] ?? '')) return null;
		const made = words.toSpliced(verb.at + 1, 0, 'not').join(' ');
		return { text: made, article, marked: { posted: ['not'], original: [] }, note: 'negation' };
	}
	const folded = bare(one.word);
	if (isNumber(folded, meaning)) {
		const fresh = /\d/u.test(folded)
			? one.word.replace(/\d/u, (digit) => String((Number(digit) + 3) % 10))
			: folded === 'seven'
				? 'nine'
				: 'seven';
		return {
			text: words.with(one.at, fresh).join(' '),
			article,
			marked: { posted: [bare(fresh)], original: [folded] },
			note: 'number',
		};
	}
	return {
		text: words.toSpliced(one.at, 1).join(' '),
		article,
		marked: { posted: [], original: [folded] },
		note: 'negation',
	};
}

/** Two or three sentences out of different places of one article, in any order. */
function stitchedCase(
	article: string,
	quotes: readonly { readonly paragraph: number; readonly text: string }[],
	random: () => number,
): Case | null {
	const all = quotes.flatMap(({ paragraph, text }, quote) =>
		sentences(text).map(({ start, end }, index) => ({
			paragraph,
			quote,
			index,
			text: text.slice(start, end),
		})),
	);
	const long = shuffled(
		all.filter(({ text }) => comparedWords(text).length >= 5),
		random,
	);
	const chosen: typeof long = [];
	const wanted = 2 + Math.floor(random() * 2);
	for (const one of long) {
		if (chosen.length === wanted) break;
		const isNext = chosen.some(
			(other) =>
				Math.abs(other.paragraph - one.paragraph) < 2 &&
				(other.quote !== one.quote || Math.abs(other.index - one.index) < 2),
		);
		const isSame = chosen.some((other) => foldedText(other.text) === foldedText(one.text));
		if (!isNext && !isSame) chosen.push(one);
	}
	if (chosen.length < 2) return null;
	const text = chosen.map((one) => one.text.replace(/[,;:]$/u, '.')).join(random() < 0.5 ? ' ' : ' … ');
	return { text, article, pieces: chosen };
}
