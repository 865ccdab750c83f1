import type { Quote } from '../article.ts';
import type { Piece } from '../language/compare/piece.ts';
import type { Worth } from '../language/compare/pieces.ts';
import { mayBeOnePerson } from '../language/speakers.ts';
import type { FoundPlace } from './checked.ts';
import type { HeldArticle, HeldUnit } from './held.ts';

/**
 * Of about equally good places: what the posted name said before what others did, what was said before what was
 * written. Readers repeat what was said with changes, so a comment is only taken where it shares clearly more.
 */
const worths = { bySpeaker: 3, said: 2, paragraph: 1, headline: 0.5, comment: -6, former: -1 };

/** Which places are preferred for a quote posted under a name. */
export function worthOf(held: readonly HeldArticle[], speaker: string | null): Worth {
	return (source, at) => {
		const word = held[source]?.source.words[at];
		const unit = word && held[source]?.units[word.unit];
		if (!word || !unit) return 0;
		const former = unit.until === null ? 0 : worths.former;
		if (unit.where === 'comment') return worths.comment;
		if (unit.where !== 'paragraph') return worths.headline;
		const quote = unit.quotes.find(({ start, end }) => start <= word.start && word.end <= end);
		if (!quote) return former + worths.paragraph;
		const isTheirs =
			speaker !== null && quote.speaker !== null && mayBeOnePerson(speaker, quote.speaker, quote.role);
		return former + (isTheirs ? worths.bySpeaker : worths.said);
	};
}

/** Where a piece stands: the unit that has most of its words, and who said them there. */
export function placeOf(
	held: HeldArticle,
	original: Piece['original'],
): FoundPlace & { readonly unit: number } {
	const words = held.source.words.slice(original.from, original.after).filter(({ folded }) => folded !== '');
	const counts = new Map<number, number>();
	for (const { unit } of words) counts.set(unit, (counts.get(unit) ?? 0) + 1);
	const [unit = 0] = [...counts].toSorted(([, one], [, other]) => other - one)[0] ?? [];
	const there = held.units[unit];
	const inUnit = words.filter((word) => word.unit === unit);
	const quote = there && quoteOf(there, inUnit);
	const isSaid =
		quote !== undefined || (there?.where === 'paragraph' && isMostlyIn(held.marksOf(unit), inUnit));
	return {
		unit,
		article: held.line,
		where: there?.where ?? 'paragraph',
		paragraph: there?.where === 'paragraph' ? there.number : null,
		kind: there?.where === 'comment' ? 'comment' : isSaid ? 'said' : 'written',
		speaker: there?.where === 'comment' ? there.author : (quote?.speaker ?? null),
		role: quote?.role ?? null,
		...(quote?.corrected && { corrected: quote.corrected }),
		until: there?.until ?? null,
	};
}

interface Ranged {
	readonly start: number;
	readonly end: number;
}

/** The quotation that has most of the words, where that is at least half of them. */
function quoteOf({ quotes }: HeldUnit, words: readonly Ranged[]): Quote | undefined {
	let best: { quote: Quote; count: number } | undefined;
	let all = 0;
	for (const quote of quotes) {
		const count = words.filter(({ start, end }) => quote.start <= start && end <= quote.end).length;
		all += count;
		if (count > (best?.count ?? 0)) best = { quote, count };
	}
	return all * 2 >= words.length ? best?.quote : undefined;
}

function isMostlyIn(spans: readonly Ranged[], words: readonly Ranged[]): boolean {
	const inside = words.filter(({ start, end }) =>
		spans.some((span) => span.start <= start && end <= span.end),
	);
	return words.length > 0 && inside.length * 2 >= words.length;
}
