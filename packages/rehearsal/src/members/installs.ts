import type { APIApplicationCommand } from 'discord-api-types/v10';
import { Context, Installation, Permission } from '../constants.ts';
import type { Channel } from '../state/model.ts';
import { isPrivate } from '../state/permissions.ts';
import type { World } from '../state/world.ts';
import type { Actor } from './actor.ts';

/**
 * Who installed the app that a member uses, as in `authorizing_integration_owners`: under "0" the server ("0" in the
 * bot's direct messages), under "1" the user.
 */
export type Owners = Readonly<Partial<Record<'0' | '1', string>>>;

export function contextOf(channel: Channel): number {
	if (channel.guild_id !== undefined) return Context.Guild;
	return isPrivate(channel) ? Context.PrivateChannel : Context.BotDM;
}

/** The installations through which a member has the app in a place. */
export function installations(world: World, { user, channel, guild }: Actor): Owners {
	const byServer = guild === null ? !isPrivate(channel) : world.isBotIn(guild.id);
	return {
		...(byServer ? { '0': guild?.id ?? '0' } : {}),
		...(world.userInstalls.has(user.id) ? { '1': user.id } : {}),
	};
}

/** The same for a command: only installations that it is made for. Empty where it cannot be used in this place. */
export function installationsFor(world: World, actor: Actor, command: APIApplicationCommand): Owners {
	const contexts = command.contexts as readonly number[] | null | undefined;
	const here = contextOf(actor.channel);
	const isHere = contexts
		? contexts.includes(here)
		: here === Context.Guild || command.dm_permission !== false;
	if (!isHere) return {};
	const types = (command.integration_types as readonly number[] | undefined) ?? [Installation.Guild];
	const all = installations(world, actor);
	return Object.fromEntries(Object.entries(all).filter(([type]) => types.includes(Number(type))));
}

/** An app that only a member has installed answers in public only where that member may use external apps. */
export function answersPrivately(
	world: World,
	{
		owners,
		channelId,
		guildId,
		userId,
	}: { owners: Owners; channelId: string; guildId: string | null; userId: string },
): boolean {
	if (guildId === null || owners['0'] !== undefined) return false;
	const channel = world.channels.get(channelId);
	return channel !== undefined && (world.permissions(channel, userId) & Permission.UseExternalApps) === 0n;
}

/** What Discord documents for direct messages; in a server as far as the member has it. */
const external =
	Permission.AttachFiles | Permission.EmbedLinks | Permission.MentionEveryone | Permission.SendPolls;

/** `app_permissions`: what the app may do where it is used. */
export function appPermissions(world: World, { user, channel, guild }: Actor): bigint {
	if (guild === null) {
		return isPrivate(channel) ? external : world.permissions(channel, world.bot.id);
	}
	if (world.isBotIn(guild.id)) return world.permissions(channel, world.bot.id);
	return world.permissions(channel, user.id) & (external | Permission.UseExternalApps);
}
