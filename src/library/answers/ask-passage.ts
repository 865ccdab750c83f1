import type { Article, Quote } from '../../article.ts';
import { packFor } from '../../language/packs.ts';
import type { AnswerPassage } from '../../language/retrieval/answer.ts';
import { sentences } from '../../language/sentences.ts';
import type { ArticleLine } from '../../stores/articles.ts';
import type { AskPassage } from '../found.ts';

/** A passage grows by sentences before and behind it up to this many characters; an answer in a talk up to fewer. */
const longest = 700;
const longestAnswer = 320;

/**
 * The sentence that was found as it is shown: with the sentence before it where it leans on that ("He said …"),
 * with the one behind it where that goes on with the answer ("It is called …"), with all of a quotation that it has a part
 * of, so that no mark is left open, and with all of a paragraph that says what the article had wrong. An answer in a talk
 * is shown from there on, behind its question.
 */
export function askedPassage(article: Article, line: ArticleLine, sentence: AnswerPassage): AskPassage {
	const { paragraph, answers } = sentence;
	const whole = article.paragraphs[paragraph] ?? '';
	const asked = answers === null ? undefined : article.paragraphs[answers]?.trim();
	const found = asked === undefined ? sentence : { ...sentence, end: endOfAnswer(whole, article, sentence) };
	const quotes = article.quotes.filter((quote) => quote.paragraph === paragraph);
	const inside = quotes.find(({ start, end }) => start <= found.start && end >= found.end);
	const said = inside ? { start: found.start, end: found.end } : grown(article, whole, quotes, found);
	const own = quotes.filter(({ start, end }) => start < said.end && end > said.start);
	const main = inside ?? own.toSorted((one, other) => overlap(other, said) - overlap(one, said))[0];
	const text = whole.slice(said.start, said.end);
	return {
		article: line,
		paragraph,
		text: inside ? withoutMarks(text, inside, said) : text,
		...(asked !== undefined && { asked }),
		isSaid: inside !== undefined,
		speaker: main?.speaker ?? null,
		role: main?.role ?? null,
		...(main?.corrected && { corrected: main.corrected }),
		quoted: main !== undefined,
	};
}

function endOfAnswer(whole: string, { language }: Article, { start, end }: Range): number {
	const ends = sentences(whole, language).map((one) => one.end);
	return ends.findLast((one) => one >= end && one - start <= longestAnswer) ?? end;
}

interface Range {
	readonly start: number;
	readonly end: number;
}

const overlap = (quote: Range, range: Range): number =>
	Math.min(quote.end, range.end) - Math.max(quote.start, range.start);

function grown({ language }: Article, whole: string, quotes: readonly Quote[], found: AnswerPassage): Range {
	const all = sentences(whole, language);
	let first = all.findIndex(({ end }) => end > found.start);
	let last = all.findLastIndex(({ start }) => start < found.end);
	if (first < 0 || last < 0) return found;
	const range = () => ({ start: all[first]?.start ?? found.start, end: all[last]?.end ?? found.end });
	const fits = (start: number, end: number) => end - start <= longest;
	// What an article had wrong is never shown without what is right.
	if (packFor(language).isCorrection?.(whole)) {
		const [from, to] = [all[0]?.start ?? 0, all.at(-1)?.end ?? whole.length];
		if (fits(from, to)) return { start: from, end: to };
		last = Math.min(last + 1, all.length - 1);
	}
	const { start } = range();
	if (first > 0 && packFor(language).leansOnBefore(whole.slice(start, range().end))) {
		if (fits(all[first - 1]?.start ?? 0, range().end)) first--;
	}
	const next = all[last + 1];
	if (found.goesOn && next && fits(range().start, next.end)) last++;
	// A quotation may itself begin in a sentence before, so until none is cut.
	for (let tries = 0; tries < 8; tries++) {
		const now = range();
		const cut = quotes.find(
			(quote) =>
				quote.start < now.end && quote.end > now.start && (quote.start < now.start || quote.end > now.end),
		);
		if (!cut) break;
		const [from, to] = [Math.min(cut.start, now.start), Math.max(cut.end, now.end)];
		if (!fits(from, to)) break;
		first = Math.max(
			0,
			all.findLastIndex((one) => one.start <= from),
		);
		last = Math.max(
			last,
			all.findIndex((one) => one.end >= to),
		);
	}
	return range();
}

const mark = /^["'“”„‘’‚«»‹›\s]+|["'“”„‘’‚«»‹›\s]+$/gu;

/** A sentence of a quotation without the marks around all of it, where it has them. */
function withoutMarks(text: string, quote: Range, range: Range): string {
	const atStart = range.start <= quote.start + 1;
	const atEnd = range.end >= quote.end - 1;
	return text.replace(mark, (marks, offset: number) => ((offset === 0 ? atStart : atEnd) ? '' : marks));
}
