import { createForest, type Forest } from '../../../src/language/model/trees.ts';
import { layoutOf } from '../../../src/reading/html/blocks/layout.ts';
import { authorOptions } from '../../../src/reading/html/facts/authors/authors.ts';
import { authorNames } from '../../../src/reading/html/facts/authors/row.ts';
import { mostLikely, type Option } from '../../../src/reading/html/facts/choice.ts';
import { daysOf, publishedSources } from '../../../src/reading/html/facts/dates/candidates.ts';
import { dayOptions } from '../../../src/reading/html/facts/dates/dates.ts';
import { dayNames } from '../../../src/reading/html/facts/dates/row.ts';
import { headlineIn } from '../../../src/reading/html/facts/facts.ts';
import { type Ground, groundOf } from '../../../src/reading/html/facts/ground.ts';
import type { FactModels } from '../../../src/reading/html/facts/model.ts';
import { nearHeadline, timesIn } from '../../../src/reading/html/facts/near.ts';
import type { TitleCandidate } from '../../../src/reading/html/facts/titles/candidates.ts';
import { titleNames } from '../../../src/reading/html/facts/titles/row.ts';
import { titleOptions } from '../../../src/reading/html/facts/titles/title.ts';
import { type Element, type Parent, parsePage } from '../../../src/reading/html/tree.ts';
import { type BoostOptions, fitForest, type Group } from '../boost.ts';
import { groupSites, siteName } from '../lines/sites.ts';
import { labelledIn, type Truth } from './corpus.ts';
import { folded } from './folded.ts';
import { coverage, isAuthor, isTitle, shownAuthors } from './right.ts';

/** A page to learn facts from. */
export interface FactPage extends Pick<Truth, 'kind' | 'title' | 'author' | 'date'> {
	readonly id: string;
	readonly site: number;
	readonly page: Parent;
	readonly ground: Ground;
	readonly titles: readonly Option<TitleCandidate>[];
}

const options: BoostOptions = {
	...{ trees: 240, leaves: 8, rate: 0.04, pull: 3, least: 8 },
	...{ sample: 0.7, columns: 0.25, seed: 5 },
};
const innerFolds = 4;
/** Threads are not what the facts are read for first. */
const weights = {
	title: { article: 1, forum: 0.7 },
	date: { article: 1, forum: 0.5 },
	// Somebody else writes the first post of a thread: `src/reading/html/comments/` finds who.
	author: { article: 1, forum: 0 },
};
/** What pages count for which the corpus names no author, or no day: some have one all the same. */
const unsaid = 0.3;

export function factPagesIn(folders: readonly string[]): FactPage[] {
	const pages = folders.flatMap((folder) => labelledIn(folder));
	const names = pages.map(({ url, id }) => (URL.canParse(url) ? siteName(url) : id));
	const sites = groupSites(names);
	return pages.map(({ id, html, kind, title, author, date }, at) => {
		const page = parsePage(html, id);
		const ground = groundOf(page, layoutOf(page), null);
		const site = sites.get(names[at] ?? '') ?? 0;
		return { id, site, kind, title, author, date, page, ground, titles: titleOptions(ground) };
	});
}

/**
 * Learns which of the titles, days and names of a page are the right ones. The headline near which days and names are
 * looked for is taken, for each page, from models that never saw its site.
 */
export function learnFacts(pages: readonly FactPage[]): Record<keyof FactModels, Forest> {
	const headlines = unseenTitles(pages);
	const days: Group[] = [];
	const authors: Group[] = [];
	for (const page of pages) {
		const { ground, date, author, kind } = page;
		const { layout, head } = ground;
		const headline = headlineIn(layout, headlines.get(page) ?? null);
		const nearby = nearHeadline(layout, headline, timesIn(layout, head.marked as readonly Element[]));
		const named = daysOf(ground, nearby);
		const possible = dayOptions(named);
		const isDay = ({ day }: { day: string }) => day === date?.slice(0, 10);
		// Where a page shows only when it was changed, the corpus has that day, though the data say another one.
		const isOfChange =
			named.candidates.some(isDay) &&
			!possible.some(({ value }) => isDay(value)) &&
			publishedSources.some((source) => named.said.has(source));
		if (!isOfChange)
			days.push(...groupOf(possible, isDay, weights.date[kind] * (date === null ? unsaid : 1)));
		const signed = author === null ? unsaid : 1;
		const found = authorOptions(ground, nearby, headline);
		const best = Math.max(0, ...found.map(({ value }) => coverage(author, value.names)));
		const isRight = ({ names }: { names: readonly string[] }) =>
			isAuthor(author, shownAuthors(names)) && coverage(author, names) >= best - 2;
		authors.push(...groupOf(found, isRight, weights.author[kind] * signed));
	}
	return {
		titles: learnTitles(pages),
		days: fitForest(days, dayNames, options),
		authors: fitForest(authors, authorNames, options),
	};
}

/** The headline of each page, chosen by models that never saw its site. */
export function unseenTitles<Page extends Pick<FactPage, 'site' | 'kind' | 'title' | 'titles'>>(
	pages: readonly Page[],
): Map<Page, string | null> {
	const found = new Map<Page, string | null>();
	for (const { seen, unseen } of folded(pages, innerFolds, 3)) {
		const forest = createForest(learnTitles(seen));
		for (const page of unseen) found.set(page, mostLikely(page.titles, forest, false)?.value.text ?? null);
	}
	return found;
}

function learnTitles(pages: readonly Pick<FactPage, 'kind' | 'title' | 'titles'>[]): Forest {
	const groups = pages.flatMap(({ titles, title, kind }) =>
		groupOf(titles, ({ text }) => isTitle(title, text), weights.title[kind]).filter(
			({ right, rows }) => right[0] !== rows.length,
		),
	);
	return fitForest(
		groups.map((group) => ({ ...group, orNone: false })),
		titleNames,
		options,
	);
}

/** One question to learn from; none where there is nothing to choose from or it has no weight. */
function groupOf<Value>(
	found: readonly Option<Value>[],
	isRight: (value: Value) => boolean,
	weight: number,
): Group[] {
	if (found.length === 0 || weight === 0) return [];
	const right = found.flatMap(({ value }, at) => (isRight(value) ? [at] : []));
	return [
		{
			rows: found.map(({ row }) => row),
			right: right.length > 0 ? right : [found.length],
			weight,
			orNone: true,
		},
	];
}
