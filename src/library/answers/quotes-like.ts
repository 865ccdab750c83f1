import { foldedKey, typedWords } from '../../language/fold.ts';
import type { ArchivedUtterance, ArticleView } from '../../stores/articles.ts';
import { saidIn } from '../../stores/articles.ts';
import type { QuoteQuery, Utterance } from '../library.ts';
import { referenceTo } from '../reference.ts';
import { soughtWords } from './about.ts';
import { scopeOf } from './suggest-about.ts';

/** Within an article or a speaker, how many utterances are looked through, the newest. */
const looked = 400;
/** What a word that is still being typed may become: each is looked up, so only a few. */
const completions = { letters: 3, looked: 4, longest: 20 };
/** Longer words are rarer, and each costs time: of more than this the longest are looked for. */
const mostWords = 3;
/** Words that may be a subject as well as a beginning. */
const fewWords = 2;
/** As many folded characters of the beginning are compared as the archive keeps. */
const longestBeginning = 48;

/**
 * Utterances that begin with what is typed, then those that are about it: with all of its words, the last one perhaps
 * only begun. Of each kind the newest first; nothing typed gives the newest.
 */
export async function quotesLike(
	archive: ArticleView,
	typed: string,
	limit: number,
	within: Pick<QuoteQuery, 'speaker' | 'article'>,
): Promise<Utterance[]> {
	const scope = await scopeOf(archive, within);
	if (scope === null) return [];
	const begun = foldedKey(typed.slice(0, 200)).slice(0, longestBeginning);
	if (begun === '') return withoutKeys((await archive.utterances({ ...scope, limit })).utterances);
	const isNarrow = scope.article !== undefined || scope.speakers !== undefined;
	const found = isNarrow
		? amongThese((await archive.utterances({ ...scope, limit: looked })).utterances, begun)
		: await archive.utterancesBeginning(begun, limit);
	// Whoever has typed the first words of a quotation is not looking for what others are about.
	const isMeant = found.length > 0 && begun.split(' ').length > fewWords;
	if (!isNarrow && !isMeant && found.length < limit) found.push(...(await about(archive, typed, limit)));
	const once = new Map(found.map((utterance) => [referenceTo(utterance), utterance]));
	return withoutKeys([...once.values()].slice(0, limit));
}

async function about(archive: ArticleView, typed: string, limit: number): Promise<ArchivedUtterance[]> {
	const words = soughtWords(typed)
		.toSorted((a, b) => b.length - a.length)
		.slice(0, mostWords);
	const { utterances } = await archive.utterances({ about: words, limit });
	const last = typedWords(typed).at(-1) ?? '';
	const isBegun = !/[^\p{L}\p{N}]$/u.test(typed) && last.length >= completions.letters;
	if (utterances.length >= limit || !isBegun || !words.includes(last)) return [...utterances];
	const like = {
		typed: last,
		start: 'all letters',
		shortest: last.length + 1,
		longest: completions.longest,
	} as const;
	const longer = (await archive.words('utterance', like)).sort((a, b) => a.length - b.length);
	const others = words.filter((word) => word !== last);
	const more = await Promise.all(
		longer
			.slice(0, completions.looked)
			.map((word) => archive.utterances({ about: [...others, word], limit })),
	);
	return [...utterances, ...more.flatMap((one) => one.utterances)];
}

/** Those that begin with what is typed, then those that have all of its words, the last one perhaps only begun. */
function amongThese(utterances: readonly ArchivedUtterance[], begun: string): ArchivedUtterance[] {
	const sought = begun.split(' ');
	const folded = utterances.map((utterance) => {
		return { utterance, text: foldedKey(saidIn(utterance).join(' ')) };
	});
	const has = (text: string) => {
		const words = text.split(' ');
		return sought.every((word, index) =>
			index === sought.length - 1 ? words.some((one) => one.startsWith(word)) : words.includes(word),
		);
	};
	return [
		...folded.filter(({ text }) => text.startsWith(begun)),
		...folded.filter(({ text }) => !text.startsWith(begun) && has(text)),
	].map(({ utterance }) => utterance);
}

const withoutKeys = (utterances: readonly ArchivedUtterance[]): Utterance[] =>
	utterances.map(({ speakerKey: _, ...utterance }) => utterance);
