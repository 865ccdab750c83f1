import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import type { Place, Target } from '../command.ts';
import type { Runtime } from './answer.ts';

/** What a command may know of where an interaction happened. */
export async function placeOf(
	interaction: BaseInteraction,
	{ articleOfThread = async () => null }: Pick<Runtime<never>, 'articleOfThread'>,
	target: Target | null = null,
): Promise<Place> {
	const { guildId, guild, user, member, channelId } = interaction;
	const nick = member !== null && 'nickname' in member ? member.nickname : member?.nick;
	return {
		server: guildId === null ? null : { id: guildId, name: guild?.name ?? '' },
		channel: { id: channelId ?? '' },
		article: channelId === null ? null : await articleOfThread(channelId),
		member: {
			id: user.id,
			name: nick ?? user.globalName ?? user.username,
			mayManageServer: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
		},
		locale: interaction.locale,
		target,
	};
}
