// Digests and follows that come due while bench:load runs, and what became of them.
import { setTimeout as pause } from 'node:timers/promises';
import { defaultSettings } from '../../src/digest/defaults.ts';
import { localDate } from '../../src/digest/due.ts';
import { unsummarised } from '../../src/sources/record.ts';
import type { Archive } from '../../src/stores/archive.ts';
import { inventArticle } from '../invented.ts';
import { onDatabase } from '../prepared/on-database.ts';
import type { DiscordReady } from './discord.ts';

const topic = 'Harbour lights';

/** Removes what a run before has left in the database, and the leases of its processes, where it was broken off. */
export async function emptyDue(url: string): Promise<void> {
	const tables =
		'digest_settings, digest_ledger, digest_articles, follows, follow_posts, follow_told, removed_servers, shard_leases, shard_processes, shard_identifies';
	await onDatabase(url, `TRUNCATE ${tables}`);
}

/** Sets up a digest in each of these servers, due from `from` to `to` (milliseconds since 1970), evenly. */
export async function planDigests(
	archive: Archive,
	{ digests, owner }: DiscordReady,
	from: number,
	to: number,
): Promise<void> {
	for (const [index, { server, channel }] of digests.entries()) {
		const due = from + Math.floor(((to - from) * index) / digests.length);
		await archive.digests.putSettings({
			...{
				server,
				channel,
				time: new Date(due).toISOString().slice(11, 16),
				zone: 'UTC',
				...defaultSettings,
			},
			...{ first: localDate(from, 'UTC'), setBy: owner },
		});
	}
}

/** Lets members follow a topic, of which articles come while it runs. */
export async function planFollows(archive: Archive, { followers }: DiscordReady): Promise<void> {
	const covered = await archive.follows.lastArrival();
	for (const member of followers) {
		await archive.follows.put(
			{
				...{ member, server: null, kind: 'topic', subject: topic, key: topic.toLowerCase() },
				...{ pace: 'at once', target: 'direct', covered },
			},
			20,
		);
	}
}

/** Puts in an article on that topic every so many seconds until it is stopped. */
export function bringNews(
	archive: Archive,
	every: number,
	first: number,
): { stop(): Promise<readonly string[]> } {
	let going = true;
	const headlines: string[] = [];
	const bring = async () => {
		for (let number = first; going; number++) {
			const article = { ...inventArticle(number), topics: [topic], publishedAt: new Date().toISOString() };
			try {
				await archive.put([unsummarised(article)]);
				headlines.push(article.headline);
			} catch {
				// The archive is away: that article never came.
			}
			for (let waited = 0; going && waited < every; waited += 0.2) await pause(200);
		}
		return headlines;
	};
	const bringing = bring();
	return {
		async stop() {
			going = false;
			return bringing;
		},
	};
}

/** Waits until nothing is open in the ledger, at most so many seconds. @returns how many digests are posted there. */
export async function digestsSettled(url: string, count: number, most: number): Promise<number> {
	let posted = 0;
	for (let waited = 0; waited < most; waited += 2) {
		const [row] = await onDatabase<{ posted: string }>(
			url,
			"SELECT count(*) AS posted FROM digest_ledger WHERE state = 'posted'",
		);
		posted = Number(row?.posted ?? 0);
		if (posted >= count) break;
		await pause(2_000);
	}
	return posted;
}
