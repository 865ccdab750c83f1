import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Fault } from '../api.ts';
import { hangUp } from '../hang-up.ts';
import type { World, WorldEvent } from '../state/world.ts';
import { Connection } from './connection.ts';
import { isSent, payloadFor } from './intents.ts';
import { resumableFor, Session, type Sessions } from './session.ts';
import { isOnShard, type Shard } from './shard.ts';

/** Far more shards than any bot that is tried here has. */
const mostConnections = 256;

/** Discord's gateway v10, JSON without compression: what discord.js asks for. */
export class Gateway implements Sessions {
	readonly #world: World;
	readonly #server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024, perMessageDeflate: false });
	readonly #sessions = new Map<string, Session>();
	readonly #readyListeners = new Set<() => void>();
	#downUntil = 0;

	constructor(world: World) {
		this.#world = world;
		world.onEvent((event) => this.#dispatch(event));
	}

	/** Takes a connection to `/gateway`. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, { searchParams: query }: URL): void {
		if (this.#world.now() < this.#downUntil || this.#server.clients.size >= mostConnections) {
			hangUp(socket, '503 Service Unavailable');
			return;
		}
		this.#server.handleUpgrade(request, socket, head, (client) => {
			if ((query.get('v') ?? '10') !== '10') client.close(4012, 'Invalid API version');
			else if ((query.get('encoding') ?? 'json') !== 'json' || query.has('compress')) {
				client.close(4002, 'The rehearsal speaks JSON without compression.');
			} else new Connection(this.#world, this, client);
		});
	}

	open(intents: number, shard: Shard, socket: WebSocket): Session {
		this.#forgetOld();
		const session = new Session(randomBytes(16).toString('hex'), intents, shard, socket);
		this.#sessions.set(session.id, session);
		return session;
	}

	session(id: string): Session | undefined {
		return this.#sessions.get(id);
	}

	forget(session: Session): void {
		this.#sessions.delete(session.id);
		this.presence();
	}

	/** Called by a connection when a session has started or ended. */
	presence(): void {
		const online = this.isReady();
		if (online) {
			for (const listener of [...this.#readyListeners]) listener();
		}
		if (online === this.#world.botOnline) return;
		this.#world.botOnline = online;
		this.#world.emit({
			event: 'PRESENCE_UPDATE',
			data: { user: { id: this.#world.bot.id }, status: online ? 'online' : 'offline', activities: [] },
			guildId: null,
			audience: 'members',
		});
	}

	isReady(): boolean {
		return [...this.#sessions.values()].some(({ socket }) => socket !== null);
	}

	onReady(listener: () => void): () => void {
		this.#readyListeners.add(listener);
		return () => this.#readyListeners.delete(listener);
	}

	fault(fault: Fault): void {
		if (fault.kind === 'gatewayDown') this.#downUntil = this.#world.now() + fault.ms;
		if (fault.kind === 'none') this.#downUntil = 0;
		if (fault.kind !== 'dropGateway' && fault.kind !== 'reconnect') return;
		for (const session of [...this.#sessions.values()]) {
			if (fault.shard !== undefined && session.shard[0] !== fault.shard) continue;
			if (fault.kind === 'reconnect') session.socket?.send('{"op":7,"d":null,"s":null,"t":null}');
			else {
				if (fault.resumable === false) this.#sessions.delete(session.id);
				session.socket?.terminate();
			}
		}
	}

	#dispatch(event: WorldEvent): void {
		if (event.audience === 'members') return;
		// What only one member sees is never sent to a bot's gateway; an interaction goes to the bot alone.
		if (event.visibleTo != null) return;
		if (event.audience !== 'bot' && !this.#world.isBotIn(event.guildId, event.channelId)) return;
		const written = new Map<number, string>();
		for (const session of this.#sessions.values()) {
			if (!isOnShard(event.guildId, session.shard)) continue;
			if (!isSent(this.#world, session.intents, event)) continue;
			let json = written.get(session.intents);
			if (json === undefined) {
				json = JSON.stringify(payloadFor(this.#world, session.intents, event));
				written.set(session.intents, json);
			}
			session.dispatch(event.event, json);
		}
	}

	#forgetOld(): void {
		const now = this.#world.now();
		for (const session of this.#sessions.values()) {
			if (session.lostAt !== null && now - session.lostAt > resumableFor) this.#sessions.delete(session.id);
		}
	}

	close(): void {
		for (const client of this.#server.clients) client.terminate();
		this.#server.close();
		this.#sessions.clear();
	}
}
