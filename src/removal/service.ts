import type { Log } from '../logger.ts';
import type { ForgottenOfMember, ForgottenOfServer, RemovalStore } from '../stores/removal.ts';
import type { Presence } from './presence.ts';

export type { ForgottenOfMember, ForgottenOfServer } from '../stores/removal.ts';

/** What commands do with what is kept of servers and members. */
export interface Privacy {
	/** Where whoever runs the bot can be reached, "https://…" or "mailto:…"; null where they do not say. */
	readonly contact: string | null;
	/** The operator's own page on privacy; null where there is none. */
	readonly page: string | null;
	/** Deletes everything that is kept of a server. */
	forgetServer(server: string): Promise<ForgottenOfServer>;
	/** Deletes what is kept for a member, and their id wherever it stands. */
	forgetMember(member: string): Promise<ForgottenOfMember>;
}

/** Notes which servers have removed the bot, and forgets them after a while. */
export interface Removal {
	readonly service: Privacy;
	/** From now on it is noted which servers the bot is in. */
	connect(presence: Presence): void;
	/** Once a minute. */
	tick(): Promise<void>;
	/** Waits for what is being written. */
	stop(): Promise<void>;
}

export interface RemovalOptions extends Pick<Privacy, 'contact' | 'page'> {
	readonly store: RemovalStore;
	/** Takes a digest up again that was paused because the server could not be found. */
	readonly resumeDigest: (server: string) => Promise<void>;
	readonly log: Log;
}

const dayMs = 86_400_000;
/** How long what a server left behind is kept after it has removed the bot. */
export const keptDays = 30;
/** All servers are compared again after so many ticks. */
const compareEvery = 60;

export function openRemoval({ store, contact, page, resumeDigest, log }: RemovalOptions): Removal {
	let presence: Presence | null = null;
	let compared = -1;
	let ticks = 0;
	const writing = new Set<Promise<void>>();

	const gone = async (servers: readonly string[]) => {
		if (servers.length === 0) return;
		for (const server of await store.noteRemoved(servers))
			log.info({ server }, 'a server has removed the bot');
	};
	const back = async (servers: readonly string[]) => {
		if (servers.length === 0) return;
		for (const server of await store.noteBack(servers)) {
			log.info({ server }, 'a server has the bot again');
			await resumeDigest(server);
		}
	};
	const note = (work: Promise<void>) => {
		const noted = work
			// The next comparison finds it.
			.catch((err: unknown) => {
				compared = -1;
				log.warn({ err }, 'it could not be noted that a server has or has not the bot');
			})
			.finally(() => writing.delete(noted));
		writing.add(noted);
	};
	const compare = async ({ standing }: Presence) => {
		await gone((await store.serversKept()).filter((server) => standing(server) === 'gone'));
		await back((await store.serversRemoved()).filter((server) => standing(server) === 'in'));
	};
	const tick = async () => {
		if (presence !== null) {
			const connections = presence.connections();
			if (connections !== compared || ticks % compareEvery === 0) {
				await compare(presence);
				compared = connections;
			}
			ticks++;
		}
		for (;;) {
			const server = await store.forgetOneRemoved(keptDays * dayMs);
			if (server === null) return;
			log.info({ server }, `a server was forgotten, ${keptDays} days after it removed the bot`);
		}
	};

	return {
		service: {
			contact,
			page,
			async forgetServer(server) {
				const forgotten = await store.forgetServer(server);
				log.info({ server, ...forgotten }, 'a server had everything removed');
				return forgotten;
			},
			forgetMember: (member) => store.forgetMember(member),
		},
		connect(to) {
			presence = to;
			to.onChange((server, now) => note(now === 'gone' ? gone([server]) : back([server])));
		},
		async tick() {
			const work = tick();
			note(work);
			await work.catch(() => undefined);
		},
		stop: async () => void (await Promise.all(writing)),
	};
}
