import type { Shelf } from '../shelves.ts';
import type { ArticleLine } from './articles.ts';

/** A line of a list as both databases give it. */
export interface LineRow {
	readonly id: string;
	readonly revision: string;
	readonly headline: string;
	readonly site: string | null;
	readonly url: string | null;
	readonly at: string;
	readonly atIs: ArticleLine['atIs'];
	readonly changedAt: string | null;
	readonly moment: number;
	readonly arrival: number;
	readonly paragraphs: number;
	readonly quotes: number;
	readonly speakers: number;
	readonly comments: number;
	readonly unsure: number;
}

/** Its columns, of articles `a`. */
export const lineColumns = [
	'id',
	'revision',
	'headline',
	'site',
	'url',
	'at',
	'"atIs"',
	'"changedAt"',
	'moment',
	'arrival',
]
	.concat(['paragraphs', 'quotes', 'speakers', 'comments', 'unsure'])
	.map((column) => `a.${column}`)
	.join(', ');

export function lineOf(row: LineRow, { server }: { readonly server: Shelf }): ArticleLine {
	const { id, revision, headline, site, url, at, atIs, changedAt } = row;
	const { paragraphs, quotes, speakers, comments } = row;
	const counts = { paragraphs, quotes, speakers, comments };
	const line = { id, revision, shelf: server, headline, site, url, at, atIs, changedAt, counts };
	return row.unsure === 1 ? { ...line, unsure: true } : line;
}
