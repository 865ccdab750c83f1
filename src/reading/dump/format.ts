import { UserError } from '../../errors.ts';
import { charsetOf, decode } from '../decode.ts';
import type { Format } from '../format.ts';
import { checkSize } from './bounds.ts';
import { readDump } from './dump.ts';

const markup = /^\s*(?:<!doctype html|<html|<\?xml|<rss|<feed)\b/i;
const login = /\b(?:forgot(?:ten)? (?:your )?password|password|sign in|log ?in|create (?:an )?account)\b/gi;
/** A login page has hardly any text besides its form. */
const longestLogin = 3000;

/** The text of a news page as it was copied; whatever no other format takes. */
export const dumpFormat: Format = {
	kind: 'dump',
	matches: () => true,
	read({ bytes, name, mediaType }) {
		const text = decode(bytes, name, charsetOf(mediaType));
		if (markup.test(text)) {
			throw new UserError(
				`${name} is a page's markup, not its text: copy what the page shows and save that.`,
			);
		}
		if (isLogin(text)) {
			throw new UserError(`${name} is a login page, not an article: open the article itself and copy that.`);
		}
		if (!/\S[^\S\n]*[\r\n]\s*\S/.test(text.slice(0, 1_000_000))) {
			throw new UserError(`${name} is a single line: an article has a headline and paragraphs below it.`);
		}
		checkSize(text, name);
		const { fields, unsure } = readDump(text);
		if (fields.headline === '')
			throw new UserError(`${name} has no headline: put it above the first paragraph.`);
		if (fields.paragraphs.length === 0) {
			throw new UserError(`${name} has no paragraphs: an article needs at least one below its headline.`);
		}
		return [{ ...fields, language: null, ...(unsure.length > 0 ? { unsure: [...unsure] } : {}) }];
	},
};

function isLogin(text: string): boolean {
	if (text.length > longestLogin) return false;
	const words = text.match(login) ?? [];
	return words.some((word) => /password/i.test(word)) && words.length >= 2;
}
