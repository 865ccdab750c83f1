import type { APIApplicationCommand } from 'discord-api-types/v10';
import { CommandType } from '../constants.ts';
import { ApiError, invalidForm, refusal, refuseProblems } from '../errors.ts';
import { checkCommand, type RawCommand, type RawCommandOption } from '../rules/commands.ts';
import { problem } from '../rules/problem.ts';
import type { World } from '../state/world.ts';
import { memberGuild } from './access.ts';
import { type Call, noContent, ok, type Reply, type Route, route } from './call.ts';

/** How many commands of each type an application may have, everywhere and again in each guild. */
const limits: Readonly<Record<number, number>> = {
	[CommandType.ChatInput]: 100,
	[CommandType.User]: 5,
	[CommandType.Message]: 5,
};

/** The guild whose commands are meant, or null for the global ones. */
function scopeOf({ world, param, isGuild }: Call & { isGuild: boolean }): string | null {
	if (param('application_id') !== world.application.id) throw refusal('missingAccess');
	return isGuild ? memberGuild(world, param('guild_id')).id : null;
}

function inScope(world: World, guildId: string | null): APIApplicationCommand[] {
	return [...world.commands.values()].filter((command) => (command.guild_id ?? null) === guildId);
}

function stored(world: World, guildId: string | null, raw: RawCommand, id: string): APIApplicationCommand {
	const type = raw.type ?? CommandType.ChatInput;
	const permissions = raw.default_member_permissions;
	const command = {
		id,
		application_id: world.application.id,
		version: world.id(),
		type,
		name: raw.name,
		name_localizations: raw.name_localizations ?? null,
		description: raw.description ?? '',
		description_localizations: raw.description_localizations ?? null,
		default_member_permissions: permissions == null ? null : String(permissions),
		nsfw: raw.nsfw ?? false,
		integration_types: raw.integration_types ?? [0],
		...(guildId === null
			? { contexts: raw.contexts ?? null, dm_permission: raw.dm_permission ?? true }
			: { guild_id: guildId }),
		...(raw.options?.length ? { options: raw.options.map(storedOption) } : {}),
	};
	return command as unknown as APIApplicationCommand;
}

/** Discord gives an option back without the fields that have their default. */
function storedOption({ options, ...option }: RawCommandOption): unknown {
	const said = Object.entries(option).filter(([key, value]) => {
		if (value === null || value === undefined) return false;
		return !(value === false && (key === 'required' || key === 'autocomplete'));
	});
	return { ...Object.fromEntries(said), ...(options?.length ? { options: options.map(storedOption) } : {}) };
}

function refuseTooMany(commands: readonly Pick<RawCommand, 'type'>[]): void {
	for (const [type, limit] of Object.entries(limits)) {
		const count = commands.filter((command) => (command.type ?? 1) === Number(type)).length;
		if (count <= limit) continue;
		const message = `Maximum number of application commands reached (${limit})`;
		throw new ApiError(400, Number(type) === CommandType.ChatInput ? 30032 : 30033, message);
	}
}

function changed(world: World): void {
	const commands = [...world.commands.values()];
	world.emit({ event: 'COMMANDS_UPDATE', data: { commands }, guildId: null, audience: 'members' });
}

function overwriteAll(call: Call<readonly RawCommand[]> & { isGuild: boolean }): Reply {
	const { world, body } = call;
	const guildId = scopeOf(call);
	const names = new Set<string>();
	refuseProblems(
		body.flatMap((command, index) => {
			const key = `${command.type ?? 1} ${command.name}`;
			const said = 'Application command names must be unique';
			const twice = names.has(key) ? [problem(`${index}`, 'APPLICATION_COMMANDS_DUPLICATE_NAME', said)] : [];
			names.add(key);
			return [...twice, ...checkCommand(command, `${index}`)];
		}),
	);
	refuseTooMany(body);
	const before = inScope(world, guildId);
	for (const { id } of before) world.commands.delete(id);
	const now = body.map((command) => {
		// A command of the same type and name keeps its id, so that mentions of it keep working.
		const same = before.find(({ type, name }) => type === (command.type ?? 1) && name === command.name);
		return stored(world, guildId, command, same?.id ?? world.id());
	});
	for (const command of now) world.commands.set(command.id, command);
	changed(world);
	return ok(now);
}

function create(call: Call<RawCommand> & { isGuild: boolean }): Reply {
	const { world, body } = call;
	const guildId = scopeOf(call);
	refuseProblems(checkCommand(body, ''));
	const before = inScope(world, guildId);
	const same = before.find(({ type, name }) => type === (body.type ?? 1) && name === body.name);
	if (same === undefined) refuseTooMany([...before, body]);
	const command = stored(world, guildId, body, same?.id ?? world.id());
	world.commands.set(command.id, command);
	changed(world);
	return { status: same ? 200 : 201, body: command };
}

function one(call: Call & { isGuild: boolean }): APIApplicationCommand {
	const guildId = scopeOf(call);
	const command = call.world.commands.get(call.param('command_id'));
	if (command === undefined || (command.guild_id ?? null) !== guildId) throw refusal('unknownCommand');
	return command;
}

function change(call: Call<Partial<RawCommand>> & { isGuild: boolean }): Reply {
	const { world, body } = call;
	const before = one(call);
	const raw = { ...before, ...body } as RawCommand;
	refuseProblems(checkCommand(raw, ''));
	const clash = inScope(world, before.guild_id ?? null).some(
		({ id, type, name }) => id !== before.id && type === before.type && name === raw.name,
	);
	if (clash) {
		const said = 'Application command names must be unique';
		throw invalidForm([problem('name', 'APPLICATION_COMMANDS_DUPLICATE_NAME', said)]);
	}
	const command = stored(world, before.guild_id ?? null, { ...raw, type: before.type }, before.id);
	world.commands.set(command.id, command);
	changed(world);
	return ok(command);
}

function erase(call: Call & { isGuild: boolean }): Reply {
	call.world.commands.delete(one(call).id);
	changed(call.world);
	return noContent;
}

const withLocalizations = { with_localizations: 'boolean' } as const;
const slow = [200, 86_400_000] as const;

function routesUnder(base: string, isGuild: boolean): Route[] {
	const scoped = <Body>(call: Call<Body>) => ({ ...call, isGuild });
	return [
		route('GET', base, { query: withLocalizations }, (call) =>
			ok(inScope(call.world, scopeOf(scoped(call)))),
		),
		route<RawCommand[]>('PUT', base, { schema: 'ApplicationCommandUpdateRequest', list: true }, (call) =>
			overwriteAll(scoped(call)),
		),
		route<RawCommand>('POST', base, { schema: 'ApplicationCommandCreateRequest', bucket: slow }, (call) =>
			create(scoped(call)),
		),
		route('GET', `${base}/{command_id}`, {}, (call) => ok(one(scoped(call)))),
		route<Partial<RawCommand>>(
			'PATCH',
			`${base}/{command_id}`,
			{ schema: 'ApplicationCommandPatchRequestPartial' },
			(call) => change(scoped(call)),
		),
		route('DELETE', `${base}/{command_id}`, {}, (call) => erase(scoped(call))),
	];
}

export const commandRoutes: readonly Route[] = [
	...routesUnder('/applications/{application_id}/commands', false),
	...routesUnder('/applications/{application_id}/guilds/{guild_id}/commands', true),
];
