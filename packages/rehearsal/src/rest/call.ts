import type { IncomingFile } from '../state/model.ts';
import type { World } from '../state/world.ts';

/** One request, checked against its route: what a handler works on. */
export interface Call<Body = unknown> {
	readonly world: World;
	/** A part of the path, e.g. `param('channel_id')`. */
	param(name: string): string;
	readonly query: Readonly<Record<string, string>>;
	readonly body: Body;
	readonly files: readonly IncomingFile[];
}

export interface Reply {
	readonly status: number;
	readonly body?: unknown;
}
export const ok = (body: unknown): Reply => ({ status: 200, body });
export const noContent: Reply = { status: 204 };

/** What a query field must be. */
export type QueryRule = 'snowflake' | 'boolean' | 'text' | readonly [least: number, most: number];

export interface Route {
	readonly method: string;
	/** "/channels/{channel_id}/messages" */
	readonly template: string;
	/** Whether the bot's token is needed. Interactions and webhooks carry their own in the path. */
	readonly auth: boolean;
	readonly query: Readonly<Record<string, QueryRule>>;
	/** The name of the body's schema in Discord's published document, or how the body decides it. */
	readonly schema: string | ((body: unknown, call: Pick<Call, 'world' | 'param'>) => string | null) | null;
	/** Whether the body is a list of what `schema` says. */
	readonly list: boolean;
	/** Requests in so many ms. Null: not counted by itself. */
	readonly bucket: readonly [requests: number, ms: number] | null;
	readonly handle: (call: Call) => Reply;
}

interface RouteOptions {
	readonly auth?: boolean;
	readonly query?: Route['query'];
	readonly schema?: Route['schema'];
	readonly list?: boolean;
	readonly bucket?: Route['bucket'];
}

/** Declares a route. The type of its body is from Discord's reference; the schema has checked it. */
export function route<Body = unknown>(
	method: string,
	template: string,
	options: RouteOptions,
	handle: (call: Call<Body>) => Reply,
): Route {
	const { auth = true, query = {}, schema = null, list = false, bucket = [50, 1_000] } = options;
	return { method, template, auth, query, schema, list, bucket, handle: handle as Route['handle'] };
}
