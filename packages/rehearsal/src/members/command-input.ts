import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { InteractionInput } from '../api.ts';
import { CommandType, InteractionType, Permission } from '../constants.ts';
import { RehearsalError } from '../errors.ts';
import { guildPermissions } from '../state/permissions.ts';
import type { World } from '../state/world.ts';
import type { Actor } from './actor.ts';
import { installationsFor, type Owners } from './installs.ts';
import { sentOptions } from './options.ts';
import type { Prepared } from './payload.ts';
import { Resolved } from './resolved.ts';

type CommandInput = Extract<InteractionInput, { kind: 'command' | 'autocomplete' }>;
type ContextInput = Extract<InteractionInput, { kind: 'messageCommand' | 'userCommand' }>;

/** The command that a member sees here. @throws RehearsalError where there is none, or it is not theirs to use */
function commandFor(
	world: World,
	actor: Actor,
	name: string,
	type: number,
): { readonly command: APIApplicationCommand; readonly owners: Owners } {
	const guildId = actor.guild?.id ?? null;
	const named = [...world.commands.values()].filter(
		(command) => command.name === name && command.type === type,
	);
	const command =
		named.find(({ guild_id }) => guild_id !== undefined && guild_id === guildId) ??
		named.find(({ guild_id }) => guild_id === undefined);
	const shown = type === CommandType.ChatInput ? `/${name}` : `"${name}"`;
	if (command === undefined) throw new RehearsalError(`There is no command ${shown}.`);
	const owners = installationsFor(world, actor, command);
	if (Object.keys(owners).length === 0) {
		const where = actor.guild === null ? 'in these direct messages' : 'in this server';
		throw new RehearsalError(`${shown} cannot be used ${where}.`);
	}
	if (actor.guild === null) return { command, owners };
	const may = world.permissions(actor.channel, actor.user.id);
	if (!(may & Permission.UseApplicationCommands)) {
		throw new RehearsalError('You may not use commands in this channel.');
	}
	// What a server asks of members concerns the app that it has installed.
	const needed = owners['0'] === undefined ? null : command.default_member_permissions;
	const has = guildPermissions(actor.guild, actor.user.id);
	// "0" is for administrators only; every bit that is named is needed.
	const lacks = needed != null && (BigInt(needed) === 0n || (has & BigInt(needed)) !== BigInt(needed));
	if (lacks && !(has & Permission.Administrator)) {
		throw new RehearsalError(`You do not have permission to use ${shown}.`);
	}
	return { command, owners };
}

export function prepareCommand(world: World, actor: Actor, input: CommandInput): Prepared {
	const [name = '', ...words] = input.name.replace(/^\//u, '').split(' ');
	const { command, owners } = commandFor(world, actor, name, CommandType.ChatInput);
	const resolved = new Resolved(world, actor.guild, actor.channel.id, actor.user.id);
	const focused = input.kind === 'autocomplete' ? input.focused : null;
	const { options, focusedType } = sentOptions(command, words, input.options ?? {}, focused, resolved);
	return {
		type: focused === null ? InteractionType.Command : InteractionType.Autocomplete,
		name: [name, ...words].join(' '),
		commandType: CommandType.ChatInput,
		messageId: null,
		optionType: focusedType,
		owners,
		data: {
			id: command.id,
			name,
			type: command.type,
			...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
			options,
			...resolved.field(),
		},
	};
}

export function prepareContext(world: World, actor: Actor, input: ContextInput): Prepared {
	const type = input.kind === 'messageCommand' ? CommandType.Message : CommandType.User;
	const { command, owners } = commandFor(world, actor, input.name, type);
	const resolved = new Resolved(world, actor.guild, actor.channel.id, actor.user.id);
	if (type === CommandType.Message) resolved.message(input.targetId);
	else resolved.user(input.targetId);
	return {
		type: InteractionType.Command,
		name: input.name,
		commandType: type,
		messageId: null,
		optionType: null,
		owners,
		data: {
			id: command.id,
			name: command.name,
			type,
			target_id: input.targetId,
			...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
			...resolved.field(),
		},
	};
}
