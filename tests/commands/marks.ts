import type { Article } from '../../src/article.ts';

const pairs = [
	/“([^“”]+)”/gu,
	/"([^"\n]+)"/gu,
	/«([^«»]+)»/gu,
	/‹([^‹›]+)›/gu,
	/„([^„“”]+)[“”]/gu,
	/‘([^‘’]+)’/gu,
];
/** Marks that count without a partner. */
export const anyMark = /[“”„«»‹›"]/u;

const fold = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** A message's text as members see it: without markdown. */
function plainText(markdown: string): string {
	return fold(
		markdown
			.replace(/^(?:> )?(?:#{1,3} |-# |- )?/gmu, '')
			.replace(/\\([^\w\s])/gu, '$1')
			.replace(/\*\*|\|\||`+/gu, '')
			.replace(/\]\(https?:[^)]*\)/gu, ']'),
	);
}

/** Every text of a message: contents, labels, descriptions, placeholders. */
export function textsOf(message: unknown): string[] {
	if (Array.isArray(message)) return message.flatMap(textsOf);
	if (typeof message !== 'object' || message === null) return [];
	return Object.entries(message).flatMap(([field, value]) =>
		typeof value === 'string'
			? /^(?:content|label|description|placeholder|name)$/u.test(field)
				? [plainText(value)]
				: []
			: textsOf(value),
	);
}

/** The text between quotation marks of any kind. */
export function inMarks(text: string): string[] {
	return pairs.flatMap((pair) => [...text.matchAll(pair)].map(([, words = '']) => words));
}

/** Whether words are in some article: in its text or anything else that was read of it. */
export function standing(articles: readonly Article[]): (words: string) => boolean {
	const texts = articles.flatMap((article) => strings(article)).map(fold);
	return (words) => {
		const folded = fold(words);
		return texts.some((text) => text.includes(folded));
	};
}

function strings(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
