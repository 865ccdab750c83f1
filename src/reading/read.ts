import type { Article } from '../article.ts';
import { UserError } from '../errors.ts';
import { identifyLanguage } from '../language/identify.ts';
import { findQuotes } from '../language/quotations.ts';
import { bounded } from './bounds.ts';
import { startOf } from './decode.ts';
import { isDisqusExport } from './disqus/parse.ts';
import { looksLikeOpml } from './feed/opml.ts';
import type { ReadFields } from './format.ts';
import { detectFormat } from './formats.ts';
import { articleId, sha256 } from './identity.ts';
import { maxArticles, maxBytes } from './limits.ts';
import { asDocument } from './named-document.ts';
import { NotArticles } from './not-articles.ts';
import { isOwnAddress } from './own-address.ts';

/** Where the bytes came from. */
export interface Source {
	/** The file's name relative to the articles folder, or the address; shown in messages. */
	readonly name: string;
	/** As the sender gave it ("text/html; charset=utf-8"), where there was a sender. */
	readonly mediaType?: string;
	/** Where they were fetched from, where they were. */
	readonly address?: string;
}

/**
 * Reads the articles out of the bytes of a source: none, one or many, as its format has them.
 *
 * @throws NotArticles where they hold something else that leads to articles; UserError, one sentence that names the
 * source, where they are no article: empty, larger than
 * `maxBytes`, binary, in an unknown encoding, a login page, a single line, without headline or paragraphs, more
 * than an article is.
 */
export async function readArticles(bytes: Uint8Array, source: Source): Promise<readonly Article[]> {
	const { name, mediaType = null, address = null } = source;
	if (bytes.length > maxBytes) throw tooLarge(name);
	if (isDisqusExport(bytes)) throw new NotArticles('comments', name);
	const start = startOf(bytes);
	if (looksLikeOpml(start)) throw new NotArticles('feeds', name);
	const given = { bytes, name, mediaType, address, start };
	const format = detectFormat(given);
	const digest = sha256(bytes);
	let found: Awaited<ReturnType<typeof format.read>>;
	try {
		found = await format.read(given);
	} catch (error) {
		throw format.kind === 'dump' ? asDocument(error, name) : error;
	}
	if (found.length > maxArticles) {
		const all = found.length.toLocaleString('en');
		const most = maxArticles.toLocaleString('en');
		throw new UserError(`${name} holds ${all} articles: put at most ${most} into one file.`);
	}
	const isAlone = found.length === 1;
	const from = { name, kind: format.kind, sha256: digest };
	return found.map((fields) => {
		const url = address === null || format.kind === 'feed' ? fields.url : urlOf(fields.url, address, isAlone);
		return completeArticle({ ...fields, url }, from);
	});
}

/** The address of an article that was fetched: its own where it may speak for that, else the one it was fetched from. */
function urlOf(claimed: string | null, fetched: string, isAlone: boolean): string | null {
	if (claimed !== null && isOwnAddress(claimed, fetched)) return claimed;
	return isAlone ? fetched : null;
}

/**
 * An article from what a format read of it, with what is added to every one: its language, its quotations, its id
 * and revision. @throws UserError where it is larger than any article.
 */
export function completeArticle(read: ReadFields, source: Article['source']): Article {
	const { publishedOn, ...given } = bounded(read, source.name);
	const fields = publishedOn === undefined || given.publishedAt !== null ? given : { ...given, publishedOn };
	// A page often declares the language of its template: the sentences decide.
	const language = identifyLanguage(fields.paragraphs) ?? fields.language;
	// Where it is not sure which lines are the article, nobody is said to have said what is in them.
	const quotes = fields.unsure?.includes('paragraphs') ? [] : findQuotes(fields.paragraphs, language);
	const whole = { ...fields, language, quotes };
	return {
		id: articleId(fields),
		revision: sha256(JSON.stringify(whole)).slice(0, 16),
		source,
		...whole,
	};
}

/** The refusal of a source over `maxBytes`, for those who know the size before they read. */
export function tooLarge(name: string): UserError {
	const megabytes = maxBytes / 1024 / 1024;
	return new UserError(`${name} is larger than ${megabytes} MB: save only the article's own page in it.`);
}
