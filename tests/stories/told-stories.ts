import { readFileSync } from 'node:fs';
import type { Article } from '../../src/article.ts';
import { findQuotes } from '../../src/language/quotations.ts';
import { type StoryPrint, storyPrint } from '../../src/language/stories/print.ts';

/** An invented article, with the story that it tells. */
export interface Told {
	readonly story: string;
	readonly site: string;
	/** ISO 8601. */
	readonly at: string;
	readonly headline: string;
	readonly paragraphs: readonly string[];
}

/** Thirty articles on ten stories: "# story | site | time", the headline, and a paragraph a line. */
export function toldStories(half: 'tuning' | 'held-out'): readonly Told[] {
	const text = readFileSync(new URL(`${half}.txt`, import.meta.url), 'utf8');
	return text
		.split(/^# /mu)
		.slice(1)
		.map((part): Told => {
			const [head = '', headline = '', ...paragraphs] = part.trim().split('\n');
			const [story = '', site = '', at = ''] = head.split('|').map((field) => field.trim());
			return { story, site, at: at.replace('Z', ':00Z'), headline, paragraphs };
		});
}

export function printOf({ headline, paragraphs, at }: Told): StoryPrint {
	const article = { headline, deck: null, paragraphs: [...paragraphs], language: 'en' };
	const quotes: Article['quotes'] = findQuotes([...paragraphs], 'en');
	return storyPrint({ ...article, quotes }, Date.parse(at));
}
