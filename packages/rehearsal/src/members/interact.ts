import { clearTimeout, setTimeout } from 'node:timers';
import type { HomeGuild, InteractionInput, Outcome, ShownMessage } from '../api.ts';
import { Permission } from '../constants.ts';
import { RehearsalError } from '../errors.ts';
import { acknowledge, type Callback } from '../rest/interactions.ts';
import { type Interaction, wake } from '../state/interactions.ts';
import type { World } from '../state/world.ts';
import type { Actor } from './actor.ts';
import { prepareCommand, prepareContext } from './command-input.ts';
import { prepareComponent } from './component-input.ts';
import { prepareModal } from './modal-input.ts';
import { interactionPayload, type Prepared } from './payload.ts';

/** Finds out who acts and where. @throws RehearsalError where there is no such member or place for them */
function actorOf(world: World, home: HomeGuild, input: InteractionInput): Actor {
	const user = world.users.get(input.memberId ?? home.members.member);
	if (user === undefined) throw new RehearsalError('There is no such member.');
	if (input.inDirectMessage) return { user, channel: world.directMessagesOf(user), guild: null };
	const channel = world.channels.get(channelOf(world, home, input, user.id));
	if (channel === undefined) throw new RehearsalError('There is no such channel.');
	if (!(world.permissions(channel, user.id) & Permission.ViewChannel)) {
		throw new RehearsalError('You do not see this channel.');
	}
	return { user, channel, guild: channel.guild_id === undefined ? null : world.guild(channel.guild_id) };
}

function channelOf(world: World, home: HomeGuild, input: InteractionInput, userId: string): string {
	if (input.channelId !== undefined) return input.channelId;
	if (input.kind === 'modal') {
		const open = world.modals.get(userId, input.customId);
		if (open) return open.channelId;
	}
	if (input.kind === 'component') {
		for (const id of world.channels.keys()) if (world.messages.get(id, input.messageId)) return id;
	}
	return home.channels.general;
}

function prepare(world: World, actor: Actor, input: InteractionInput): Prepared {
	switch (input.kind) {
		case 'command':
		case 'autocomplete':
			return prepareCommand(world, actor, input);
		case 'messageCommand':
		case 'userCommand':
			return prepareContext(world, actor, input);
		case 'component':
			return prepareComponent(world, actor, input);
		case 'modal':
			return prepareModal(world, actor, input);
	}
}

/** A member uses the bot: see `Rehearsal.interact`. */
export async function interact(world: World, home: HomeGuild, input: InteractionInput): Promise<Outcome> {
	const actor = actorOf(world, home, input);
	const prepared = prepare(world, actor, input);
	const { type, name, commandType, messageId, optionType, owners } = prepared;
	const interaction = world.interactions.open({
		id: world.id(),
		type,
		at: world.now(),
		userId: actor.user.id,
		channelId: actor.channel.id,
		guildId: actor.guild?.id ?? null,
		name,
		commandType,
		messageId,
		optionType,
		owners,
	});
	interaction.timer = setTimeout(() => fail(world, interaction), world.settings.answerWithin);
	const come = settled(interaction, input.until === 'answered', world.settings.tokenLifetime);
	const data = interactionPayload(world, actor, prepared, interaction);
	if (world.endpoint !== null) void deliver(world, world.endpoint, interaction, data);
	else {
		const { guildId, channelId } = interaction;
		world.emit({ event: 'INTERACTION_CREATE', data, guildId, channelId, audience: 'bot' });
	}
	await come;
	return outcomeOf(world, interaction);
}

/** Sends an interaction to the bot's endpoint. 202 means that the answer comes to the API; 200 brings it along. */
async function deliver(world: World, url: string, interaction: Interaction, payload: unknown): Promise<void> {
	try {
		const { status, body } = await world.endpointKeys.send(url, payload, world.settings.answerWithin);
		if (status === 202) return;
		if (status !== 200) throw new RehearsalError(`its endpoint said ${status}`);
		if (interaction.state === 'pending') acknowledge(world, interaction, (body ?? {}) as Callback);
	} catch (error) {
		interaction.refusal ??= error instanceof Error ? error.message : String(error);
		fail(world, interaction);
	}
}

/** The bot did not answer in time. */
function fail(world: World, interaction: Interaction): void {
	if (interaction.state !== 'pending') return;
	interaction.state = 'failed';
	world.emit({
		event: 'INTERACTION_FAILURE',
		data: { id: interaction.id, nonce: interaction.id, reason_code: 2 },
		guildId: interaction.guildId,
		visibleTo: interaction.userId,
		audience: 'members',
	});
	wake(interaction);
}

/**
 * Resolves once the interaction is acknowledged or failed; with `answered`, once nothing is "thinking" either, or
 * nothing can come any more.
 */
function settled(interaction: Interaction, answered: boolean, lifetime: number): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			clearTimeout(end);
			interaction.waiting.delete(look);
			resolve();
		};
		const look = () => {
			if (interaction.state !== 'pending' && !(answered && interaction.thinking)) done();
		};
		const end = answered ? setTimeout(done, lifetime) : undefined;
		interaction.waiting.add(look);
	});
}

export function outcomeOf(world: World, interaction: Interaction): Outcome {
	const find = (id: string | null): ShownMessage | null =>
		(id === null ? undefined : world.messages.get(interaction.channelId, id)) ?? null;
	const acknowledged = interaction.state === 'acknowledged';
	return {
		interactionId: interaction.id,
		acknowledged,
		deferred: interaction.thinking,
		ephemeral: interaction.ephemeral,
		message: interaction.thinking ? null : find(interaction.originalId),
		...(interaction.choices ? { choices: interaction.choices } : {}),
		...(interaction.modal ? { modal: interaction.modal } : {}),
		followUps: interaction.followUpIds.map(find).filter((message) => message !== null),
		problem: acknowledged ? null : problemOf(interaction),
		ms: interaction.ms,
	};
}

function problemOf({ state, refusal, type }: Interaction): string | null {
	if (state === 'pending') return null;
	if (type === 4) return 'Loading options failed';
	// Discord says the same about a refused answer; the reason helps the developer.
	return refusal === null
		? 'The application did not respond'
		: `The application did not respond (its answer was refused: ${refusal})`;
}
