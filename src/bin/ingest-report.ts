import type { Outcome } from '../sources/ingest/ingest.ts';

/** What an ingest has done so far. */
export interface Tally {
	read: number;
	known: number;
	left: number;
	/** Articles that were not in the archive before. */
	fresh: number;
	/** Articles that were there already, from another file. */
	there: number;
	/** Comments of exports that are under their articles now, and those whose article is not here. */
	comments: number;
	commentsWithoutArticle: number;
	readonly refused: { readonly name: string; readonly why: string }[];
}

/** Sentences that are shown at the end; `--json` has all. */
const mostShown = 50;
const barWidth = 30;

/** Counts an outcome. */
export function count(tally: Tally, outcome: Outcome): void {
	if (outcome.kind === 'refused') tally.refused.push({ name: outcome.name, why: outcome.why });
	else if (outcome.kind === 'comments') {
		tally.read++;
		tally.comments += outcome.comments;
		tally.commentsWithoutArticle += outcome.missing;
	} else tally[outcome.kind]++;
	if (outcome.kind !== 'read') return;
	tally.fresh += outcome.fresh;
	tally.there += outcome.articles - outcome.fresh;
}

/** A line that shows how far it is. */
export function bar(tally: Tally, waiting: number): string {
	const done = tally.read + tally.known + tally.left + tally.refused.length;
	const all = Math.max(1, done + waiting);
	const full = Math.round((barWidth * done) / all);
	return `[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}] ${done} of ${all}, ${tally.refused.length} refused`;
}

/** What was done, as a table, with the reason for each refusal. Names are shown without control codes. */
export function table(tally: Tally, dry: boolean): string {
	const rows: readonly (readonly [string, number])[] = [
		[dry ? 'would be read' : 'read', tally.read],
		['  articles that are new', tally.fresh],
		['  articles that were there', tally.there],
		['already there, not read again', tally.known],
		...(tally.comments + tally.commentsWithoutArticle > 0
			? ([
					['  comments under their articles', tally.comments],
					['  comments of which no article is here', tally.commentsWithoutArticle],
				] as const)
			: []),
		...(tally.left > 0 ? ([['addresses, not fetched', tally.left]] as const) : []),
		['refused', tally.refused.length],
	];
	const width = Math.max(...rows.map(([label]) => label.length));
	const lines = rows.map(([label, number]) => `${label.padEnd(width)} ${String(number).padStart(8)}`);
	const reasons = tally.refused
		.slice(0, mostShown)
		.map(({ name, why }) => `  ${plain(why.startsWith(name) ? why : `${name}: ${why}`)}`);
	const more = tally.refused.length - reasons.length;
	return `${[...lines, ...reasons, ...(more > 0 ? [`  … and ${more} more (--json has all)`] : [])].join('\n')}\n`;
}

const plain = (text: string) => text.replace(/\p{C}/gu, '').slice(0, 400);
