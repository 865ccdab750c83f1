import { LRUCache } from 'lru-cache';
import { withWholeNumbers } from '../language/compare/numbers.ts';
import { oddCharacters, unseenIn } from '../language/compare/odd.ts';
import { splitAtOmissions } from '../language/compare/omissions.ts';
import type { Piece } from '../language/compare/piece.ts';
import { mostPosted } from '../language/compare/pieces.ts';
import { withoutRepeats } from '../language/compare/repeats.ts';
import { type ComparedWord, postedWords } from '../language/compare/words.ts';
import { identifyLanguage } from '../language/identify.ts';
import { packFor } from '../language/packs.ts';
import type { ArticleView } from '../stores/articles.ts';
import { areThere } from './accept.ts';
import type { CheckedQuote } from './checked.ts';
import { type Asked, compareArticles, type Within } from './compare-articles.ts';
import { type HeldArticle, holdArticle } from './held.ts';
import { nearestThing } from './nearest.ts';
import type { PostedQuote } from './posted.ts';
import { betweenPieces, type Posted, showPiece } from './show.ts';
import { verdictOf } from './verdict.ts';

/** Words of articles that are kept ready for comparing. */
const mostReady = 400_000;

/** Checks quotes against what a server sees; what it reads of an article is kept ready for the next check. */
export interface Checker {
	check(view: ArticleView, quote: PostedQuote, within: Within): Promise<CheckedQuote>;
}

export function createChecker(): Checker {
	const ready = new LRUCache<string, HeldArticle>({
		maxSize: mostReady,
		sizeCalculation: ({ source }) => source.words.length + 1,
	});
	const hold: Asked['hold'] = async (view, line, edition) => {
		const key = `${edition}:${line.shelf ?? ''}:${line.id}@${line.revision}@${line.changedAt ?? ''}`;
		const known = ready.get(key);
		if (known) return known;
		const held = await holdArticle(view, line);
		// Where the server corrected something meanwhile, this may not be what others see.
		if (held && view.edition() === edition) ready.set(key, held);
		return held;
	};
	return {
		async check(view, quote, within) {
			const words = postedWords(quote.text).slice(0, mostPosted);
			const check = (some: readonly ComparedWord[]) => checkWords({ view, quote, within, hold }, some);
			const checked = await check(words);
			if (checked.verdict !== 'not found') return checked;
			// More times than pieces are looked for: twice is enough to say that it is stitched together.
			const shorter = withoutRepeats(words);
			return shorter.length === words.length ? checked : check(shorter);
		},
	};
}

async function checkWords(asked: Asked, words: readonly ComparedWord[]): Promise<CheckedQuote> {
	const { view, quote, within } = asked;
	const posted: Posted = { text: quote.text, words, folded: words.map(({ folded }) => folded) };
	const { held, found, about } = await compareArticles(asked, posted);
	const pieces = areThere(found, about) ? splitPieces(found, posted, held) : [];
	const shown = pieces.flatMap((piece, index) => {
		const of = held[piece.source];
		if (!of) return [];
		const next = pieces[index + 1];
		return { ...showPiece(of, piece, posted), between: next ? betweenPieces(of, piece, next) : null };
	});
	const { verdict, isByAnother } = verdictOf(shown, quote.speaker);
	return {
		posted: quote,
		verdict,
		isByAnother,
		pieces: shown,
		odd: oddIn(pieces, posted, held),
		nearest:
			verdict === 'not found'
				? await nearestThing(view, quote, functionWordsOf(quote), within.article)
				: null,
	};
}

const functionWordsOf = ({ text }: PostedQuote): ReadonlySet<string> =>
	packFor(identifyLanguage([text])).words.functionWords;

function splitPieces(found: readonly Piece[], posted: Posted, held: readonly HeldArticle[]): Piece[] {
	return found.flatMap((piece) => {
		const of = held[piece.source];
		if (!of) return [];
		return splitAtOmissions(withWholeNumbers(piece, of.source, of.meaning), posted.words, of.source);
	});
}

/** Each posted word beside the article's, and what stands between posted words, where an invisible character may be. */
function oddIn(pieces: readonly Piece[], posted: Posted, held: readonly HeldArticle[]) {
	return oddCharacters(
		pieces.flatMap((piece) => {
			const of = held[piece.source];
			const texts = (of?.source.words.slice(piece.original.from, piece.original.after) ?? []).map(
				({ folded, unit, start, end }) => [folded, of?.units[unit]?.text.slice(start, end) ?? ''] as const,
			);
			const originals = new Map(texts);
			const { from, after } = piece.posted;
			return posted.words.slice(from, after).flatMap(({ folded, start, end }, index) => {
				const original = originals.get(folded);
				const next = posted.words[from + index + 1];
				const behind = posted.text.slice(end, next?.start ?? posted.text.length);
				return [
					...(original === undefined ? [] : [[posted.text.slice(start, end), original] as const]),
					[unseenIn(behind), ''] as const,
				];
			});
		}),
	);
}
