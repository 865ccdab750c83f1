import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { LiveFromClient, LiveFromServer, RecordedRequest, Rehearsal } from '../api.ts';
import { Permission } from '../constants.ts';
import { hangUp } from '../hang-up.ts';
import { react, typing, vote } from '../members/actions.ts';
import type { World, WorldEvent } from '../state/world.ts';
import { Budget } from './budget.ts';
import { explained } from './http.ts';
import { fromClient, sentence } from './inputs.ts';

/** A client that does not read is cut off before it fills the memory. */
const unreadLimit = 32 * 1024 * 1024;

/** Everything that is sent goes to every client, so their number and their speed are bounded together. */
const mostClients = 100;
const burst = 100;
const perSecond = 20;

/** The members' clients: `/rehearsal/live?member=ID`. */
export class Live {
	readonly #world: World;
	readonly #rehearsal: Rehearsal;
	readonly #server = new WebSocketServer({ noServer: true, maxPayload: 16 * 1024 * 1024 });
	readonly #clients = new Map<WebSocket, string>();
	readonly #stop: readonly (() => void)[];

	constructor(world: World, rehearsal: Rehearsal) {
		this.#world = world;
		this.#rehearsal = rehearsal;
		this.#stop = [
			world.onEvent((event) => this.#dispatch(event)),
			world.onRequest((request) => this.#show(request)),
		];
	}

	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, { searchParams: query }: URL): void {
		const memberId = query.get('member') ?? this.#rehearsal.guild.members.member;
		if (!this.#world.users.has(memberId)) {
			hangUp(socket, '404 Not Found');
			return;
		}
		if (this.#clients.size >= mostClients) {
			hangUp(socket, '503 Service Unavailable');
			return;
		}
		this.#server.handleUpgrade(request, socket, head, (client) => {
			const budget = new Budget(burst, perSecond, this.#world.now());
			this.#clients.set(client, memberId);
			client.on('close', () => this.#clients.delete(client));
			client.on('error', () => client.terminate());
			client.on('message', (data) => {
				if (budget.take(this.#world.now())) void this.#take(client, memberId, String(data));
				else client.close(1008, 'You are being rate limited.');
			});
			send(client, this.#snapshot(memberId));
		});
	}

	#snapshot(memberId: string): LiveFromServer {
		return { type: 'snapshot', ...this.#rehearsal.snapshot(memberId) };
	}

	#dispatch(happened: WorldEvent): void {
		if (this.#clients.size === 0 || happened.audience === 'bot') return;
		const { event, data, visibleTo = null } = happened;
		const json = JSON.stringify({ type: 'dispatch', event, data, visibleTo } satisfies LiveFromServer);
		const sees = new Map<string, boolean>();
		for (const [client, memberId] of this.#clients) {
			// Once a member, however many tabs they have open.
			if (!sees.has(memberId)) sees.set(memberId, this.#sees(memberId, happened));
			if (sees.get(memberId)) sendText(client, json);
		}
	}

	#sees(memberId: string, { guildId, channelId, visibleTo = null, data }: WorldEvent): boolean {
		if (visibleTo !== null) return visibleTo === memberId;
		const channel = channelId === undefined ? undefined : this.#world.channels.get(channelId);
		if (channel) return (this.#world.permissions(channel, memberId) & Permission.ViewChannel) !== 0n;
		const guild = guildId === null ? undefined : this.#world.guilds.get(guildId);
		if (guild) return guild.members.has(memberId);
		// The end of a deleted channel or guild goes to all.
		return data !== undefined;
	}

	#show(request: RecordedRequest): void {
		if (this.#clients.size === 0) return;
		const json = JSON.stringify({ type: 'request', request } satisfies LiveFromServer);
		for (const client of this.#clients.keys()) sendText(client, json);
	}

	async #take(client: WebSocket, memberId: string, text: string): Promise<void> {
		let id: string | number | null = null;
		try {
			const said = parseJson(text);
			id = idOf(said);
			const parsed = fromClient.safeParse(said);
			if (!parsed.success) return send(client, { type: 'refused', id, error: sentence(parsed.error) });
			const answer = await this.#act(memberId, parsed.data);
			if (answer) send(client, answer);
		} catch (error) {
			send(client, { type: 'refused', id, error: explained(error).answer.error });
		}
	}

	async #act(memberId: string, asked: LiveFromClient): Promise<LiveFromServer | null> {
		switch (asked.type) {
			case 'interact': {
				const outcome = await this.#rehearsal.interact({ ...asked.input, memberId });
				return { type: 'outcome', id: asked.id, outcome };
			}
			case 'post':
				await this.#rehearsal.post({ ...asked.input, memberId });
				return null;
			case 'account':
				if (asked.installed !== undefined) this.#rehearsal.setUserInstall(memberId, asked.installed);
				if (asked.directMessages !== undefined)
					this.#rehearsal.setDirectMessages(memberId, asked.directMessages);
				return null;
			case 'snapshot':
				return this.#snapshot(memberId);
			case 'typing':
				typing(this.#world, asked.channelId, memberId);
				return null;
			case 'react':
				react(this.#world, asked, memberId);
				return null;
			case 'vote':
				vote(this.#world, asked, memberId);
				return null;
		}
	}

	close(): void {
		for (const stop of this.#stop) stop();
		for (const client of this.#server.clients) client.terminate();
		this.#server.close();
	}
}

function send(client: WebSocket, message: LiveFromServer): void {
	sendText(client, JSON.stringify(message));
}

function sendText(client: WebSocket, json: string): void {
	if (client.bufferedAmount > unreadLimit) client.terminate();
	else if (client.readyState === client.OPEN) client.send(json);
}

/** By which whoever asked knows the answer, also of what is refused for its form. */
function idOf(said: unknown): string | number | null {
	if (typeof said !== 'object' || said === null || !('id' in said)) return null;
	return typeof said.id === 'string' || typeof said.id === 'number' ? said.id : null;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
