import type { WebSocket } from 'ws';
import type { Shard } from './shard.ts';

/** How many dispatches are kept for a resume, as a bound: Discord keeps some minutes. */
const keep = 2_000;
/** How long a session without a connection can be resumed. */
export const resumableFor = 180_000;

/** One identified session of the bot. It outlives its connection, so that a resume can replay what was missed. */
export class Session {
	readonly id: string;
	readonly intents: number;
	readonly shard: Shard;
	socket: WebSocket | null;
	/** When the connection was lost. */
	lostAt: number | null = null;
	#sequence = 0;
	/** The last dispatches; the first one here has the sequence number `#first`. */
	readonly #sent: string[] = [];
	#first = 1;

	constructor(id: string, intents: number, shard: Shard, socket: WebSocket) {
		this.id = id;
		this.intents = intents;
		this.shard = shard;
		this.socket = socket;
	}

	get sequence(): number {
		return this.#sequence;
	}

	/** `data` is JSON already, so that one event is written once however many sessions see it. */
	dispatch(event: string, data: string): void {
		this.#sequence += 1;
		const payload = `{"op":0,"t":"${event}","s":${this.#sequence},"d":${data}}`;
		this.#sent.push(payload);
		if (this.#sent.length > keep) this.#first += this.#sent.splice(0, keep / 2).length;
		this.socket?.send(payload);
	}

	/** Whether everything after this sequence number is still kept. */
	canReplayFrom(sequence: number): boolean {
		return sequence + 1 >= this.#first && sequence <= this.#sequence;
	}

	replay(sequence: number): void {
		for (const payload of this.#sent.slice(sequence + 1 - this.#first)) this.socket?.send(payload);
	}
}

/** What a connection needs of the gateway. */
export interface Sessions {
	open(intents: number, shard: Shard, socket: WebSocket): Session;
	session(id: string): Session | undefined;
	forget(session: Session): void;
	/** A session has started or ended. */
	presence(): void;
}
