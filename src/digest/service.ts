import { randomUUID } from 'node:crypto';
import { UserError } from '../errors.ts';
import type { DigestSettings, DigestStore } from '../library/digests.ts';
import type { Library } from '../library/library.ts';
import type { Log } from '../logger.ts';
import { type Composer, composer } from './compose.ts';
import type { Delivery } from './delivery.ts';
import type { Desk, Ending } from './posting.ts';
import { DigestRunner } from './runner.ts';

/** The digests of one process: what commands work with, and the runner that posts. */
export interface Digests {
	readonly store: DigestStore;
	readonly composer: Composer;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** @throws UserError as long as there is no connection to Discord. */
	delivery(): Delivery;
	/** @throws UserError where the server has none. */
	settings(server: string): Promise<DigestSettings>;
	/** Posts in a slot now. @throws UserError as `delivery` does. */
	postNow(settings: DigestSettings, slot: { readonly date: string; readonly slot: string }): Promise<Ending>;

	/** From now on digests can be posted. */
	connect(delivery: Delivery): void;
	/** Takes up what is due; called every minute. Does nothing without a connection. */
	tick(): Promise<void>;
	/** Resolves when nothing is being posted. */
	idle(): Promise<void>;
	/** Takes nothing up any more, and resolves when what is under way has ended. */
	stop(): Promise<void>;
}

export interface DigestOptions {
	readonly store: DigestStore;
	readonly library: Library;
	readonly log: Log;
	readonly now?: () => number;
}

export function openDigests({ store, library, log, now = Date.now }: DigestOptions): Digests {
	const holder = randomUUID();
	const compose = composer(library, store);
	let connected: { desk: Desk; runner: DigestRunner } | null = null;
	const need = () => {
		if (connected === null)
			throw new UserError('I am still connecting to Discord. Please try again in a minute.');
		return connected;
	};
	return {
		store,
		composer: compose,
		now,
		delivery: () => need().desk.delivery,
		async settings(server) {
			const settings = await store.settings(server);
			if (settings) return settings;
			throw new UserError(
				'This server has no digest yet. Set one up with /digest set: it needs a channel and a time.',
			);
		},
		postNow: (settings, { date, slot }) =>
			need().runner.postNow({
				server: settings.server,
				date,
				slot,
				dueAt: now(),
				settings,
				channel: settings.channel,
				byHand: true,
			}),
		connect(delivery) {
			const desk = { store, composer: compose, delivery, log, now, holder };
			connected = { desk, runner: new DigestRunner(desk) };
		},
		tick: async () => connected?.runner.tick(),
		idle: async () => connected?.runner.idle(),
		stop: async () => connected?.runner.stop(),
	};
}
