import { isOnlyWeighty, meaningOf } from '../language/compare/meaning.ts';
import { otherForms } from '../language/compare/other-forms.ts';
import { pairsOf } from '../language/compare/pairs.ts';
import type { Piece } from '../language/compare/piece.ts';
import { findPieces } from '../language/compare/pieces.ts';
import type { ComparedWord } from '../language/compare/words.ts';
import { identifyLanguage } from '../language/identify.ts';
import { packFor } from '../language/packs.ts';
import type { ArticleLine } from '../library/library.ts';
import type { ArticleView } from '../stores/articles.ts';
import { type About, strongPieces } from './accept.ts';
import type { HeldArticle } from './held.ts';
import { placeOf, worthOf } from './places.ts';
import type { PostedQuote } from './posted.ts';
import type { Posted } from './show.ts';

/** Articles compared for a quote, and for a part of it that these do not have. */
const most = { articles: 6, more: 3 };
/** An article that shares less of what a quote says is not compared. */
const leastShared = 0.12;
/** A part that is looked for again has at least so many words. */
const leastPart = 4;
/** Fewer words than this are not looked for by their pairs where the article is known. */
const fewWords = 3;

export interface Within {
	/** The only article to look in, or null for all. */
	readonly article: ArticleLine | null;
	/** How many are looked in. */
	readonly articles: number;
}

/** What is checked, and where. */
export interface Asked {
	readonly view: ArticleView;
	readonly quote: PostedQuote;
	readonly within: Within;
	/**
	 * Reads an article, ready to be compared; null where it is gone.
	 * @param edition of the view, taken before the line was read.
	 */
	hold(view: ArticleView, line: ArticleLine, edition: string): Promise<HeldArticle | null>;
}

export interface Compared {
	/** The articles that were compared. */
	readonly held: readonly HeldArticle[];
	/** The pieces of the posted words that they have. */
	readonly found: readonly Piece[];
	readonly about: About;
}

/**
 * Compares posted words with the articles that share most of their pairs; then with those that share most of the parts
 * that are still missing.
 */
export async function compareArticles(asked: Asked, posted: Posted): Promise<Compared> {
	const { quote, within } = asked;
	const { words } = posted;
	const held: HeldArticle[] = [];
	// The lines are read later, and may then be newer than this says, never older.
	const edition = asked.view.edition();
	const take = async (lines: readonly ArticleLine[]) => {
		const others = new Map(lines.map((line) => [line.id, line]));
		for (const { line } of held) others.delete(line.id);
		const read = await Promise.all([...others.values()].map((line) => asked.hold(asked.view, line, edition)));
		for (const one of read) if (one) held.push(one);
	};
	const about = aboutPieces(held, posted, within);
	const lines =
		within.article && words.length < fewWords
			? [(await asked.view.line(within.article.id)) ?? []].flat()
			: await articlesLike(asked, posted, { from: 0, after: words.length }, most.articles);
	// Mostly the first has it all.
	await take(lines.slice(0, 1));
	let found = piecesIn(held, posted, quote, about);
	if (!isWhole(found, held, quote.speaker)) {
		await take(lines);
		const before = held.length;
		const parts = missing(found, posted).map((part) => articlesLike(asked, posted, part, most.more));
		await take((await Promise.all(parts)).flat());
		if (held.length > 1 || held.length > before) found = piecesIn(held, posted, quote, about);
	}
	return { held, found, about };
}

interface Part {
	readonly from: number;
	readonly after: number;
}

/** The articles that share most of a part of the posted words. */
async function articlesLike(
	{ view, quote, within: { article } }: Asked,
	{ words }: Posted,
	{ from, after }: Part,
	limit: number,
): Promise<readonly ArticleLine[]> {
	const sharing = async (some: readonly Pick<ComparedWord, 'folded'>[]) => {
		const query = { pairs: pairsOf(some), limit, ...(article && { article: article.id }) };
		const found = await view.articlesSharing(query);
		return found.filter(({ shared }) => shared >= leastShared).map(({ line }) => line);
	};
	const part = words.slice(from, after);
	const lines = await sharing(part);
	if (lines.length > 0) return lines;
	// A few words with contractions may have none of their pairs where they are written out.
	const forms = otherForms(
		part.map(({ folded }) => folded),
		contractions(quote.text),
	);
	for (const form of forms) {
		const others = await sharing(form.map((folded) => ({ folded })));
		if (others.length > 0) return others;
	}
	return [];
}

/** Those of the language of a text; a few words do not tell it, and then it is taken for English. */
const contractions = (text: string) => meaningOf(packFor(identifyLanguage([text]) ?? 'en')).contractions;

/** @param held may grow later. */
function aboutPieces(held: readonly HeldArticle[], { folded }: Posted, { articles }: Within): About {
	return {
		articles,
		isSaid(piece) {
			const of = held[piece.source];
			return of !== undefined && placeOf(of, piece.original).kind === 'said';
		},
		isWhole({ source, original }) {
			const words = held[source]?.source.words;
			const begins = (at: number) => {
				const word = words?.[at];
				return word === undefined || word.folded === '' || word.after === 'sentence' || word.after === 'mark';
			};
			return begins(original.from) && begins(original.after);
		},
		isWeighty(piece) {
			const of = held[piece.source];
			if (!of) return false;
			const { source, meaning } = of;
			return piece.edits.every((edit) => isOnlyWeighty(edit, folded, source.folded, meaning));
		},
	};
}

function piecesIn(
	held: readonly HeldArticle[],
	{ words }: Posted,
	{ speaker }: PostedQuote,
	about: About,
): readonly Piece[] {
	const { meaning } = held[0] ?? {};
	if (!meaning) return [];
	return findPieces(
		words,
		held.map(({ source }) => source),
		meaning.functionWords,
		worthOf(held, speaker),
		(all) => strongPieces(all, about),
		meaning.contractions,
	);
}

/** Whether one piece without edits was found, said by the one who is named. */
function isWhole(pieces: readonly Piece[], held: readonly HeldArticle[], speaker: string | null): boolean {
	const [piece] = pieces;
	if (!piece || pieces.length > 1 || piece.edits.length > 0) return false;
	// The worth of the best place: said, and by the right name where one was posted.
	return worthOf(held, speaker)(piece.source, piece.original.from) >= (speaker === null ? 2 : 3);
}

/** Rows of posted words that no place has, long enough to be looked for by themselves. */
function missing(pieces: readonly Piece[], { words }: Posted): readonly Part[] {
	if (pieces.length === 0) return [];
	const rows = pieces.flatMap(({ edits, source }) => edits.map(({ posted }) => ({ ...posted, source })));
	return rows.filter(({ from, after }) => after - from >= leastPart && after <= words.length).slice(0, 3);
}
