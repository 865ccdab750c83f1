import { UserError } from '../errors.ts';
import { sentences } from '../language/sentences.ts';
import type { ReadFields } from './format.ts';

/** More than any article has, in characters and numbers. These limit the size of every answer about one. */
const most = {
	text: 1_000_000,
	headline: 1_000,
	/** Of anything else that is not the text: the deck, the site's name, an author, a topic. */
	line: 10_000,
	authors: 200,
	topics: 200,
	related: 1_000,
	/** Of a comment's author. */
	name: 1_000,
	comments: 5_000,
	comment: 4_000,
	discussion: 2_000_000,
};
/** A longer paragraph is several that lost their line ends. */
const longestParagraph = 10_000;

/**
 * Keeps an article within the limits: over-long paragraphs are divided at a sentence, and of too many comments the
 * first ones stay. @throws UserError where it is larger than any article.
 */
export function bounded(fields: ReadFields, name: string): ReadFields {
	const { headline, paragraphs, byline, topics, related, comments } = fields;
	const text = paragraphs.reduce((sum, { length }) => sum + length, 0);
	if (text > most.text) throw tooMuch(name, `${mega(text)} characters of text`);
	if (headline.length > most.headline) throw tooMuch(name, `a headline of ${headline.length} characters`);
	if (byline.length > most.authors) throw tooMuch(name, `${byline.length} authors`);
	if (topics.length > most.topics) throw tooMuch(name, `${topics.length} topics`);
	if (related.length > most.related) throw tooMuch(name, `${related.length} related headlines`);
	const longest = Math.max(...linesOf(fields).map((line) => line?.length ?? 0));
	if (longest > most.line) throw tooMuch(name, `a line of ${longest} characters beside its text`);
	return {
		...fields,
		paragraphs: paragraphs.flatMap(divided),
		comments: firstComments(comments),
	};
}

function linesOf({ deck, site, caption, credit, url, byline, topics, related }: ReadFields) {
	return [deck, site, caption, credit, url, ...byline, ...topics, ...related.map(({ headline }) => headline)];
}

/** Of a comment that is too long the beginning, and of too many comments the first ones. */
function firstComments(comments: ReadFields['comments']): ReadFields['comments'] {
	const kept: ReadFields['comments'] = [];
	let length = 0;
	const short = (name: string | null) => (name !== null && name.length > most.name ? null : name);
	for (const { text, author, replyTo, ...comment } of comments.slice(0, most.comments)) {
		const isLong = text.length > most.comment;
		const shown = isLong ? `${text.slice(0, most.comment).toWellFormed()} …` : text;
		length += shown.length;
		if (length > most.discussion) break;
		kept.push({ ...comment, author: short(author), replyTo: short(replyTo), text: shown });
	}
	return kept;
}

function tooMuch(name: string, what: string): UserError {
	return new UserError(`${name} has ${what}, more than an article: save only the article's own page in it.`);
}

function mega(characters: number): string {
	return `${(characters / 1_000_000).toFixed(1)} million`;
}

/** Pieces of a paragraph that end with a sentence; one that has no end in reach is divided at a blank. */
function divided(paragraph: string): string[] {
	const pieces: string[] = [];
	let rest = paragraph;
	while (rest.length > longestParagraph) {
		const window = rest.slice(0, longestParagraph);
		const ends = sentences(window).map(({ end }) => end);
		// The last one may continue behind the window.
		const end = ends.at(-2) ?? endWithin(window);
		pieces.push(rest.slice(0, end).trim());
		rest = rest.slice(end).trim();
	}
	return [...pieces, rest];
}

/** A blank, or else the end without half of a character. */
function endWithin(window: string): number {
	const blank = window.lastIndexOf(' ');
	if (blank > 0) return blank;
	return window.length - (/[\uD800-\uDBFF]$/.test(window) ? 1 : 0);
}
