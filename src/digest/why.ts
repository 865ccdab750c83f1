import type { Block, Card, Text } from '../card.ts';
import { headlineLink } from '../cards/articles.ts';
import { counted } from '../cards/numbers.ts';
import { UserError } from '../errors.ts';
import type { DigestSettings, LedgerEntry } from '../library/digests.ts';
import type { ArticleLine, Library } from '../library/library.ts';
import { titleOf } from './card.ts';
import type { Digests } from './digests.ts';
import { addDays, dueAt, isDigestDay, localDate } from './due.ts';
import { type Plan, readPlan } from './plan.ts';
import { type ArticleReason, articleReasons, type SlotReason, slotReasons } from './reasons.ts';
import { windowMs } from './slots.ts';
import { messageUrl } from './state-card.ts';

/** Articles that are named under each reason. */
const named = 8;
const looksAt = 500;

/**
 * The date that a member means: "2031-05-03", "today", "yesterday"; today where nothing is given.
 * @throws UserError for anything else, and for a day to come.
 */
export function readDate(typed: string | undefined, zone: string, now: number): string {
	const today = localDate(now, zone);
	const text = (typed ?? 'today').trim().toLowerCase();
	if (text === 'today') return today;
	if (text === 'yesterday') return addDays(today, -1);
	const valid = /^\d{4}-\d{2}-\d{2}$/u.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text);
	if (!valid)
		throw new UserError(
			`“${text.slice(0, 20)}” is no date that I understand. Write it like ${today}, or “yesterday”.`,
		);
	if (text > today) throw new UserError(`${text} is still to come; today is ${today}.`);
	return text;
}

/** Why a day's digest was posted or was not, and why each article was in it or was not. */
export async function whyCard(
	settings: DigestSettings,
	date: string,
	digests: Digests,
	library: Library,
): Promise<Card> {
	const { server, channel } = settings;
	const entries = (await digests.store.entries(server, date)).filter(({ slot }) => !slot.includes('/'));
	const blocks: Block[] = [];
	if (!entries.some(({ slot }) => slot === 'daily')) {
		const { reason, at } = withoutEntry(settings, date, digests.now());
		const due: Text =
			at === null ? [] : [' Due ', { mark: 'time', at: new Date(at).toISOString(), style: 'moment' }, '.'];
		blocks.push({ kind: 'text', text: [slotReasons[reason], ...due] });
		if (reason === 'not-yet') blocks.push(...(await soFar(settings, date, digests, library)));
	}
	for (const entry of entries) {
		const extra =
			entry.slot === 'daily' ? [] : [`Extra at ${entry.slot.slice(6, 8)}:${entry.slot.slice(8)}. `];
		blocks.push({ kind: 'text', text: [...extra, ...entryText(entry, channel)] });
		const plan = readPlan(entry.plan);
		if (plan) blocks.push(...(await articleBlocks(plan, digests, library)));
	}
	return {
		eyebrow: 'Daily digest · why',
		title: titleOf(date),
		tone: 'digest',
		blocks,
		actions: [
			[
				{ label: '◀ Day before', command: 'digest why', options: { date: addDays(date, -1) } },
				{
					label: 'Day after ▶',
					command: 'digest why',
					options: { date: addDays(date, 1) },
					disabled: date >= localDate(digests.now(), settings.zone),
				},
				{ label: 'What is set', command: 'digest show', options: {} },
			],
		],
	};
}

function entryText(
	{ state, reason, attempts, server, channel, message, settledAt, retryAt }: LedgerEntry,
	now: string,
): Text {
	const name: SlotReason = state === 'claimed' ? 'posting-now' : ((reason ?? 'posted') as SlotReason);
	const moment = (at: number): Text[number] => ({
		mark: 'time',
		at: new Date(at).toISOString(),
		style: 'moment',
	});
	return [
		slotReasons[name] ?? `It is ${state}.`,
		...(attempts > 1 ? [` It took ${counted(attempts, 'attempt')}.`] : []),
		...(state === 'waiting' && retryAt !== null ? [' Next attempt ', moment(retryAt), '.'] : []),
		...(settledAt !== null && state !== 'waiting' ? [' ', moment(settledAt)] : []),
		...(message === null
			? []
			: [' · ', { mark: 'link', text: 'See it', url: messageUrl(server, channel || now, message) } as const]),
	];
}

/** Why the ledger has nothing of a date. */
function withoutEntry(
	settings: DigestSettings,
	date: string,
	now: number,
): { readonly reason: SlotReason; readonly at: number | null } {
	const at = dueAt(date, settings);
	if (at === null) return { reason: 'no-such-day', at };
	if (settings.paused !== null && at >= (settings.pausedAt ?? 0)) {
		const paused = settings.paused in slotReasons ? (settings.paused as SlotReason) : 'paused';
		return { reason: paused, at };
	}
	if (date < settings.first) return { reason: 'not-set-up', at: null };
	if (!isDigestDay(date, settings)) return { reason: 'not-a-day', at: null };
	if (at > now) return { reason: 'not-yet', at };
	return { reason: now - at > windowMs ? 'not-recorded' : 'posting-now', at };
}

/** What the digest would hold if it were posted now. */
async function soFar(
	settings: DigestSettings,
	date: string,
	digests: Digests,
	library: Library,
): Promise<Block[]> {
	const occasion = { date, slot: 'daily', now: digests.now(), lateFor: null, byHand: false };
	const { plan } = await digests.composer.digest(settings, occasion);
	const blocks = await articleBlocks(plan, digests, library);
	return [{ kind: 'note', text: ['As things stand now:'] }, ...blocks];
}

/** Articles by why; those that came in since are named, too. */
async function articleBlocks(plan: Plan, { store }: Digests, library: Library): Promise<Block[]> {
	const arrivals = await store.arrivals(looksAt);
	const lines = new Map(arrivals.map(({ line }) => [line.id, line]));
	const later = arrivals
		.filter(({ number, added }) => number > plan.covered.number && added > plan.covered.at)
		.map(({ line }) => line.id);
	const byReason = Object.entries({
		...plan.articles,
		...(later.length === 0 ? {} : { 'came-later': later }),
	});
	const blocks: Block[] = [];
	for (const [reason, ids] of byReason) {
		const text = articleReasons[reason as ArticleReason] ?? reason;
		blocks.push({ kind: 'heading', text: [`${counted(ids.length, 'article')}: ${text}`] });
		const items: Text[] = [];
		for (const id of ids.slice(0, named)) items.push(itemOf(lines.get(id) ?? (await lineOf(library, id))));
		if (ids.length > named) items.push([`and ${ids.length - named} more`]);
		blocks.push({ kind: 'list', items });
	}
	return blocks.length === 0 ? [{ kind: 'text', text: ['No article had come in.'] }] : blocks;
}

function itemOf(line: ArticleLine | null): Text {
	return line === null ? ['an article that is gone from the library'] : headlineLink(line);
}

export async function lineOf(library: Library, id: string): Promise<ArticleLine | null> {
	try {
		const { line } = await library.brief(id);
		return line.id === id ? line : null;
	} catch (error) {
		if (error instanceof UserError) return null;
		throw error;
	}
}
