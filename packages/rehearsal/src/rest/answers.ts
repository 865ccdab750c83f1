import type { ShownMessage } from '../api.ts';
import { InteractionType, MessageFlag, MessageType } from '../constants.ts';
import { answersPrivately } from '../members/installs.ts';
import { hasFlag } from '../rules/message.ts';
import type { Interaction } from '../state/interactions.ts';
import type { World } from '../state/world.ts';
import type { Call } from './call.ts';
import { compose, type MessageBody } from './compose.ts';

const heeded =
	MessageFlag.SuppressEmbeds |
	MessageFlag.Ephemeral |
	MessageFlag.SuppressNotifications |
	MessageFlag.IsComponentsV2;

/** A message that answers an interaction, or follows one up. @throws ApiError as `compose` does */
export function composeAnswer(
	world: World,
	interaction: Interaction,
	body: MessageBody,
	files: Call['files'],
	path: string,
	flags = 0,
): ShownMessage {
	const { id, type, userId, name, messageId } = interaction;
	const user = world.users.get(userId);
	const isForced = answersPrivately(world, interaction);
	const asked = Number(body.flags ?? 0) | flags | (isForced ? MessageFlag.Ephemeral : 0);
	const ephemeral = hasFlag(asked, MessageFlag.Ephemeral);
	const isFollowUp = interaction.originalId !== null;
	const isCommand = type === InteractionType.Command && !isFollowUp;
	const metadata = {
		id,
		type,
		user,
		authorizing_integration_owners: interaction.owners,
		...(isFollowUp ? { original_response_message_id: interaction.originalId } : {}),
		...(type === InteractionType.Component ? { interacted_message_id: messageId } : {}),
		...(name === null ? {} : { name, command_type: interaction.commandType }),
	};
	return compose(world, body, files, {
		channel: world.channel(interaction.channelId),
		author: world.bot,
		path,
		heeds: heeded,
		flags: flags | (isForced ? MessageFlag.Ephemeral : 0),
		visibleTo: ephemeral ? userId : null,
		type: isCommand
			? interaction.commandType === 1
				? MessageType.ChatInputCommand
				: MessageType.ContextMenuCommand
			: isFollowUp
				? MessageType.Reply
				: MessageType.Default,
		extra: {
			application_id: world.application.id,
			webhook_id: world.application.id,
			interaction_metadata: metadata,
			...(isCommand ? { interaction: { id, type, name: name ?? '', user } } : {}),
		} as object,
	});
}
