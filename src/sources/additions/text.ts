import type { Article } from '../../article.ts';
import { UserError } from '../../errors.ts';
import { foldedKey } from '../../language/fold.ts';
import { tidyLine } from '../../reading/unseen.ts';
import type { ArticleReader } from '../article-reader.ts';

/** Characters; less is no sentence. */
const shortest = 20;

/** The bytes of a text that a member added, with its headline above it. */
export function textBytes({
	headline,
	text,
}: {
	readonly headline: string;
	readonly text: string;
}): Uint8Array {
	return new TextEncoder().encode(`${tidyLine(headline)}\n\n${text}\n`);
}

/**
 * Reads what `textBytes` made: as a copied page, under the headline that the member gave. Where the reader takes that for
 * something else, or the first paragraph for the headline, or finds no article, every paragraph is taken as it is.
 * @throws UserError where there is nothing to read.
 */
export async function readText(
	{ readArticles, completeArticle }: Pick<ArticleReader, 'readArticles' | 'completeArticle'>,
	bytes: Uint8Array,
	called: string,
): Promise<readonly Article[]> {
	const [, headline = '', text = ''] = /^(.*?)\n\n(.*)$/su.exec(new TextDecoder().decode(bytes)) ?? [];
	const [article, ...others] = await asCopied(readArticles, bytes, called);
	if (article && others.length === 0) {
		const found = foldedKey(article.headline);
		if (found === foldedKey(headline)) return [article];
		if (!foldedKey(text).startsWith(found)) {
			const { id: _id, revision: _revision, quotes: _quotes, source, ...read } = article;
			return [completeArticle({ ...read, headline }, source)];
		}
	}
	if (text.trim().length < shortest)
		throw new UserError(`${called} is too short for an article: give whole sentences.`);
	const paragraphs = text.split(/\n\s*\n/u.test(text.trim()) ? /\n\s*\n/u : /\n/u);
	const written = new TextEncoder().encode(JSON.stringify({ headline, paragraphs }));
	return readArticles(written, { name: called, mediaType: 'application/json' });
}

async function asCopied(
	readArticles: ArticleReader['readArticles'],
	bytes: Uint8Array,
	called: string,
): Promise<readonly Article[]> {
	try {
		return await readArticles(bytes, { name: called, mediaType: 'text/plain; charset=utf-8' });
	} catch (error) {
		if (error instanceof UserError) return [];
		throw error;
	}
}
