import type { ArticleLine, Library } from '../library/library.ts';
import type { Digests } from './digests.ts';
import { readPlan } from './plan.ts';
import { type ArticleReason, articleReasons } from './reasons.ts';
import { select } from './selection.ts';
import { lineOf } from './why.ts';

/** Articles of a day, each with why it is there. */
export interface DayArticles {
	readonly articles: readonly { readonly line: ArticleLine; readonly why: string | null }[];
	/** When what is listed began, or null where that is not known. */
	readonly since: number | null;
}

const dayMs = 86_400_000;
const looksAt = 500;

/** All articles that a digest had, and those that it left out. @returns null where there is no such digest. */
export async function articlesOfDigest(
	slot: { readonly server: string; readonly date: string; readonly slot: string },
	{ store }: Digests,
	library: Library,
): Promise<DayArticles | null> {
	const entry = (await store.entries(slot.server, slot.date)).find((one) => one.slot === slot.slot);
	const plan = readPlan(entry?.plan ?? null);
	if (plan === null) return null;
	const lines = new Map((await store.arrivals(looksAt)).map(({ line }) => [line.id, line]));
	const articles: { line: ArticleLine; why: string | null }[] = [];
	for (const [reason, ids] of Object.entries(plan.articles)) {
		const why = reason === 'shown' ? null : (articleReasons[reason as ArticleReason] ?? null);
		for (const id of ids) {
			const line = lines.get(id) ?? (await lineOf(library, id));
			if (line) articles.push({ line, why });
		}
	}
	return { articles, since: plan.since };
}

/** What came in within the last day, in the order that matters. */
export async function articlesOfToday({ store, now }: Digests): Promise<DayArticles> {
	const moment = now();
	const taste = { follow: [], leaveOut: [], covered: null };
	const { ranked } = select(await store.arrivals(looksAt), taste, new Map(), moment);
	return { articles: ranked.map(({ line }) => ({ line, why: null })), since: moment - dayMs };
}
