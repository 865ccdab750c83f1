import { setImmediate as otherWork } from 'node:timers/promises';
import type { ArticleLine, Library, LibraryOf } from '../library/library.ts';
import type { Shelf } from '../shelves.ts';
import type { DigestStore } from '../stores/digests.ts';
import { countOf, readPlan } from './plan.ts';
import { type ArticleReason, articleReasons } from './reasons.ts';

/** Articles to list, each with the reason why it is listed. */
export interface ListedArticles {
	readonly articles: readonly { readonly line: ArticleLine; readonly why: string | null }[];
	/** How many there are, where the list does not hold them all. */
	readonly total: number;
	/** Whether there are more than `total`: of many, no more are counted. */
	readonly more: boolean;
	/** When what is listed began, or null where that is not known. */
	readonly since: number | null;
}

const dayMs = 86_400_000;
/** Nobody pages through more than this. */
const mostListed = 500;

/** The articles that a digest had, and those that it left out. @returns null where there is no such digest. */
export async function articlesOfDigest(
	slot: { readonly server: string; readonly date: string; readonly slot: string },
	store: DigestStore,
	libraryOf: LibraryOf,
): Promise<ListedArticles | null> {
	const library = libraryOf(slot.server);
	const entry = (await store.entries(slot.server, slot.date)).find((one) => one.slot === slot.slot);
	const plan = readPlan(entry?.plan ?? null);
	if (plan === null) return null;
	const articles: { line: ArticleLine; why: string | null }[] = [];
	let total = 0;
	for (const [reason, ids] of Object.entries(plan.articles)) {
		const why = reason === 'shown' ? null : (articleReasons[reason as ArticleReason] ?? null);
		total += countOf(plan, reason) - ids.length;
		for (const line of await linesOf(library, ids)) articles.push({ line, why });
	}
	return { articles, total: total + articles.length, more: false, since: plan.since };
}

/** What a server sees that was added within the last day, whenever it was published; the newest first. */
export async function articlesAdded(
	server: Shelf,
	store: DigestStore,
	libraryOf: LibraryOf,
): Promise<ListedArticles> {
	const since = (await store.now()) - dayMs;
	const { lines, total, more } = await libraryOf(server).added(since, mostListed);
	return { articles: lines.map((line) => ({ line, why: null })), total, more, since };
}

/** How many are read without a break: a few milliseconds, after which other work gets a turn. */
const linesAtOnce = 25;

/** In the same order, without those that are gone in the meantime. */
async function linesOf(library: Library, ids: readonly string[]): Promise<readonly ArticleLine[]> {
	const lines: ArticleLine[] = [];
	for (const [index, id] of ids.entries()) {
		if (index % linesAtOnce === linesAtOnce - 1) await otherWork();
		const line = await library.line(id);
		if (line) lines.push(line);
	}
	return lines;
}
