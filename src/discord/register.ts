import { setTimeout as pause } from 'node:timers/promises';
import {
	type APIApplication,
	type APIApplicationCommand,
	ApplicationCommandType,
	DiscordAPIError,
	REST,
	Routes,
} from 'discord.js';
import type { Logger } from 'pino';
import { UserError } from '../errors.ts';
import { reasonOf } from './reach.ts';
import { type CommandBody, commandBodies, type Registrable } from './registration.ts';
import type { Views } from './views/views.ts';

/** What was sent to Discord, by command name. */
export interface Registered {
	readonly created: readonly string[];
	readonly changed: readonly string[];
	readonly removed: readonly string[];
	readonly unchanged: readonly string[];
	/** By name, for mentions that can be clicked. */
	readonly ids: ReadonlyMap<string, string>;
}

/**
 * Registers the commands as the code has them, and sends only the differences: a new command, the fields
 * of one that changed, the removal of one that is gone.
 * @throws DiscordAPIError or a network error; what was sent before the error is not undone.
 */
export async function register(
	rest: REST,
	applicationId: string,
	wanted: readonly CommandBody[],
): Promise<Registered> {
	const present = (await rest.get(Routes.applicationCommands(applicationId))) as APIApplicationCommand[];
	const ids = new Map<string, string>();
	const report = {
		created: [] as string[],
		changed: [] as string[],
		removed: [] as string[],
		unchanged: [] as string[],
		ids,
	};
	for (const command of wanted) {
		const there = present.find((one) => one.name === command.name && one.type === command.type);
		const changes = there === undefined ? null : differences(command, there);
		if (there !== undefined && changes !== null && Object.keys(changes).length === 0) {
			if (isTyped(command)) ids.set(command.name, there.id);
			report.unchanged.push(command.name);
			continue;
		}
		const answer = (await (there === undefined
			? rest.post(Routes.applicationCommands(applicationId), { body: command })
			: rest.patch(Routes.applicationCommand(applicationId, there.id), {
					body: changes,
				}))) as APIApplicationCommand;
		if (isTyped(command)) ids.set(command.name, answer.id);
		(there === undefined ? report.created : report.changed).push(command.name);
	}
	for (const one of present) {
		if (wanted.some((command) => command.name === one.name && command.type === one.type)) continue;
		await rest.delete(Routes.applicationCommand(applicationId, one.id));
		report.removed.push(one.name);
	}
	return report;
}

/** Failing to register does not stop the bot: the commands of last time are still there. */
export async function registerAtStart(
	rest: REST,
	applicationId: string,
	bodies: readonly CommandBody[],
	views: Views,
	log: Logger,
): Promise<boolean> {
	try {
		const { created, changed, removed, ids } = await register(rest, applicationId, bodies);
		views.know(ids);
		if (created.length + changed.length + removed.length > 0)
			log.info({ created, changed, removed }, 'commands registered');
		return true;
	} catch (err) {
		log.error({ err }, 'the commands could not be registered');
		return false;
	}
}

/**
 * Finds the ids of the commands, where another process registers them; as long as some are missing it looks again, since
 * that one may do so later.
 * @param restNow what sends the next request, since a shard and its client may end meanwhile; it may throw.
 * @returns whether all are there; false where the signal aborts first.
 */
export async function lookUpCommands(
	restNow: () => REST,
	applicationId: string,
	bodies: readonly CommandBody[],
	{ views, log, signal }: { readonly views: Views; readonly log: Logger; readonly signal: AbortSignal },
): Promise<boolean> {
	const wanted = bodies.filter(isTyped).map(({ name }) => name);
	for (let wait = 5_000; ; wait = Math.min(wait * 2, 300_000)) {
		try {
			const found = (await restNow().get(Routes.applicationCommands(applicationId), {
				signal,
			})) as APIApplicationCommand[];
			const ids = new Map(found.filter(isTyped).map(({ name, id }) => [name, id]));
			views.know(ids);
			if (wanted.every((name) => ids.has(name))) return true;
		} catch (err) {
			if (!signal.aborted) log.warn({ reason: reasonOf(err) }, 'the commands could not be looked up');
		}
		await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
		if (signal.aborted) return false;
	}
}

/** Whether it is typed with "/", and so can be mentioned as a clickable command. */
function isTyped({ type }: { readonly type?: ApplicationCommandType | undefined }): boolean {
	return type === ApplicationCommandType.ChatInput;
}

/**
 * The same without a client, for `npm run register`.
 * @param apiUrl without a version; null is Discord's own.
 * @throws UserError where Discord does not accept the token or cannot be reached.
 */
export async function registerOnce(
	token: string,
	apiUrl: string | null,
	commands: ReadonlyMap<string, Registrable>,
): Promise<Registered> {
	const bodies = commandBodies(commands.values());
	const rest = new REST(apiUrl === null ? {} : { api: apiUrl }).setToken(token);
	try {
		const { id } = (await rest.get(Routes.currentApplication())) as APIApplication;
		return await register(rest, id, bodies);
	} catch (err) {
		if (err instanceof DiscordAPIError && err.status === 401) throw new UserError(wrongToken);
		if (err instanceof DiscordAPIError) throw new UserError(`Discord refuses the commands: ${err.message}`);
		throw new UserError(`Discord cannot be reached: ${(err as Error).message}`);
	} finally {
		rest.clearHandlerSweeper();
		rest.clearHashSweeper();
	}
}

export const wrongToken =
	'Discord does not take this DISCORD_TOKEN: copy it again from "Bot" in the developer portal.';

/** The fields of `wanted` that differ at Discord. */
export function differences(wanted: CommandBody, present: APIApplicationCommand): Partial<CommandBody> {
	const fields = Object.entries(wanted).filter(
		([field, value]) => !same(value, (present as unknown as Record<string, unknown>)[field]),
	);
	return Object.fromEntries(fields);
}

/** Discord leaves out what is false or empty, adds fields of its own, and gives lists of numbers in any order. */
function same(wanted: unknown, present: unknown): boolean {
	if (isEmpty(wanted)) return isEmpty(present);
	if (Array.isArray(wanted)) {
		if (!Array.isArray(present) || wanted.length !== present.length) return false;
		const numbers = wanted.every((one) => typeof one === 'number');
		const [left, right] = numbers ? [wanted.toSorted(), present.toSorted()] : [wanted, present];
		return left.every((one, index) => same(one, right[index]));
	}
	if (typeof wanted === 'object' && wanted !== null) {
		if (typeof present !== 'object' || present === null) return false;
		const fields = new Set(
			[...Object.keys(wanted), ...Object.keys(present)].filter((field) => !added.test(field)),
		);
		return [...fields].every((field) =>
			same((wanted as Record<string, unknown>)[field], (present as Record<string, unknown>)[field]),
		);
	}
	return wanted === present;
}

/** What Discord adds to options that nobody set. */
const added = /_localiz/u;

function isEmpty(value: unknown): boolean {
	return (
		value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0)
	);
}
