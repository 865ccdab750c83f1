import type { Article } from '../article.ts';
import { UserError } from '../errors.ts';
import { identifyLanguage } from '../language/identify.ts';
import { findQuotes } from '../language/quotations.ts';
import { decode } from './decode.ts';
import { detectFormat } from './formats.ts';
import { articleId, sha256 } from './identity.ts';
import { maxBytes } from './limits.ts';

/** Where bytes came from. */
export interface Source {
	/** The file's name relative to the articles folder, or the address; shown in messages. */
	readonly name: string;
}

/**
 * Reads an article out of the bytes of a file.
 *
 * @throws UserError, one sentence that names the source, where they are no article: empty, larger than
 * `maxBytes`, binary, in an unknown encoding, a login page, a single line, without headline or paragraphs.
 */
export function readArticle(bytes: Uint8Array, source: Source): Article {
	const { name } = source;
	if (bytes.length > maxBytes) throw tooLarge(name);
	const text = decode(bytes, name);
	if (text.trim() === '') throw new UserError(`${name} is empty: save the text of an article in it.`);
	const format = detectFormat(text, name);
	const fields = format.read(text, name);
	const digest = sha256(bytes);
	// What a page says of its language is often its template's: the sentences decide.
	const language = identifyLanguage(fields.paragraphs) ?? fields.language;
	const read = { ...fields, language, quotes: findQuotes(fields.paragraphs, language) };
	return {
		id: articleId(fields),
		revision: sha256(`${digest} ${JSON.stringify(read)}`).slice(0, 16),
		source: { kind: format.kind, name, sha256: digest },
		...read,
	};
}

/** The refusal of a source over `maxBytes`, for those who know the size before they read. */
export function tooLarge(name: string): UserError {
	const megabytes = maxBytes / 1024 / 1024;
	return new UserError(`${name} is larger than ${megabytes} MB: save only the article's own page in it.`);
}
