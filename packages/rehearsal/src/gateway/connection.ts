import { clearTimeout, setTimeout } from 'node:timers';
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import { knownIntents, privilegedIntents } from '../constants.ts';
import type { World } from '../state/world.ts';
import { dispatchMembers } from './members.ts';
import { dispatchReady } from './ready.ts';
import type { Session, Sessions } from './session.ts';

/** Discord closes a connection that sends more than 120 payloads a minute. */
const payloadsPerMinute = 120;

const payload = z.object({ op: z.int(), d: z.unknown() });
const identify = z.object({
	token: z.string(),
	intents: z.int().min(0),
	shard: z.tuple([z.int().min(0), z.int().min(1)]).optional(),
	properties: z.object({ os: z.string(), browser: z.string(), device: z.string() }),
});
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int().min(0) });

/** Why Discord ends a connection: its close codes. */
type Close = readonly [code: number, reason: string];
const closes = {
	unknownOpcode: [4001, 'Unknown opcode.'],
	undecodable: [4002, 'Error while decoding payload.'],
	notAuthenticated: [4003, 'Not authenticated.'],
	authenticationFailed: [4004, 'Authentication failed.'],
	alreadyAuthenticated: [4005, 'Already authenticated.'],
	rateLimited: [4008, 'You are being rate limited.'],
	timedOut: [4009, 'Session timed out'],
	invalidShard: [4010, 'Invalid shard.'],
	invalidIntents: [4013, 'Invalid intent(s).'],
	disallowedIntents: [4014, 'Disallowed intent(s).'],
} as const satisfies Record<string, Close>;

/** One WebSocket of the bot: HELLO, then identify or resume, then heartbeats, as Discord's reference describes. */
export class Connection {
	readonly #world: World;
	readonly #sessions: Sessions;
	readonly #socket: WebSocket;
	#session: Session | null = null;
	#heartbeat: NodeJS.Timeout;
	#payloads = 0;
	#minute = 0;

	constructor(world: World, sessions: Sessions, socket: WebSocket) {
		this.#world = world;
		this.#sessions = sessions;
		this.#socket = socket;
		socket.on('message', (data) => this.#receive(data));
		socket.on('error', () => socket.terminate());
		socket.on('close', (code) => this.#closed(code));
		this.#send(10, { heartbeat_interval: world.settings.heartbeat, _trace: ['rehearsal'] });
		// A client that is silent for longer than Discord waits is closed.
		this.#heartbeat = setTimeout(
			() => socket.close(...closes.timedOut),
			world.settings.heartbeat * 1.5 + 1_000,
		);
	}

	#send(op: number, d: unknown): void {
		this.#socket.send(JSON.stringify({ op, d, s: null, t: null }));
	}

	#receive(data: RawData): void {
		const close = this.#take(String(data));
		if (close) this.#socket.close(...close);
	}

	#take(text: string): Close | null {
		const now = this.#world.now();
		if (now - this.#minute > 60_000) {
			this.#minute = now;
			this.#payloads = 0;
		}
		this.#payloads += 1;
		if (this.#payloads > payloadsPerMinute) return closes.rateLimited;
		if (Buffer.byteLength(text) > 4096) return closes.undecodable;
		const parsed = payload.safeParse(parseJson(text));
		if (!parsed.success) return closes.undecodable;
		const { op, d } = parsed.data;
		if (op === 1) {
			this.#heartbeat.refresh();
			this.#send(11, null);
			return null;
		}
		if (op === 2) return this.#identify(d);
		if (op === 6) return this.#resume(d);
		if (this.#session === null) return closes.notAuthenticated;
		if (op === 8) dispatchMembers(this.#world, this.#session, d);
		// Presence and voice state are accepted and ignored.
		else if (op !== 3 && op !== 4 && op !== 31) return closes.unknownOpcode;
		return null;
	}

	#identify(data: unknown): Close | null {
		if (this.#session !== null) return closes.alreadyAuthenticated;
		const given = identify.safeParse(data);
		if (!given.success) return closes.undecodable;
		const { token, intents, shard = [0, 1] } = given.data;
		if (token !== this.#world.token) return closes.authenticationFailed;
		if (shard[0] >= shard[1]) return closes.invalidShard;
		if (intents & ~knownIntents) return closes.invalidIntents;
		if (intents & privilegedIntents && !this.#world.settings.privilegedIntents) {
			return closes.disallowedIntents;
		}
		this.#session = this.#sessions.open(intents, shard, this.#socket);
		dispatchReady(this.#world, this.#session);
		this.#sessions.presence();
		return null;
	}

	#resume(data: unknown): Close | null {
		const given = resume.safeParse(data);
		if (!given.success) return closes.undecodable;
		if (given.data.token !== this.#world.token) return closes.authenticationFailed;
		const session = this.#sessions.session(given.data.session_id);
		if (session === undefined || !session.canReplayFrom(given.data.seq)) {
			this.#send(9, false);
			return null;
		}
		session.socket?.terminate();
		session.socket = this.#socket;
		session.lostAt = null;
		this.#session = session;
		session.replay(given.data.seq);
		session.dispatch('RESUMED', JSON.stringify({ _trace: ['rehearsal'] }));
		this.#sessions.presence();
		return null;
	}

	#closed(code: number): void {
		clearTimeout(this.#heartbeat);
		const session = this.#session;
		if (session === null || session.socket !== this.#socket) return;
		session.socket = null;
		session.lostAt = this.#world.now();
		// A client that closes normally ends its session; any other code leaves it open for a resume.
		if (code === 1000 || code === 1001) this.#sessions.forget(session);
		else this.#sessions.presence();
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
