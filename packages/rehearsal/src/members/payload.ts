import type { APIMessage } from 'discord-api-types/v10';
import type { Interaction } from '../state/interactions.ts';
import { memberOfMessage } from '../state/shapes.ts';
import type { World } from '../state/world.ts';
import type { Actor } from './actor.ts';
import { appPermissions, contextOf, type Owners } from './installs.ts';

/** The content of a member's action, before it is an interaction. */
export interface Prepared {
	readonly type: number;
	readonly name: string | null;
	readonly commandType: number;
	readonly messageId: string | null;
	readonly optionType: number | null;
	readonly data: object;
	readonly owners: Owners;
	/** The message of a component, or that a modal was opened from. */
	readonly message?: APIMessage;
}

/** An interaction as the bot's gateway gets it. */
export function interactionPayload(
	world: World,
	{ user, channel, guild }: Actor,
	prepared: Prepared,
	interaction: Interaction,
): unknown {
	const member = guild?.members.get(user.id);
	return {
		id: interaction.id,
		application_id: world.application.id,
		type: prepared.type,
		token: interaction.token,
		version: 1,
		data: prepared.data,
		channel_id: channel.id,
		channel,
		...(prepared.message ? { message: prepared.message } : {}),
		...(guild && member
			? {
					guild_id: guild.id,
					guild: { id: guild.id, locale: guild.locale, features: [] },
					guild_locale: guild.locale,
					member: {
						...memberOfMessage(member),
						user,
						permissions: String(world.permissions(channel, user.id)),
					},
				}
			: { user }),
		locale: world.locales.get(user.id) ?? 'en-US',
		app_permissions: String(appPermissions(world, { user, channel, guild })),
		entitlements: [],
		authorizing_integration_owners: prepared.owners,
		context: contextOf(channel),
		attachment_size_limit: 10 * 1024 * 1024,
	};
}
