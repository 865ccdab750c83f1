import type { Shelf } from '../shelves.ts';
import type { ArticleLine } from './articles.ts';

/** A line as both databases give it. */
export interface ShownRow {
	readonly id: string;
	readonly revision: string;
	readonly headline: string;
	readonly site: string | null;
	readonly url: string | null;
	readonly at: string;
	readonly atIs: ArticleLine['atIs'];
	readonly changedAt: string | null;
	readonly paragraphs: number;
	readonly quotes: number;
	readonly speakers: number;
	readonly comments: number;
	readonly unsure: number;
}

/** One with what puts lines in order. */
export interface LineRow extends ShownRow {
	readonly moment: number;
	readonly arrival: number;
}

/** The columns of articles `a` that a line shows. */
export const shownColumns = ['id', 'revision', 'headline', 'site', 'url', 'at', '"atIs"', '"changedAt"']
	.concat(['paragraphs', 'quotes', 'speakers', 'comments', 'unsure'])
	.map((column) => `a.${column}`)
	.join(', ');

export const lineColumns = `${shownColumns}, a.moment, a.arrival`;

export function lineOf(row: ShownRow, { server }: { readonly server: Shelf }): ArticleLine {
	const { id, revision, headline, site, url, at, atIs, changedAt } = row;
	const { paragraphs, quotes, speakers, comments } = row;
	const counts = { paragraphs, quotes, speakers, comments };
	const line = { id, revision, shelf: server, headline, site, url, at, atIs, changedAt, counts };
	return row.unsure === 1 ? { ...line, unsure: true } : line;
}
