import { randomUUID } from 'node:crypto';
import { Connection } from '../connection.ts';
import { UserError } from '../errors.ts';
import type { LibraryOf } from '../library/library.ts';
import type { Log } from '../logger.ts';
import type { DigestSettings, DigestStore } from '../stores/digests.ts';
import {
	type Changed,
	changeDigest,
	checkChannel,
	lastDue,
	type Requester,
	type SettingsInput,
} from './change.ts';
import { type Composed, composer } from './compose.ts';
import type { Delivery } from './delivery.ts';
import { firstDate } from './due.ts';
import { type Toggled, togglePings } from './ping.ts';
import { isTodayOpen, postDigestNow, previewDigest } from './post-now.ts';
import type { PostingContext } from './posting-context.ts';
import { DigestRunner } from './runner.ts';
import { type DigestState, digestState } from './state.ts';
import { articlesAdded, articlesOfDigest, type ListedArticles } from './today.ts';
import { unknownTopics } from './topics.ts';
import { type DayRecord, dayRecord } from './why.ts';

/** What commands do with digests. Whatever cannot be done is a UserError that says why. */
export interface DigestService {
	/** Milliseconds since 1970, by the store's clock. */
	now(): Promise<number>;
	/** @throws UserError where the server has none. */
	settings(server: string): Promise<DigestSettings>;
	/** What is set, the next posts and the last one. */
	state(settings: DigestSettings): Promise<DigestState>;
	/** Sets a digest up, or changes what is given of it. */
	change(input: SettingsInput, requester: Requester): Promise<Changed>;
	pause(server: string): Promise<DigestSettings>;
	resume(server: string): Promise<DigestSettings>;
	/** Deletes the settings. @returns what they were. */
	stop(server: string): Promise<DigestSettings>;
	/** What would be posted now. */
	preview(settings: DigestSettings): Promise<Composed>;
	/** Whether the day's digest is still to come. */
	isTodayOpen(settings: DigestSettings): Promise<boolean>;
	/** Posts now: in the slot "daily" as the day's, or in one that `extraSlot` named. */
	postNow(
		settings: DigestSettings,
		slot: string,
	): Promise<{ readonly message: string; readonly channel: string }>;
	/** Gives a member the role that the digest pings, or takes it away. */
	togglePings(server: string, member: string): Promise<Toggled>;
	/** What the ledger has for a local date, and why. */
	day(settings: DigestSettings, date: string): Promise<DayRecord>;
	/** What a digest showed and left out; null where that is no longer known. */
	articlesOf(slot: { server: string; date: string; slot: string }): Promise<ListedArticles | null>;
	/** What was added within the last day, as a server sees it, or a direct message. */
	articlesAdded(server: string | null): Promise<ListedArticles>;
	/** Those of the topics that no article has, each with the nearest one that an article has. */
	unknownTopics(settings: DigestSettings): ReturnType<typeof unknownTopics>;
}

/** The digests of one process: the service, and what posts them. */
export interface Digests {
	readonly service: DigestService;
	/** From now on digests can be posted. */
	connect(delivery: Delivery): void;
	/** Posts what is due; called every minute. Does nothing without a connection. */
	tick(): Promise<void>;
	/** Resolves when nothing is being posted. */
	idle(): Promise<void>;
	/** Takes no new work, and resolves when everything under way has ended. */
	stop(): Promise<void>;
}

export interface DigestOptions {
	readonly store: DigestStore;
	readonly threads: PostingContext['threads'];
	readonly libraryOf: LibraryOf;
	readonly log: Log;
}

export function openDigests({ store, threads, libraryOf, log }: DigestOptions): Digests {
	const compose = composer(libraryOf, store);
	const connection = new Connection<{ delivery: Delivery; runner: DigestRunner }>();
	const settings = async (server: string) => {
		const found = await store.settings(server);
		if (found) return found;
		throw new UserError('No digest yet: set one up with /digest set. It needs a channel and a time.');
	};
	const service: DigestService = {
		now: () => store.now(),
		settings,
		state: (of) => digestState(of, store, connection.need().delivery),
		change: (input, requester) => changeDigest(input, requester, store, connection.need().delivery),
		async pause(server) {
			await settings(server);
			await store.pause(server, 'asked');
			return settings(server);
		},
		async resume(server) {
			const before = await settings(server);
			await checkChannel(server, before.channel, before.apart, connection.need().delivery);
			if (before.paused !== null) {
				const first = firstDate(before, await store.now(), await lastDue(server, store));
				await store.resume(server, first);
			}
			return settings(server);
		},
		async stop(server) {
			const before = await settings(server);
			await store.removeSettings(server);
			return before;
		},
		preview: (of) => previewDigest(of, { composer: compose, store, delivery: connection.need().delivery }),
		isTodayOpen: (of) => isTodayOpen(of, store),
		postNow: (of, slot) => {
			const { delivery, runner } = connection.need();
			return postDigestNow(of, slot, { store, delivery }, (work) => runner.postNow(work));
		},
		togglePings: (server, member) => togglePings(server, member, store, connection.need().delivery),
		day: (of, date) => dayRecord(of, date, { store, composer: compose, libraryOf }),
		articlesOf: (slot) => articlesOfDigest(slot, store, libraryOf),
		articlesAdded: (server) => articlesAdded(server, store, libraryOf),
		unknownTopics: (of) => unknownTopics(of, libraryOf(of.server)),
	};
	return {
		service,
		connect(delivery) {
			const context = { store, threads, composer: compose, delivery, log, holder: randomUUID() };
			connection.set({ delivery, runner: new DigestRunner(context) });
		},
		tick: async () => connection.current?.runner.tick(),
		idle: async () => connection.current?.runner.idle(),
		stop: async () => connection.current?.runner.stop(),
	};
}
