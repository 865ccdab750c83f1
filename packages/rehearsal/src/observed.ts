// What a rehearsal shows of the bot, and the faults that can be turned on.
import type { APIMessage } from 'discord-api-types/v10';

/** A message as the API gives it, with what only the rehearsal knows about it. */
export type ShownMessage = APIMessage & {
	readonly rehearsal: {
		/** The one member who sees it, or null for everybody. */
		readonly visibleTo: string | null;
		/** Those it really notifies, after `allowed_mentions`. */
		readonly pings: Pings;
	};
};
export interface Pings {
	readonly everyone: boolean;
	readonly users: readonly string[];
	readonly roles: readonly string[];
}

/** One request of the bot, and its outcome. */
export interface RecordedRequest {
	readonly id: number;
	/** ISO 8601. */
	readonly at: string;
	readonly method: string;
	/** With the ids in it, and without interaction tokens: "/channels/123/messages". */
	readonly path: string;
	/** "/channels/{channel_id}/messages", or null where there is none. */
	readonly route: string | null;
	readonly query: Readonly<Record<string, string>>;
	/** The JSON, cut to null where it is larger than 100 kB. */
	readonly body: unknown;
	readonly files: readonly { readonly name: string; readonly size: number }[];
	readonly status: number;
	/** Discord's JSON error code. */
	readonly code: number | null;
	/** Why it was refused, field by field. */
	readonly problems: readonly FieldProblem[];
	/** Fields that Discord does not know and ignores: mostly a mistake of the bot. */
	readonly ignored: readonly string[];
	readonly ms: number;
	/** The interaction that it answers, or that was going on. */
	readonly interactionId: string | null;
	/** The requested fault that hit it. */
	readonly fault: string | null;
}
export interface FieldProblem {
	/** "components.0.components.1.custom_id" */
	readonly path: string;
	/** Discord's: "BASE_TYPE_MAX_LENGTH". */
	readonly code: string;
	readonly message: string;
}

/** The faults that can be turned on and off. The JSON of `POST /rehearsal/faults`. */
export type Fault =
	/** Cuts the connection; one that is not resumable answers the resume with INVALID_SESSION. */
	| { readonly kind: 'dropGateway'; readonly resumable?: boolean; readonly shard?: number }
	/** Discord asks the bot to connect again (opcode 7). */
	| { readonly kind: 'reconnect'; readonly shard?: number }
	/** New gateway connections are refused for this long. */
	| { readonly kind: 'gatewayDown'; readonly ms: number }
	/** The next `times` (default 1) requests that match. `route` is a part of the path or of its template. */
	| {
			readonly kind: 'requests';
			readonly times?: number;
			readonly method?: string;
			readonly route?: string;
			readonly effect: RequestEffect;
	  }
	/** Delays every answer of the API, in ms; 0 ends it. */
	| { readonly kind: 'slow'; readonly ms: number }
	/** The bot lacks every permission in channels, or has them again. */
	| { readonly kind: 'missingPermission'; readonly on: boolean }
	/** Turns the rate limits on or off. */
	| { readonly kind: 'rateLimits'; readonly on: boolean }
	/** Turns all faults off. */
	| { readonly kind: 'none' };

export type RequestEffect =
	/** 500, 502, 503 …; nothing is done. */
	| { readonly status: number }
	| { readonly retryAfter: number; readonly scope?: 'user' | 'global' | 'shared' }
	| { readonly slow: number }
	/** Missing Permissions, 50013. */
	| { readonly missingPermission: true }
	/** The connection breaks: before anything is done, or after all is done and before the answer. */
	| { readonly lose: 'request' | 'answer' };
