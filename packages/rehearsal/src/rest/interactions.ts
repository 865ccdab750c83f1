import { clearTimeout } from 'node:timers';
import type {
	APIApplicationCommandOptionChoice,
	APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { CallbackType, InteractionType, MessageFlag } from '../constants.ts';
import { invalidForm, refusal, refuseProblems } from '../errors.ts';
import { answersPrivately } from '../members/installs.ts';
import { checkAutocomplete } from '../rules/autocomplete.ts';
import { hasFlag } from '../rules/message.ts';
import { checkModal } from '../rules/modal.ts';
import { problem, required } from '../rules/problem.ts';
import { type Interaction, wake } from '../state/interactions.ts';
import { replace, send } from '../state/message-events.ts';
import { apiMessage } from '../state/shapes.ts';
import type { World } from '../state/world.ts';
import { composeAnswer } from './answers.ts';
import { type Call, noContent, ok, type Reply, type Route, route } from './call.ts';
import { edit, type MessageBody } from './compose.ts';

export interface Callback {
	readonly type: number;
	readonly data?: unknown;
}

/** Which callbacks answer which interactions. */
const allowed: Readonly<Record<number, readonly number[]>> = {
	[InteractionType.Command]: [
		CallbackType.Message,
		CallbackType.DeferredMessage,
		CallbackType.Modal,
		CallbackType.LaunchActivity,
	],
	[InteractionType.Component]: [
		CallbackType.Message,
		CallbackType.DeferredMessage,
		CallbackType.DeferredUpdate,
		CallbackType.Update,
		CallbackType.Modal,
		CallbackType.LaunchActivity,
	],
	[InteractionType.Autocomplete]: [CallbackType.Autocomplete],
	[InteractionType.ModalSubmit]: [
		CallbackType.Message,
		CallbackType.DeferredMessage,
		CallbackType.DeferredUpdate,
		CallbackType.Update,
	],
};

/** The schema of a callback, by its type. */
function schemaOf(body: unknown): string {
	switch (Number((body as Callback | null)?.type)) {
		case CallbackType.DeferredUpdate:
		case CallbackType.Update:
			return 'UpdateMessageInteractionCallbackRequest';
		case CallbackType.Autocomplete:
			return 'ApplicationCommandAutocompleteCallbackRequest';
		case CallbackType.Modal:
			return 'ModalInteractionCallbackRequest';
		case CallbackType.LaunchActivity:
			return 'LaunchActivityInteractionCallbackRequest';
		case CallbackType.Pong:
			return 'PongInteractionCallbackRequest';
		default:
			return 'CreateMessageInteractionCallbackRequest';
	}
}

/** Callbacks that change the message that a component is in. */
const updates: readonly number[] = [CallbackType.DeferredUpdate, CallbackType.Update];

/** @throws ApiError 10062 where it is unknown or its time is over, 40060 where it is answered */
function pending(world: World, id: string, token: string): Interaction {
	const interaction = world.interactions.byId(id);
	if (interaction === undefined || interaction.token !== token) throw refusal('unknownInteraction');
	if (interaction.state === 'acknowledged') throw refusal('alreadyAcknowledged');
	if (interaction.state === 'failed') throw refusal('unknownInteraction');
	return interaction;
}

function callback({ world, param, query, body, files }: Call<Callback>): Reply {
	const interaction = pending(world, param('interaction_id'), param('interaction_token'));
	acknowledge(world, interaction, body, files);
	return /^(?:true|1)$/iu.test(query.with_response ?? '') ? ok(described(world, interaction)) : noContent;
}

/**
 * Takes a callback, whether it came to the API or as the answer of the bot's endpoint.
 * @throws ApiError where Discord would refuse it
 */
export function acknowledge(
	world: World,
	interaction: Interaction,
	body: Callback,
	files: Call['files'] = [],
): void {
	// A modal that was not opened from a message has none to update.
	const kinds = (allowed[interaction.type] ?? []).filter(
		(kind) => interaction.messageId !== null || !updates.includes(kind),
	);
	if (!kinds.includes(Number(body.type))) {
		const said = `Value must be one of {${kinds.join(', ')}}.`;
		throw invalidForm([problem('type', 'BASE_TYPE_CHOICES', said)]);
	}
	respond(world, interaction, body, files);
	interaction.state = 'acknowledged';
	interaction.callback = Number(body.type);
	interaction.ms = Math.round((performance.now() - interaction.startedAt) * 100) / 100;
	if (interaction.timer) clearTimeout(interaction.timer);
	world.emit({
		event: 'INTERACTION_SUCCESS',
		data: { id: interaction.id, nonce: interaction.id },
		guildId: interaction.guildId,
		visibleTo: interaction.userId,
		audience: 'members',
	});
	wake(interaction);
}

function respond(world: World, interaction: Interaction, body: Callback, files: Call['files']): void {
	switch (Number(body.type)) {
		case CallbackType.Message: {
			if (body.data == null) throw refusal('emptyMessage');
			const message = composeAnswer(world, interaction, body.data as MessageBody, files, 'data');
			interaction.ephemeral = hasFlag(message.flags, MessageFlag.Ephemeral);
			interaction.originalId = send(world, message).id;
			break;
		}
		case CallbackType.DeferredMessage: {
			const flags = Number((body.data as MessageBody | undefined)?.flags ?? 0);
			interaction.ephemeral = hasFlag(flags, MessageFlag.Ephemeral) || answersPrivately(world, interaction);
			interaction.thinking = true;
			interaction.originalId = send(world, thinking(world, interaction)).id;
			break;
		}
		case CallbackType.DeferredUpdate:
			interaction.originalId = interaction.messageId;
			break;
		case CallbackType.Update: {
			interaction.originalId = interaction.messageId;
			const before = world.messages.get(interaction.channelId, interaction.messageId ?? '');
			if (before === undefined) throw refusal('unknownMessage');
			const channel = world.channel(interaction.channelId);
			replace(world, edit(world, channel, before, (body.data ?? {}) as MessageBody, files, 'data'));
			break;
		}
		case CallbackType.Autocomplete: {
			const { choices } = body.data as { choices?: readonly APIApplicationCommandOptionChoice[] | null };
			refuseProblems(checkAutocomplete(choices, interaction.optionType));
			interaction.choices = choices ?? [];
			break;
		}
		case CallbackType.Modal: {
			if (body.data == null) throw invalidForm([required('data')]);
			const modal = body.data as APIModalInteractionResponseCallbackData;
			refuseProblems(checkModal(modal));
			interaction.modal = modal;
			world.modals.open(interaction, modal);
			break;
		}
	}
}

/** "… is thinking": an empty message, which the answer will fill. */
function thinking(world: World, interaction: Interaction) {
	const flags = MessageFlag.Loading | (interaction.ephemeral ? MessageFlag.Ephemeral : 0);
	const message = composeAnswer(world, interaction, { content: '…' }, [], 'data', flags);
	return { ...message, content: '' };
}

/** What `with_response` gives back. */
function described(world: World, interaction: Interaction): unknown {
	const { id, type, originalId, callback: kind } = interaction;
	const message = originalId === null ? undefined : world.messages.get(interaction.channelId, originalId);
	const flags = message?.flags ?? 0;
	return {
		interaction: {
			id,
			type,
			...(message
				? {
						response_message_id: message.id,
						response_message_loading: hasFlag(flags, MessageFlag.Loading),
						response_message_ephemeral: hasFlag(flags, MessageFlag.Ephemeral),
						channel_id: interaction.channelId,
						...(interaction.guildId === null ? {} : { guild_id: interaction.guildId }),
					}
				: {}),
		},
		...(message
			? { resource: { type: kind, message: apiMessage(message) } }
			: kind === null
				? {}
				: { resource: { type: kind } }),
	};
}

export const interactionRoutes: readonly Route[] = [
	route(
		'POST',
		'/interactions/{interaction_id}/{interaction_token}/callback',
		{ auth: false, query: { with_response: 'boolean' }, schema: schemaOf, bucket: null },
		callback,
	),
];
