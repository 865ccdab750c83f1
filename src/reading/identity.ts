import { createHash } from 'node:crypto';
import { type Article, articleIdLength } from '../article.ts';

/**
 * A short id of what an article is, not of how it was stored: its address where that is known, else its headline
 * and its first paragraph. So a file may be moved, renamed, copied again with more comments or have a mistake
 * corrected, on any machine, and links to the article keep working.
 */
export function articleId({
	url,
	headline,
	paragraphs,
}: Pick<Article, 'url' | 'headline' | 'paragraphs'>): string {
	const what = url ?? [headline, paragraphs[0] ?? ''].map(plainWords).join('\n');
	const digest = createHash('sha256').update(what).digest('hex').slice(0, 16);
	return BigInt(`0x${digest}`).toString(36).padStart(13, '0').slice(-articleIdLength);
}

/**
 * Case, marks and white space do not make another article. Not the folding of the search: ids that were given out
 * must stay as they are, so this never changes.
 */
function plainWords(text: string): string {
	return (
		text
			.normalize('NFKC')
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu)
			?.join(' ') ?? ''
	);
}

export function sha256(bytes: Uint8Array | string): string {
	return createHash('sha256').update(bytes).digest('hex');
}
