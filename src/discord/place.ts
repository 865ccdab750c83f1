import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import type { Place, Target } from '../place.ts';
import type { Runtime } from './answer.ts';
import { mayBeThread } from './channel-kinds.ts';

/** What a command may know of where an interaction happened. */
export async function placeOf(
	interaction: BaseInteraction,
	{ articleOfThread = async () => null }: Pick<Runtime<never>, 'articleOfThread'>,
	target: Target | null = null,
): Promise<Place> {
	const { client, guildId, guild, user, member, channelId } = interaction;
	const isInstalled = isOfServer(interaction);
	const has = (permission: bigint) =>
		isInstalled && (interaction.memberPermissions?.has(permission) ?? false);
	// Most commands are used in channels that are no threads: then the archive is not asked.
	const inThread = channelId !== null && isInstalled && mayBeThread(client, channelId);
	const nick = member !== null && 'nickname' in member ? member.nickname : member?.nick;
	return {
		server: guildId === null || !isInstalled ? null : { id: guildId, name: guild?.name ?? '' },
		channel: { id: channelId ?? '' },
		own: !isInstalled,
		article: inThread ? await articleOfThread(channelId) : null,
		member: {
			id: user.id,
			name: nick ?? user.globalName ?? user.username,
			mayManageServer: has(PermissionFlagsBits.ManageGuild),
			mayManageMessages: has(PermissionFlagsBits.ManageMessages),
			mayEmbedLinks: has(PermissionFlagsBits.EmbedLinks),
			roles: isInstalled ? rolesOf(member) : [],
		},
		locale: interaction.locale,
		target,
	};
}

/** Of a member that the client knows, or as the interaction has them. */
function rolesOf(member: BaseInteraction['member']): readonly string[] {
	if (member === null) return [];
	return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}

/**
 * Whether the bot is installed where it was used: in the server, or as its direct messages with the member. Otherwise
 * only the member has installed it, and the server's shelf, threads and managers are none of its business there.
 */
function isOfServer({ guildId, authorizingIntegrationOwners }: BaseInteraction): boolean {
	const { guildId: owner } = authorizingIntegrationOwners;
	return owner !== null && owner === (guildId ?? inDirectMessages);
}

/** What Discord gives in the bot's direct messages for the server. */
const inDirectMessages = '0';

/** Whether an answer can be for the one who asked alone: Discord then hides it from all others, whatever it is. */
export function isOnlyForThem(interaction: BaseInteraction): boolean {
	if (interaction.guildId === null || isOfServer(interaction)) return false;
	return !(interaction.memberPermissions?.has(PermissionFlagsBits.UseExternalApps) ?? false);
}
