import type { Article } from '../article.ts';
import { words } from '../language/fold.ts';
import type { RecordedUtterance } from './articles.ts';

/** How many earlier texts of an article are kept, the latest. */
export const mostRevisions = 10;
/** How many utterances that an article no longer has are kept of it. */
export const mostFormer = 500;
/** Put before each word of a speaker's name in the full-text index; folding leaves it in no text. */
export const nameMark = '\uE000';

export function saysTheSame(one: Article, other: Article): boolean {
	const text = ({ headline, deck, paragraphs }: Article) => JSON.stringify([headline, deck, paragraphs]);
	return text(one) === text(other);
}

/** Whether two texts share half of the paragraphs of the shorter one. */
export function isAlike({ paragraphs }: Article, other: Article): boolean {
	const there = new Set(other.paragraphs);
	const shared = paragraphs.filter((paragraph) => there.has(paragraph)).length;
	return shared > 0 && shared * 2 >= Math.min(paragraphs.length, other.paragraphs.length);
}

/** What is searched of an utterance that an article no longer has. */
export function searchedText({ searched, speaker }: RecordedUtterance): string {
	return [searched, ...words(speaker ?? '').map((word) => nameMark + word)].join(' ');
}

/** A text with its white space as single blanks. */
export function oneLine(text: string): string {
	return text.replace(/\s+/gu, ' ').trim();
}
