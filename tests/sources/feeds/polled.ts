import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openArchive } from '../../../src/app/open-archive.ts';
import { type FeedNotice, type Feeds, openFeeds } from '../../../src/sources/feeds/service.ts';
import { feedReading, feedThread } from '../../../src/sources/feeds/thread.ts';
import { readingThread } from '../../../src/sources/reading-thread.ts';
import type { Archive } from '../../../src/stores/archive.ts';
import { quietLog } from '../../quiet-log.ts';
import { type FeedSite, startFeedSite } from './feed-site.ts';

export const minute = 60_000;
export const hour = 60 * minute;
/** Where the clock of these tests begins. */
export const began = Date.parse('2026-05-05T08:00:00Z');

const worker = new URL('./worker.ts', import.meta.url);
/** One for all tests, since it takes longer to start than most of them: it ends when it has read nothing for a second. */
const reading = readingThread(worker, { ...feedReading, idleMilliseconds: 1_000 });

/** Feeds that are polled from a site of the test's, by the clock of the test. */
export interface Polled {
	readonly feeds: Feeds;
	readonly archive: Archive;
	readonly site: FeedSite;
	/** The feed's address. */
	readonly address: string;
	/** What those who manage servers were told. */
	readonly told: FeedNotice[];
	now(): number;
	/** Lets time pass, and polls what is due then. */
	after(ms: number): Promise<void>;
	/** The headlines that a server sees, the newest first. */
	seenBy(server: string | null): Promise<string[]>;
	/** Another process with the same archive. */
	another(): Promise<Feeds>;
}

export async function polled(robots?: string): Promise<Polled> {
	const folder = await mkdtemp(join(tmpdir(), 'verbatim-feeds-'));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const site = await startFeedSite(robots);
	onTestFinished(() => site.close());
	let now = began;
	const told: FeedNotice[] = [];
	const open = async () => {
		const archive = await openArchive(folder, () => now);
		const thread = { ...feedThread(reading, folder, 'test'), close: async () => {} };
		const feeds = openFeeds({ store: archive.feeds, web: site.web(), thread, log: quietLog });
		feeds.connect(async (notice) => void told.push(notice));
		onTestFinished(async () => {
			await feeds.stop();
			await feeds.close();
			await archive.close();
		});
		return { feeds, archive };
	};
	const { feeds, archive } = await open();
	return {
		...{ feeds, archive, site, told },
		address: `${site.address}/feed`,
		now: () => now,
		async after(ms) {
			now += ms;
			await feeds.tick();
			await feeds.idle();
		},
		seenBy: async (server) => (await archive.seenBy(server).latest(50)).map(({ headline }) => headline),
		another: async () => (await open()).feeds,
	};
}

/** Adds the feed to a server, as a member who manages it does. */
export const addFeed = ({ feeds, address }: Polled, server = '100', filters = {}) =>
	feeds.service.add({ server, member: '9', address, filters });

/** The one feed of a server. */
export async function onlyFeed({ feeds }: Polled, server = '100') {
	const [subscription, ...others] = await feeds.service.list(server);
	if (!subscription || others.length > 0) throw new Error('The server does not have one feed.');
	return subscription;
}
