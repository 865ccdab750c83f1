import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { longestAnswer } from './answered.ts';
import { type Change, channel, type Generations } from './generations.ts';
import { connectionOf } from './pool.ts';
import { findWhetherDirect } from './statements.ts';

/** Milliseconds. */
const every = {
	/** While nothing is heard: how often what was changed is read. */
	read: 1_000,
	/** How often the connection is tested, since one that was cut off says nothing. */
	test: 5_000,
	/** How long a test may take. */
	answer: 3_000,
};

/** Keeps the generations up to date until it is closed. */
export interface Listening {
	/** Whether changes are heard of at once; else they are read every second. */
	isHearing(): boolean;
	/** Something may have been changed by this process, which does not know: reads it soon. */
	look(): void;
	close(): Promise<void>;
}

/**
 * Listens to the changes of other processes on a connection of its own. Where that breaks, or brings nothing, as
 * behind a pooler that gives out a connection for each transaction, they are read every second.
 */
export function listen(url: string, generations: Generations): Listening {
	const closing = new AbortController();
	let hearing = false;
	let wantsReading = false;
	/** Whether the last connection ever brought anything. */
	let hasHeard = false;

	/** One connection, from its beginning to its end. */
	const listenOnce = async (): Promise<void> => {
		const client = new pg.Client({ ...connectionOf(url), query_timeout: longestAnswer });
		const own = `${channel}_${randomBytes(8).toString('hex')}`;
		let heard = 0;
		let sent = 0;
		let isOver = false;
		// The driver never answers what was asked of a connection that is ended while it is made.
		const { promise: stopped, reject: stop } = Promise.withResolvers<never>();
		client.on('error', stop);
		client.on('end', () => stop(new Error('The connection was ended.')));
		client.on('notification', ({ payload = '' }) => {
			const said: unknown = JSON.parse(payload);
			if (typeof said === 'object' && said !== null && 'test' in said) heard++;
			else generations.note(said as Change);
		});
		const onAbort = () => stop(closing.signal.reason);
		closing.signal.addEventListener('abort', onAbort);
		const follow = async (): Promise<void> => {
			await client.connect();
			if (!(await findWhetherDirect(client))) return;
			await client.query(`LISTEN ${own}; LISTEN ${channel}`);
			for (;;) {
				sent++;
				const test = client.query('SELECT pg_notify($1, $2)', [own, JSON.stringify({ test: sent })]);
				await Promise.race([test, pause(every.answer, undefined, { ref: false, signal: closing.signal })]);
				if (heard < sent) await pause(100, undefined, { ref: false, signal: closing.signal });
				if (heard < sent) return;
				// What was changed before it could be heard of.
				if (!hearing) await generations.reload();
				if (isOver) return;
				hasHeard = true;
				hearing = true;
				await pause(every.test, undefined, { ref: false, signal: closing.signal });
			}
		};
		try {
			await Promise.race([follow(), stopped]);
		} finally {
			hearing = false;
			closing.signal.removeEventListener('abort', onAbort);
			isOver = true;
			client.end().catch(() => undefined);
		}
	};

	const listening = (async () => {
		for (let wait = 500; !closing.signal.aborted; wait = Math.min(wait * 2, 60_000)) {
			await listenOnce().catch(() => undefined);
			if (hasHeard) wait = 500;
			hasHeard = false;
			await pause(wait, undefined, { ref: false, signal: closing.signal }).catch(() => undefined);
		}
	})();
	const reading = (async () => {
		while (!closing.signal.aborted) {
			await pause(every.read, undefined, { ref: false, signal: closing.signal }).catch(() => undefined);
			if (closing.signal.aborted || (hearing && !wantsReading)) continue;
			wantsReading = false;
			await generations.catchUp().catch(() => {
				wantsReading = true;
			});
		}
	})();
	return {
		isHearing: () => hearing,
		look() {
			wantsReading = true;
		},
		async close() {
			closing.abort();
			await Promise.all([listening, reading]);
		},
	};
}
