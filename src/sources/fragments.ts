import type { Article, Quote } from '../article.ts';
import { textFragments } from '../language/text-fragment.ts';

/** The link to a quotation over several paragraphs leads to its words in the first one. */
const mostParagraphs = 4;

/**
 * For the segments of an utterance, the directive that leads a browser to them on the publisher's page (see
 * `textFragments`); null where the article has no address, or nothing leads to that place alone.
 */
export function fragmentsOf(article: Article): (segments: readonly Quote[]) => string | null {
	if (article.url === null || article.quotes.length === 0) return () => null;
	const { headline, deck, caption, paragraphs } = article;
	const before = [headline, deck, caption].filter((text) => text !== null);
	const fragments = textFragments([...before, ...paragraphs]);
	return (segments) => {
		const [first] = segments;
		const last = segments.findLast(({ paragraph }) => paragraph < (first?.paragraph ?? 0) + mostParagraphs);
		const from = first && wordsOf(article, first);
		const to = last && wordsOf(article, last);
		if (!from || !to) return null;
		return fragments({
			first: before.length + first.paragraph,
			last: before.length + last.paragraph,
			start: from.start,
			end: to.end,
		});
	};
}

/** The offsets of a segment's words, without the marks around them. */
function wordsOf(
	{ paragraphs }: Article,
	{ paragraph, start, end, text }: Quote,
): { readonly start: number; readonly end: number } | null {
	const marked = (paragraphs[paragraph] ?? '').slice(start, end).replaceAll('\u00a0', ' ');
	const at = marked.indexOf(text);
	return at === -1 ? null : { start: start + at, end: start + at + text.length };
}
