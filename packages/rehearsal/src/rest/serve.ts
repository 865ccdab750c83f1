import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestEffect } from '../api.ts';
import { ApiError, refusal, refuseProblems } from '../errors.ts';
import { checkQuery } from '../rules/query.ts';
import type { Schemas } from '../rules/schema.ts';
import type { World } from '../state/world.ts';
import { type Body, parseBody, readBytes } from './body.ts';
import type { Call, Reply } from './call.ts';
import { type Faults, nameOf } from './faults.ts';
import { exceeded, type RateLimits } from './limits.ts';
import { type Recorder, type RequestRecord, refused, startRecord } from './recorder.ts';
import type { Match, router } from './router.ts';
import { checkBody } from './validate.ts';

/** What the API is made of. */
export interface Api {
	readonly world: World;
	readonly find: ReturnType<typeof router>;
	readonly faults: Faults;
	readonly limits: RateLimits;
	readonly recorder: Recorder;
	readonly schemas: Promise<Schemas>;
}

/** The connection breaks instead of an answer. */
class Lost extends Error {}

/** Answers one request to `/api/v10/…`. */
export async function serve(
	api: Api,
	request: IncomingMessage,
	response: ServerResponse,
	{ pathname, searchParams }: URL,
): Promise<void> {
	const { world, recorder } = api;
	const record = startRecord(request.method ?? 'GET', pathname);
	record.query = Object.fromEntries(searchParams);
	const headers: Record<string, string> = {};
	let reply: Reply;
	try {
		reply = await answer(api, request, record, headers);
	} catch (error) {
		if (error instanceof Lost) {
			recorder.add(record, 0);
			request.socket.destroy();
			return;
		}
		// The bot hung up before it had sent everything.
		if (request.destroyed && !request.complete) return;
		const refusedFor = error instanceof ApiError ? error : refusal('internal');
		// A bug of the rehearsal: the bot sees a 500 as from Discord, the developer the cause.
		if (refusedFor !== error) process.emitWarning(error instanceof Error ? error : String(error));
		refused(world, record, refusedFor);
		reply = { status: refusedFor.status, body: bodyOf(refusedFor, headers) };
	}
	recorder.add(record, reply.status);
	if (reply.body === undefined) {
		response.writeHead(reply.status, headers).end();
		return;
	}
	const json = Buffer.from(JSON.stringify(reply.body));
	headers['Content-Type'] = 'application/json';
	headers['Content-Length'] = String(json.length);
	response.writeHead(reply.status, headers).end(json);
}

function bodyOf(error: ApiError, headers: Readonly<Record<string, string>>): unknown {
	if (error.status !== 429) return error.body();
	const global = headers['X-RateLimit-Global'] === 'true';
	return { message: error.message, retry_after: error.code / 1000, global };
}

/** The steps of a request, in Discord's order. `headers` is filled on the way. */
async function answer(
	api: Api,
	request: IncomingMessage,
	record: RequestRecord,
	headers: Record<string, string>,
): Promise<Reply> {
	const { world, faults } = api;
	const bytes = await readBytes(request);
	const path = versionless(record.path);
	record.path = path;
	const match = api.find(record.method, path);
	describe(world, match, record);
	if (world.faults.slow > 0) await sleep(world.faults.slow);
	const effect = faults.hit(record.method, path, match.route.template);
	if (effect) {
		record.fault = nameOf(effect);
		await strike(effect, headers);
	}
	if (match.route.auth && request.headers.authorization !== `Bot ${world.token}`) {
		throw refusal('unauthorized');
	}
	if (world.faults.rateLimits) {
		const allowance = api.limits.take(match, world.now());
		Object.assign(headers, allowance.headers);
		if (allowance.retryAfter !== null) throw tooMany(allowance.retryAfter);
	}
	const body = await parseBody(bytes, request.headers['content-type'] ?? '');
	record.body = body.json;
	record.bodySize = body.size;
	record.files = body.files.map(({ name, bytes: { length } }) => ({ name, size: length }));
	const reply = await handle(api, match, record, body);
	if (effect && 'lose' in effect) throw new Lost();
	return reply;
}

async function handle(api: Api, match: Match, record: RequestRecord, body: Body): Promise<Reply> {
	const { world } = api;
	const call: Call = {
		world,
		param: (name) => match.params[name] ?? '',
		query: record.query,
		body: body.json ?? {},
		files: body.files,
	};
	refuseProblems(checkQuery(match.route.query, match.params, record.query));
	if (world.settings.schema) {
		const { problems, ignored } = checkBody(await api.schemas, match.route, call);
		record.ignored = ignored;
		refuseProblems(problems);
	}
	return match.route.handle(call);
}

/** "/api/v10/users/@me" is "/users/@me"; without a version it is taken for 10. */
function versionless(path: string): string {
	const [, version, rest] = /^\/api(?:\/v(\d{1,3}))?(\/.*)?$/u.exec(path) ?? [];
	if (version !== undefined && version !== '10') throw refusal('invalidVersion');
	return rest ?? '/';
}

/** Notes what the request is about; tokens are left out. */
function describe(world: World, { route, params }: Match, record: RequestRecord): void {
	record.route = route.template;
	const token = params.interaction_token ?? params.webhook_token;
	if (token !== undefined) record.path = record.path.replace(token, '…');
	const owner = token === undefined ? undefined : world.interactions.byToken(token, world.now());
	if (typeof owner === 'object') record.interactionId = owner.id;
	else if (route.auth) record.interactionId = world.interactions.latest(world.now(), 5_000)?.id ?? null;
}

function tooMany(retryAfter: number): ApiError {
	// The code of a 429 is not an error code here: it carries the exact wait in ms to the body.
	return new ApiError(429, Math.ceil(retryAfter * 1000), 'You are being rate limited.');
}

/** @throws what the fault does to the request */
async function strike(effect: RequestEffect, headers: Record<string, string>): Promise<void> {
	if ('slow' in effect) await sleep(effect.slow);
	else if ('status' in effect) {
		const { status } = effect;
		throw new ApiError(status, 0, `${status}: ${status === 503 ? 'Service Unavailable' : 'Server Error'}`);
	} else if ('retryAfter' in effect) {
		Object.assign(headers, {
			'X-RateLimit-Limit': '5',
			'X-RateLimit-Remaining': '0',
			'X-RateLimit-Reset': (Date.now() / 1000 + effect.retryAfter).toFixed(3),
			'X-RateLimit-Reset-After': effect.retryAfter.toFixed(3),
			...exceeded(effect.retryAfter, effect.scope ?? 'user').headers,
		});
		throw tooMany(effect.retryAfter);
	} else if ('missingPermission' in effect) throw refusal('missingPermissions');
	else if (effect.lose === 'request') throw new Lost();
}
