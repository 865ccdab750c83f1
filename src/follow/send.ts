import { z } from 'zod';
import { markOfKey, nonceOfKey } from '../nonce.ts';
import type { ClaimedPost, Follow, PostKey, SettledPost } from '../stores/follows.ts';
import { isTrouble } from '../trouble.ts';
import { newsCard } from './card.ts';
import type { FollowContext } from './context.ts';
import type { Trouble } from './delivery.ts';
import { type News, newsOf } from './news.ts';

/** Longer than a post takes: each request ends after a minute. */
export const leaseMs = 4 * 60_000;
/** Minutes between attempts; the last one repeats. */
const pauses = [1, 2, 5, 15, 30, 60];

/** What was to be posted, as the store keeps it: up to which arrival, and for which follows. */
const planSchema = z.object({
	upTo: z.number(),
	covered: z.array(z.object({ id: z.number(), upTo: z.number(), told: z.array(z.string()) })),
});
type Plan = z.infer<typeof planSchema>;

/**
 * Posts what is new to a member, once: claims the post, looks where an earlier claim was never ended whether it is
 * there, writes down what it is going to post, posts, and writes down that it did. Wherever a process is killed in
 * here, another one goes on from what is written down.
 */
export async function sendNews(
	key: PostKey,
	context: FollowContext,
): Promise<'posted' | 'nothing' | 'waiting'> {
	const { store, holder, delivery } = context;
	const claimed = await store.claim(key, { holder, leaseMs });
	if (claimed === null) return 'nothing';
	const plan = readPlan(claimed.plan);
	// Asked for before anything is read; what was planned before is posted as it was planned.
	const upTo = plan?.upTo ?? (await store.lastArrival());
	const settle = async (settled: SettledPost) => void (await store.settle(key, holder, settled));
	const nothing = (follows: readonly Follow[]) =>
		settle({ posted: false, covered: follows.map(({ id }) => ({ id, upTo, told: [] })) });

	const allowed = await allowedNews(key, claimed, upTo, context);
	if (isTrouble(allowed)) return trouble(key, claimed, allowed, context);
	if (allowed.length === 0 && plan === null) {
		await nothing(claimed.follows);
		return 'nothing';
	}
	const place = await delivery.channel(key.member, key.target);
	if (isTrouble(place)) return trouble(key, claimed, place, context);
	const name = ['follow', key.member, key.target, String(claimed.number)];
	const sent = { channel: place.channel, nonce: nonceOfKey(...name), mark: markOfKey(...name) };
	if (plan !== null) {
		const found = await delivery.find(sent, claimed.since - 60_000);
		if (isTrouble(found)) return trouble(key, claimed, found, context);
		if (found.message !== null) {
			await settle({ posted: true, covered: plan.covered });
			return 'posted';
		}
		if (allowed.length === 0) {
			await nothing(claimed.follows);
			return 'nothing';
		}
	}
	const { card, shown } = newsCard(allowed);
	const covered = coveredBy(claimed.follows, allowed, shown, upTo);
	const written = JSON.stringify({ upTo, covered } satisfies Plan);
	if (!(await store.plan(key, written, { holder, leaseMs }))) return 'nothing';
	const posted = await delivery.post({ ...sent, mention: mentioned(key) }, card);
	if (isTrouble(posted)) return trouble(key, claimed, posted, context);
	await settle({ posted: true, covered });
	return 'posted';
}

/** In direct messages everything notifies; in a thread only a mention does. */
export function mentioned({ member, target }: PostKey): string | null {
	return target === 'direct' ? null : member;
}

/** What is new, of follows whose member may still see it: a server's shelf is for its members. */
async function allowedNews(
	{ member }: PostKey,
	{ follows }: ClaimedPost,
	upTo: number,
	context: FollowContext,
): Promise<readonly News[] | Trouble> {
	const all: News[] = [];
	const left = new Set<string>();
	const asked = new Set<string>();
	for (const follow of follows) {
		const { server } = follow;
		if (server !== null && left.has(server)) continue;
		const news = await newsOf(follow, upTo, context);
		if (news === null) continue;
		if (server !== null && !asked.has(server)) {
			const state = await context.delivery.isMember(server, member);
			if (isTrouble(state)) return state;
			asked.add(server);
			if (!state.isMember) {
				left.add(server);
				await context.store.end(member, { server }, 'left');
				continue;
			}
		}
		all.push(news);
	}
	return all;
}

/** Follows that the message had no room for stay as they are, so that the next one begins with them. */
function coveredBy(
	follows: readonly Follow[],
	news: readonly News[],
	shown: readonly News[],
	upTo: number,
): Plan['covered'] {
	const waiting = new Set(news.filter((one) => !shown.includes(one)).map(({ follow }) => follow.id));
	return follows
		.filter(({ id }) => !waiting.has(id))
		.map(({ id }) => {
			const of = shown.find(({ follow }) => follow.id === id);
			return { id, upTo, told: of?.articles.map((line) => line.id) ?? [] };
		});
}

async function trouble(
	key: PostKey,
	{ attempts }: ClaimedPost,
	{ trouble: kind, detail }: Trouble,
	{ store, holder, log }: FollowContext,
): Promise<'nothing' | 'waiting'> {
	if (kind === 'unreachable' || kind === 'refused') {
		const pause = (pauses[Math.min(attempts, pauses.length) - 1] ?? 60) * 60_000;
		const level = kind === 'refused' ? 'error' : 'warn';
		log[level](
			{ ...key, attempts, detail, againInSeconds: pause / 1000 },
			'news could not be sent to a member',
		);
		await store.settle(key, holder, { retryIn: pause });
		return 'waiting';
	}
	const why = kind === 'closed' ? 'closed' : 'thread-gone';
	const ended = await store.end(key.member, { target: key.target }, why);
	log.info({ ...key, ended, detail }, 'a member can no longer be told of what they follow');
	await store.settle(key, holder, { posted: false, covered: [] });
	return 'nothing';
}

function readPlan(text: string | null): Plan | null {
	if (text === null) return null;
	try {
		return planSchema.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		return null;
	}
}
