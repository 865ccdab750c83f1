import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import type { Place } from '../command.ts';

/** Where an interaction happened, as far as a command may know it. */
export function placeOf(interaction: BaseInteraction): Place {
	const { guildId, guild, user, member } = interaction;
	const nick = member !== null && 'nickname' in member ? member.nickname : member?.nick;
	return {
		server: guildId === null ? null : { id: guildId, name: guild?.name ?? '' },
		channel: { id: interaction.channelId ?? '' },
		member: {
			id: user.id,
			name: nick ?? user.globalName ?? user.username,
			mayManageServer: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
		},
		locale: interaction.locale,
	};
}
