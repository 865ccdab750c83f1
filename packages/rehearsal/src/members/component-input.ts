import type { InteractionInput } from '../api.ts';
import { ButtonStyle, ComponentType, InteractionType, selectTypes } from '../constants.ts';
import { RehearsalError } from '../errors.ts';
import { type RawComponent, walk } from '../rules/components.ts';
import { apiMessage } from '../state/shapes.ts';
import type { World } from '../state/world.ts';
import type { Actor } from './actor.ts';
import { installations } from './installs.ts';
import type { Prepared } from './payload.ts';
import { Resolved } from './resolved.ts';

type ComponentInput = Extract<InteractionInput, { kind: 'component' }>;

/** A click or a choice in a message. @throws RehearsalError where there is nothing of the kind to click or choose */
export function prepareComponent(world: World, actor: Actor, input: ComponentInput): Prepared {
	const message = world.messages.get(actor.channel.id, input.messageId);
	const visibleTo = message?.rehearsal.visibleTo ?? null;
	if (message === undefined || (visibleTo !== null && visibleTo !== actor.user.id)) {
		throw new RehearsalError('There is no such message.');
	}
	const components = (message.components ?? []) as readonly RawComponent[];
	const found = [...walk(components, '')].find(({ component }) => component.custom_id === input.customId);
	if (found === undefined) throw new RehearsalError('There is no such button or menu in this message.');
	const { component } = found;
	if (component.disabled) throw new RehearsalError('It is disabled.');
	if (component.type === ComponentType.Button && component.style === ButtonStyle.Link) {
		throw new RehearsalError('A link is not sent to the bot.');
	}
	const resolved = new Resolved(world, actor.guild, actor.channel.id, actor.user.id);
	const values = selectTypes.has(component.type) ? chosen(component, input.values ?? [], resolved) : null;
	return {
		type: InteractionType.Component,
		name: null,
		commandType: 0,
		messageId: message.id,
		optionType: null,
		owners: message.interaction_metadata?.authorizing_integration_owners ?? installations(world, actor),
		data: {
			custom_id: input.customId,
			component_type: component.type,
			id: component.id,
			...(values === null ? {} : { values, ...resolved.field() }),
		},
		message: apiMessage(message),
	};
}

/** Checks the values of a select and resolves those that are ids. */
export function chosen(
	select: RawComponent,
	values: readonly string[],
	resolved: Resolved,
): readonly string[] {
	const least = select.required === false ? 0 : (select.min_values ?? 1);
	const most = select.max_values ?? 1;
	if (values.length < least || values.length > most) {
		throw new RehearsalError(`Between ${least} and ${most} can be chosen.`);
	}
	for (const value of values) {
		if (select.type === ComponentType.UserSelect) resolved.user(value);
		else if (select.type === ComponentType.RoleSelect) resolved.role(value);
		else if (select.type === ComponentType.MentionableSelect) resolved.mentionable(value);
		else if (select.type === ComponentType.ChannelSelect) {
			resolved.channel(value, (select as { channel_types?: readonly number[] }).channel_types);
		} else if (!select.options?.some((option) => option.value === value)) {
			throw new RehearsalError('That is not among the choices.');
		}
	}
	return values;
}
