import { UserError } from '../../errors.ts';
import { charsetOf, decode } from '../decode.ts';
import type { Format, ReadFields } from '../format.ts';
import { bodyOf } from './body.ts';
import { factsOf } from './facts.ts';
import { savedFrom } from './markup.ts';
import { type Parent, parsePage, textIn } from './tree.ts';

/**
 * A page of the web as its server sends it or as a browser saves it. What it throws where there is nothing to read
 * is a UserError with one sentence that begins with the source's name:
 *
 * - "… needs a script to show its text …": an empty shell of an application.
 * - "… is behind a paywall …": only the beginning of an article that the page says is not free.
 * - "… is a login page …".
 * - "… holds no article …": no headline, or no text that reads as one.
 * - "… has … it is no page that can be read": larger or deeper nested than a page is.
 */
export const htmlFormat: Format = {
	kind: 'html',
	matches: ({ name, mediaType, start }) =>
		/\.x?html?$/iu.test(name) ||
		/^(?:text\/html|application\/xhtml\+xml)\b/iu.test(mediaType ?? '') ||
		isMarkup.test(start),
	read({ bytes, name, mediaType, address, start }) {
		const html = decode(bytes, name, charsetOf(mediaType) ?? charsetIn(start));
		return [readPage(html, name, address ?? savedFrom(html))];
	},
};

const isMarkup = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*(?:<!doctype html|<html)\b/iu;

/** The encoding that a page says it is in. */
function charsetIn(start: string): string | null {
	return /<meta\s[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/iu.exec(start)?.[1] ?? null;
}

/** @throws UserError as `htmlFormat` says. */
function readPage(html: string, name: string, address: string | null): ReadFields {
	const page = parsePage(html, name);
	const facts = factsOf(page, address);
	const paragraphs = bodyOf(page, name).filter((text, at) => at > 0 || text !== facts.title);
	if (facts.title === null || paragraphs.length === 0) throw noArticle(page, html, name);
	const length = paragraphs.reduce((sum, { length }) => sum + length, 0);
	if (facts.isFree === false && length < longestStub)
		throw new UserError(`${name} is behind a paywall: the page holds only the beginning of the article.`);
	return {
		url: facts.canonical ?? address,
		site: facts.site,
		language: facts.language,
		headline: facts.title,
		deck: null,
		byline: [...facts.authors],
		publishedAt: moment(facts.published),
		updatedAt: moment(facts.updated),
		capturedAt: null,
		caption: null,
		credit: null,
		paragraphs,
		topics: [...facts.topics],
		related: [],
		comments: [],
	};
}

/** Characters of text that a page shows of an article which is not free. */
const longestStub = 1_200;

const appShell =
	/<div[^>]{0,200}\bid=["']?(?:root|app|__next|__nuxt|main-app|react-root)\b|enable javascript|javascript (?:is )?(?:required|disabled|must be)|requires javascript/iu;

function noArticle(page: Parent, html: string, name: string): UserError {
	const text = textIn(page).replace(/\s+/gu, ' ');
	if (/type=["']?password/iu.test(html) && text.length < 5_000)
		return new UserError(`${name} is a login page, not an article: give the address of the article itself.`);
	if (appShell.test(html) && /<script/iu.test(html))
		return new UserError(
			`${name} needs a script to show its text, and scripts are not run: copy the text of the page instead.`,
		);
	return new UserError(`${name} holds no article: give a page that has a headline and the text below it.`);
}

/** A moment with its offset; null where the page gives only the day. */
function moment(written: string | null): string | null {
	const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)? ?(Z|[+-]\d{2}:?\d{2})$/u.exec(
		written ?? '',
	);
	if (!match) return null;
	const [, day, minutes, seconds = ':00', zone = 'Z'] = match;
	const at = `${day}T${minutes}${seconds}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`;
	return Number.isNaN(Date.parse(at)) ? null : at;
}
