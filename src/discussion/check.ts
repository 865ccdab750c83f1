import { LRUCache } from 'lru-cache';
import { isOnlyWeighty } from '../language/compare/meaning.ts';
import { withWholeNumbers } from '../language/compare/numbers.ts';
import { oddCharacters, unseenIn } from '../language/compare/odd.ts';
import { splitAtOmissions } from '../language/compare/omissions.ts';
import { pairsOf } from '../language/compare/pairs.ts';
import type { Piece } from '../language/compare/piece.ts';
import { findPieces, mostPosted } from '../language/compare/pieces.ts';
import { withoutRepeats } from '../language/compare/repeats.ts';
import { type ComparedWord, postedWords } from '../language/compare/words.ts';
import { identifyLanguage } from '../language/identify.ts';
import { packFor } from '../language/packs.ts';
import type { ArticleLine } from '../library/library.ts';
import type { ArticleView } from '../stores/articles.ts';
import { type About, areThere, strongPieces } from './accept.ts';
import type { CheckedQuote } from './checked.ts';
import { type HeldArticle, holdArticle } from './held.ts';
import { nearestThing } from './nearest.ts';
import { placeOf, worthOf } from './places.ts';
import type { PostedQuote } from './posted.ts';
import { betweenPieces, type Posted, showPiece } from './show.ts';
import { verdictOf } from './verdict.ts';

/** Articles compared for a quote, and for a part of it that these do not have. */
const most = { articles: 6, more: 3 };
/** An article that shares less of what a quote says is not compared. */
const leastShared = 0.12;
/** A part that is looked for again has at least so many words. */
const leastPart = 4;
/** Words of articles that are kept ready for comparing. */
const mostReady = 400_000;

/** Checks quotes against what a server sees; what it reads of an article is kept ready for the next check. */
export interface Checker {
	/** @param within the only article to look in, or null for all, and how many are looked in. */
	check(view: ArticleView, quote: PostedQuote, within: Within): Promise<CheckedQuote>;
}

interface Within {
	readonly article: ArticleLine | null;
	readonly articles: number;
}

export function createChecker(): Checker {
	const ready = new LRUCache<string, HeldArticle>({
		maxSize: mostReady,
		sizeCalculation: ({ source }) => source.words.length + 1,
	});
	const hold = async (view: ArticleView, id: string): Promise<HeldArticle | null> => {
		const line = await view.line(id);
		if (!line) return null;
		const key = `${view.edition()}:${line.shelf ?? ''}:${id}@${line.revision}@${line.changedAt ?? ''}`;
		const known = ready.get(key);
		if (known) return known;
		const held = await holdArticle(view, line);
		if (held) ready.set(key, held);
		return held;
	};
	const checkWords = async (
		view: ArticleView,
		quote: PostedQuote,
		words: readonly ComparedWord[],
		{ article, articles }: Within,
	): Promise<CheckedQuote> => {
		const posted: Posted = { text: quote.text, words, folded: words.map(({ folded }) => folded) };
		const held: HeldArticle[] = [];
		const take = async (ids: readonly string[]) => {
			for (const id of ids) {
				if (held.some(({ line }) => line.id === id)) continue;
				const one = await hold(view, id);
				if (one) held.push(one);
			}
		};
		const like = async (from: number, after: number, limit: number): Promise<readonly string[]> => {
			const pairs = pairsOf(words.slice(from, after));
			const asked = { pairs, limit, ...(article && { article: article.id }) };
			const found = await view.articlesSharing(asked);
			return found.filter(({ shared }) => shared >= leastShared).map(({ id }) => id);
		};
		let found: readonly Piece[] = [];
		const about: About = {
			articles,
			isSaid: (piece) => {
				const of = held[piece.source];
				return of !== undefined && placeOf(of, piece.original).kind === 'said';
			},
			isWeighty: (piece) => {
				const of = held[piece.source];
				if (!of) return false;
				const { source, meaning } = of;
				return piece.edits.every((edit) => isOnlyWeighty(edit, posted.folded, source.folded, meaning));
			},
		};
		const compare = () => {
			const { meaning } = held[0] ?? {};
			if (!meaning) return;
			const sources = held.map(({ source }) => source);
			const worth = worthOf(held, quote.speaker);
			found = findPieces(
				words,
				sources,
				meaning.functionWords,
				worth,
				(all) => strongPieces(all, about),
				meaning.contractions,
			);
		};

		const ids = article && words.length < 3 ? [article.id] : await like(0, words.length, most.articles);
		// Mostly the first has it all.
		await take(ids.slice(0, 1));
		compare();
		if (!isWhole(found, held, quote.speaker)) {
			await take(ids);
			const before = held.length;
			for (const part of missing(found, posted)) await take(await like(part.from, part.after, most.more));
			if (held.length > 1 || held.length > before) compare();
		}
		const pieces = areThere(found, about) ? splitPieces(found, posted, held) : [];
		const shown = pieces.flatMap((piece, index) => {
			const of = held[piece.source];
			if (!of) return [];
			const next = pieces[index + 1];
			return { ...showPiece(of, piece, posted), between: next ? betweenPieces(of, piece, next) : null };
		});
		const { verdict, isByAnother } = verdictOf(shown, quote.speaker);
		const { functionWords } = packFor(identifyLanguage([quote.text])).words;
		const nearest = verdict === 'not found' ? await nearestThing(view, quote, functionWords, article) : null;
		return {
			posted: quote,
			verdict,
			isByAnother,
			pieces: shown,
			odd: oddIn(pieces, posted, held),
			nearest,
		};
	};
	return {
		async check(view, quote, within) {
			const words = postedWords(quote.text).slice(0, mostPosted);
			const checked = await checkWords(view, quote, words, within);
			if (checked.verdict !== 'not found') return checked;
			// More times than pieces are looked for: twice is enough to say that it is stitched together.
			const shorter = withoutRepeats(words);
			return shorter.length === words.length ? checked : checkWords(view, quote, shorter, within);
		},
	};
}

/** Whether one piece without edits was found, said by the one who is named. */
function isWhole(pieces: readonly Piece[], held: readonly HeldArticle[], speaker: string | null): boolean {
	const [piece] = pieces;
	if (!piece || pieces.length > 1 || piece.edits.length > 0) return false;
	// The worth of the best place: said, and by the right name where one was posted.
	return worthOf(held, speaker)(piece.source, piece.original.from) >= (speaker === null ? 2 : 3);
}

/** Rows of posted words that no place has, long enough to be looked for by themselves. */
function missing(
	pieces: readonly Piece[],
	{ words }: Posted,
): { readonly from: number; readonly after: number }[] {
	if (pieces.length === 0) return [];
	const rows = pieces.flatMap(({ edits, source }) => edits.map(({ posted }) => ({ ...posted, source })));
	return rows.filter(({ from, after }) => after - from >= leastPart && after <= words.length).slice(0, 3);
}

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
