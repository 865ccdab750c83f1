import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { Rehearsal } from '../api.ts';
import { ApiError, RehearsalError } from '../errors.ts';
import { memberChannel } from '../members/post.ts';
import { pageFor } from '../members/snapshot.ts';
import { readBytes } from '../rest/body.ts';
import type { World } from '../state/world.ts';
import { fault, interactionInput, postInput, sentence } from './inputs.ts';

const bodyLimit = 16 * 1024 * 1024;

/** Why a request to `/rehearsal/…` cannot be done. */
class Refused extends Error {
	readonly status: number;
	constructor(status: number, message: string) {
		super(message);
		this.status = status;
	}
}

type Handler = (query: URLSearchParams, body: <T>(schema: z.ZodType<T>) => T) => unknown;

function routesOf(world: World, rehearsal: Rehearsal): Readonly<Record<string, Handler>> {
	return {
		'GET /rehearsal/state': (query) => {
			const member = query.get('member') ?? rehearsal.guild.members.member;
			if (!world.users.has(member)) throw new Refused(404, 'There is no such member.');
			return {
				...rehearsal.snapshot(member),
				home: rehearsal.guild,
				bot: { ...world.bot, online: world.botOnline },
			};
		},
		'GET /rehearsal/requests': (query) => {
			const after = Number(query.get('after') ?? 0);
			return rehearsal.requests().filter(({ id }) => id > after);
		},
		'GET /rehearsal/messages': (query) => {
			const member = query.get('member') ?? rehearsal.guild.members.member;
			const channel = memberChannel(world, query.get('channel') ?? '', member);
			const before = query.get('before');
			const limit = Math.min(100, Math.max(1, Number(query.get('limit') ?? 50) || 50));
			return pageFor(world, channel.id, member, {
				limit,
				...(before !== null && /^\d{1,20}$/u.test(before) ? { before } : {}),
			});
		},
		'POST /rehearsal/interactions': (_, body) => rehearsal.interact(body(interactionInput)),
		'POST /rehearsal/messages': (_, body) => rehearsal.post(body(postInput)),
		'POST /rehearsal/faults': (_, body) => {
			rehearsal.fault(body(fault));
			return {};
		},
	};
}

/** Serves what scripts and the page use: documented in packages/rehearsal/docs/contract.md. */
export function membersApi(world: World, rehearsal: Rehearsal) {
	const routes = routesOf(world, rehearsal);
	return async (
		request: IncomingMessage,
		response: ServerResponse,
		{ pathname, searchParams }: URL,
	): Promise<void> => {
		let status = 200;
		let answer: unknown;
		try {
			const route = `${request.method} ${pathname}`;
			const handler = Object.hasOwn(routes, route) ? routes[route] : undefined;
			if (handler === undefined) throw new Refused(404, 'There is nothing here.');
			const json = request.method === 'POST' ? await readJson(request) : undefined;
			answer = await handler(searchParams, (schema) => {
				const parsed = schema.safeParse(json);
				if (!parsed.success) throw new Refused(400, sentence(parsed.error));
				return parsed.data;
			});
		} catch (error) {
			if (request.destroyed && !request.complete) return;
			({ status, answer } = explained(error));
		}
		response.writeHead(status, {
			'Content-Type': 'application/json',
			'Cache-Control': 'no-store',
			'X-Content-Type-Options': 'nosniff',
		});
		response.end(JSON.stringify(answer));
	};
}

async function readJson(request: IncomingMessage): Promise<unknown> {
	// A form of another site cannot send this type without asking first.
	if (!/^application\/json\b/iu.test(request.headers['content-type'] ?? '')) {
		throw new Refused(415, 'Send JSON, with "Content-Type: application/json".');
	}
	const bytes = await readBytes(request, bodyLimit);
	try {
		return JSON.parse(String(bytes));
	} catch {
		throw new Refused(400, 'The body is not JSON.');
	}
}

/** An error as the client may read it. */
export function explained(error: unknown): { status: number; answer: { error: string } } {
	if (error instanceof Refused) return { status: error.status, answer: { error: error.message } };
	if (error instanceof RehearsalError) return { status: 400, answer: { error: error.message } };
	if (error instanceof ApiError) {
		const [first] = error.problems;
		const why = first ? `${first.path}: ${first.message}` : error.message;
		return { status: error.status, answer: { error: why } };
	}
	process.emitWarning(error instanceof Error ? error : String(error));
	return { status: 500, answer: { error: 'The rehearsal made a mistake; its log has more.' } };
}
