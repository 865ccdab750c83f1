import type { ShownMessage } from '../api.ts';
import { CallbackType, MessageFlag } from '../constants.ts';
import { ApiError, refusal } from '../errors.ts';
import { type Interaction, wake } from '../state/interactions.ts';
import { remove, replace, send } from '../state/message-events.ts';
import { apiMessage } from '../state/shapes.ts';
import type { World } from '../state/world.ts';
import { composeAnswer } from './answers.ts';
import { type Call, noContent, ok, type Reply, type Route, route } from './call.ts';
import { edit, type MessageBody } from './compose.ts';

/** How many messages may follow up an interaction of an app that only the user has installed; ours for others. */
const followUps = { ofUser: 5, ofServer: 100 };

/** @throws ApiError 10015 before the interaction is acknowledged, 50027 once its token has expired */
function answered({ world, param }: Call): Interaction {
	if (param('webhook_id') !== world.application.id) throw refusal('unknownWebhook');
	const interaction = world.interactions.byToken(param('webhook_token'), world.now());
	if (interaction === 'expired') throw refusal('invalidWebhookToken');
	if (interaction === undefined || interaction.state !== 'acknowledged') throw refusal('unknownWebhook');
	return interaction;
}

/** @throws ApiError 10008 where it is none of this interaction's messages */
function target(world: World, interaction: Interaction, id: string): ShownMessage {
	const wanted = id === '@original' ? interaction.originalId : id;
	const ours = wanted === interaction.originalId || interaction.followUpIds.includes(wanted ?? '');
	const message = ours && wanted ? world.messages.get(interaction.channelId, wanted) : undefined;
	if (message === undefined) throw refusal('unknownMessage');
	return message;
}

/** The channel may be gone while the interaction is still open. */
const channelOf = (world: World, { channelId }: Interaction) => world.channel(channelId);

function follow(call: Call<MessageBody>): Reply {
	const { world, body, files } = call;
	const interaction = answered(call);
	channelOf(world, interaction);
	const most = interaction.owners['0'] === undefined ? followUps.ofUser : followUps.ofServer;
	if (interaction.followUpIds.length >= most) {
		throw new ApiError(400, 40094, 'This interaction has hit the maximum number of follow up messages');
	}
	// The first follow-up of a deferred answer is that answer, and as ephemeral as it was deferred.
	if (interaction.thinking && interaction.callback === CallbackType.DeferredMessage) {
		return ok(apiMessage(fill(world, interaction, body, files)));
	}
	const message = send(world, composeAnswer(world, interaction, body, files, ''));
	interaction.followUpIds.push(message.id);
	wake(interaction);
	return ok(apiMessage(message));
}

function fill(world: World, interaction: Interaction, body: MessageBody, files: Call['files']): ShownMessage {
	const before = target(world, interaction, '@original');
	const after = edit(world, channelOf(world, interaction), before, body, files, '');
	interaction.thinking = false;
	const message = replace(world, { ...after, edited_timestamp: null });
	wake(interaction);
	return message;
}

function change(call: Call<MessageBody>): Reply {
	const { world, param, body, files } = call;
	const interaction = answered(call);
	const before = target(world, interaction, param('message_id'));
	if (before.id === interaction.originalId && interaction.thinking) {
		return ok(apiMessage(fill(world, interaction, body, files)));
	}
	const after = edit(world, channelOf(world, interaction), before, body, files, '');
	const message = replace(world, after);
	wake(interaction);
	return ok(apiMessage(message));
}

function erase(call: Call): Reply {
	const interaction = answered(call);
	const message = target(call.world, interaction, call.param('message_id'));
	// The thinking message of a deferred answer can be deleted; it will not be filled then.
	if (((message.flags ?? 0) & MessageFlag.Loading) !== 0) interaction.thinking = false;
	remove(call.world, message);
	wake(interaction);
	return noContent;
}

const base = '/webhooks/{webhook_id}/{webhook_token}';
const original = `${base}/messages/@original`;
const one = `${base}/messages/{message_id}`;
const query = { thread_id: 'snowflake', with_components: 'boolean' } as const;
const bucket = [5, 2_000] as const;
const patch = { auth: false, query, schema: 'IncomingWebhookUpdateRequestPartial', bucket } as const;

/** `@original` is a fixed part of Discord's path: as a parameter it would be no snowflake. */
const asOriginal = <Body>(call: Call<Body>): Call<Body> => ({
	...call,
	param: (name) => (name === 'message_id' ? '@original' : call.param(name)),
});

const read = (call: Call): Reply =>
	ok(apiMessage(target(call.world, answered(call), call.param('message_id'))));

export const webhookRoutes: readonly Route[] = [
	route(
		'POST',
		base,
		{
			auth: false,
			query: { wait: 'boolean', ...query },
			schema: 'IncomingWebhookInteractionRequest',
			bucket,
		},
		follow,
	),
	route('GET', original, { auth: false, query, bucket }, (call) => read(asOriginal(call))),
	route('GET', one, { auth: false, query, bucket }, read),
	route<MessageBody>('PATCH', original, patch, (call) => change(asOriginal(call))),
	route<MessageBody>('PATCH', one, patch, change),
	route('DELETE', original, { auth: false, query, bucket }, (call) => erase(asOriginal(call))),
	route('DELETE', one, { auth: false, query, bucket }, erase),
];
