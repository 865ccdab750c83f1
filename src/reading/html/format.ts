import { UserError } from '../../errors.ts';
import { charsetOf, decode } from '../decode.ts';
import type { Format, ReadFields } from '../format.ts';
import { momentOf } from '../moment.ts';
import { tidyLine } from '../unseen.ts';
import { layoutOf } from './blocks/layout.ts';
import { captionOf } from './caption.ts';
import { savedFrom } from './markup.ts';
import { type HtmlPage, readHtml } from './page.ts';
import { refusal } from './refusal.ts';
import { parsePage } from './tree.ts';

/**
 * A page of the web as its server sends it or as a browser saves it. What it throws where there is nothing to read
 * is a UserError with one sentence that begins with the source's name:
 *
 * - "… needs a script to show its text …": an empty shell of an application.
 * - "… is behind a paywall …": only the beginning of an article that the page says is not free.
 * - "… is a login page …".
 * - "… holds no article …": no headline, or no text that reads as one.
 * - "… it is no page that can be read": larger or deeper nested than a page is.
 */
export const htmlFormat: Format = {
	kind: 'html',
	matches: ({ name, mediaType, start }) =>
		/\.x?html?$/iu.test(name) ||
		/^(?:text\/html|application\/xhtml\+xml)\b/iu.test(mediaType ?? '') ||
		isMarkup.test(start) ||
		isLinkedData.test(start),
	read({ bytes, name, mediaType, address, start }) {
		const text = decode(bytes, name, charsetOf(mediaType) ?? charsetIn(start));
		const html = isLinkedData.test(start) ? pageWith(text) : text;
		return [articleOf(html, name, address ?? savedFrom(html))];
	},
};

const isMarkup = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*(?:<!doctype html|<html)\b/iu;
/** A file of JSON-LD in the words of schema.org. */
const isLinkedData = /^\s*[[{][^<]{0,300}?"@context"\s*:\s*\[?\s*"https?:\/\/schema\.org/u;

/** A page that holds nothing but this JSON-LD. */
const pageWith = (data: string) =>
	`<!DOCTYPE html><script type="application/ld+json">${data.replaceAll('<', '\\u003c')}</script>`;

/** Under this F1 to be expected it is not sure which blocks are the text. */
const sureText = 0.7;

/** The encoding that a page says it is in. */
function charsetIn(start: string): string | null {
	return /<meta\s[^>]{0,200}\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/iu.exec(start)?.[1] ?? null;
}

/** The article of a page. @throws UserError as `htmlFormat` says. */
export function articleOf(html: string, name: string, address: string | null): ReadFields {
	const page = withGivenBody(readHtml(html, name, address), name);
	const { facts, paragraphs, comments, sure, isThread } = page;
	const refused = refusal(page, html, name);
	if (refused) throw refused;
	if (facts.title === null) throw new UserError(`${name} has no headline: give a page of one article.`);
	return {
		url: facts.canonical ?? address,
		site: facts.site,
		language: facts.language,
		headline: tidyLine(facts.title),
		deck: deckOf(page),
		byline: page.author ? [page.author] : [...facts.authors],
		publishedAt: momentOf(facts.publishedAt),
		...(facts.publishedOn !== null && { publishedOn: facts.publishedOn }),
		updatedAt: momentOf(facts.updatedAt),
		capturedAt: null,
		...captionOf(page.layout),
		paragraphs: [...paragraphs],
		topics: [...facts.topics],
		related: [],
		comments: comments.map(({ author, replyTo, paragraphs: texts, time }) => {
			const postedAt = momentOf(time);
			return { author, replyTo, text: texts.join('\n\n'), ...(postedAt !== null && { postedAt }) };
		}),
		...(sure < sureText && !isThread ? { unsure: ['paragraphs' as const] } : {}),
	};
}

/** Characters of text under which a page shows none. */
const leastShown = 80;

/** A page that shows no text has that which it gives for machines. */
function withGivenBody(page: HtmlPage, name: string): HtmlPage {
	const { articleBody } = page.facts;
	const shown = page.paragraphs.reduce((sum, { length }) => sum + length, 0);
	if (articleBody === null || shown >= leastShown || articleBody.length <= shown) return page;
	const paragraphs = /<\/?[a-z][^>]*>/iu.test(articleBody)
		? layoutOf(parsePage(articleBody, name)).blocks.map(({ text }) => text)
		: articleBody.split(/[\r\n]+/u).map(tidyLine);
	return { ...page, paragraphs: paragraphs.filter((text) => text !== ''), sure: 1 };
}

/** What the page says of its article, where it also stands right below the headline and is none of the text. */
function deckOf({ facts, layout, paragraphs }: HtmlPage): string | null {
	const { headline, description } = facts;
	if (headline < 0 || description === null) return null;
	const wanted = description.slice(0, 80).toLowerCase();
	const below = layout.blocks
		.slice(headline + 1, headline + 6)
		.find(
			({ text }) =>
				text.length > 30 &&
				text.toLowerCase().startsWith(wanted.slice(0, Math.min(wanted.length, text.length))),
		);
	return below && !paragraphs.includes(below.text) ? below.text : null;
}
