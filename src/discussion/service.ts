import { randomUUID } from 'node:crypto';
import { Connection } from '../connection.ts';
import type { LookUp } from '../stores/discussions.ts';
import { Archiver } from './archiver.ts';
import { type Asker, closeDiscussion } from './close.ts';
import type { DiscussionContext, DiscussionOptions } from './context.ts';
import type { DiscussionDelivery } from './delivery.ts';
import type { Opened, OpenRequest } from './open.ts';

export type { LookUp };

/** What commands do with discussions. Whatever cannot be done is a UserError that says why. */
export interface DiscussionService {
	/** Opens a thread or forum post about an article, or finds the one that is open. */
	open(request: OpenRequest): Promise<Opened>;
	/** Posts what was looked up most in a thread, and closes it. It is archived a little later. */
	close(server: string, thread: string, asker: Asker): Promise<void>;
	/** Counts what was looked up, where the channel is a discussion. Never rejects, and nothing has to wait for it. */
	lookedUp(channel: string, lookUp: LookUp): Promise<void>;
}

/** The discussions of one process. */
export interface Discussions {
	readonly service: DiscussionService;
	connect(delivery: DiscussionDelivery): void;
	/** Archives what was closed and is not archived yet; called every minute. Never rejects. */
	tick(): Promise<void>;
	/** Takes no new work, and resolves when everything under way has ended. */
	stop(): Promise<void>;
}

export function openDiscussions({ store, libraryOf, log }: DiscussionOptions): Discussions {
	const connection = new Connection<{ context: DiscussionContext; archiver: Archiver }>();
	return {
		service: {
			async open(request) {
				const { context } = connection.need();
				// Loaded only here: it reads articles for questions.
				const { openDiscussion } = await import('./open.ts');
				return openDiscussion(request, context);
			},
			async close(server, thread, asker) {
				const { context, archiver } = connection.need();
				await closeDiscussion({ server, thread, asker }, context);
				archiver.soon(thread);
			},
			async lookedUp(channel, lookUp) {
				try {
					await store.count(channel, lookUp);
				} catch (err) {
					log.warn({ err, channel }, 'a look-up could not be counted');
				}
			},
		},
		connect(delivery) {
			const context = { store, libraryOf, log, delivery, holder: randomUUID() };
			connection.set({ context, archiver: new Archiver(context) });
		},
		tick: async () => connection.current?.archiver.tick(),
		stop: async () => connection.current?.archiver.stop(),
	};
}
