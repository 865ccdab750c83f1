import { UserError } from '../../errors.ts';
import { charsetOf, decode } from '../decode.ts';
import type { Format, ReadFields } from '../format.ts';
import { momentOf } from '../moment.ts';
import { webAddress } from '../web-address.ts';
import { type Block, blocksOf } from './blocks.ts';
import { takeFrontMatter } from './front-matter.ts';

/** Characters of a text; more is no article. */
const longest = 1_500_000;
/** A head between lines of "---" that has a title, or a first line that is a heading. */
const isMarkdown = /^\uFEFF?(?:---[ \t]*\r?\n(?:.*\r?\n){0,40}?(?:title|headline)[ \t]*:|\s*#[ \t]+\S)/iu;

/** An article in Markdown, with or without a head in YAML (title, author, date, url, site, lang, tags). */
export const markdownFormat: Format = {
	kind: 'markdown',
	matches: ({ name, mediaType, start }) =>
		/\.(?:md|markdown)$/iu.test(name) ||
		/^text\/(?:x-)?markdown\b/iu.test(mediaType ?? '') ||
		isMarkdown.test(start),
	read({ bytes, name, mediaType }) {
		return [articleOf(decode(bytes, name, charsetOf(mediaType)), name)];
	},
};

function articleOf(text: string, name: string): ReadFields {
	if (text.length > longest) {
		throw new UserError(`${name} has more text than an article: save only the article's own text in it.`);
	}
	const { head, body } = takeFrontMatter(text);
	const blocks = blocksIn(body, name);
	const top = blocks.findIndex(({ heading }) => heading === 1);
	const titled = top >= 0 ? top : blocks.findIndex(({ heading }) => heading > 0);
	const headline = head.title ?? blocks[titled]?.text;
	if (headline === undefined) {
		throw new UserError(`${name} has no headline: put "# " and the headline above the first paragraph.`);
	}
	// What stands above the headline is not the article's text; a title of the head may be repeated as a heading.
	const isHeading = titled >= 0 && (head.title === null || blocks[titled]?.text === headline);
	const paragraphs = blocks.slice(isHeading ? titled + 1 : 0).map((block) => block.text);
	if (paragraphs.length === 0) {
		throw new UserError(`${name} has no paragraphs: an article needs at least one below its headline.`);
	}
	return {
		url: webAddress(head.url),
		...{ site: head.site, language: head.language, headline, deck: head.deck },
		byline: [...head.authors],
		publishedAt: inUtc(head.date),
		updatedAt: inUtc(head.updated),
		...{ capturedAt: null, caption: null, credit: null },
		paragraphs,
		topics: [...head.topics],
		...{ related: [], comments: [] },
	};
}

function blocksIn(body: string, name: string): Block[] {
	try {
		return blocksOf(body);
	} catch (cause) {
		throw new UserError(`${name} cannot be read as Markdown: save its text as .txt instead.`, { cause });
	}
}

/** A moment of a head: without an offset it is in UTC, and a day alone is its beginning, as the makers of sites take it. */
function inUtc(written: string | null): string | null {
	if (written === null) return null;
	const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(written);
	return momentOf(written) ?? momentOf(isDay ? `${written}T00:00Z` : `${written}Z`);
}
