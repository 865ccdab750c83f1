import type { InteractionInput, UploadedFile } from '../api.ts';
import { ComponentType, InteractionType } from '../constants.ts';
import { RehearsalError } from '../errors.ts';
import type { RawComponent } from '../rules/components.ts';
import { apiMessage } from '../state/shapes.ts';
import type { World } from '../state/world.ts';
import type { Actor } from './actor.ts';
import { chosen } from './component-input.ts';
import type { Prepared } from './payload.ts';
import { Resolved } from './resolved.ts';

type ModalInput = Extract<InteractionInput, { kind: 'modal' }>;
type Field = ModalInput['fields'][string] | undefined;

/** A submitted modal. @throws RehearsalError where it is not open, or a field is not valid */
export function prepareModal(world: World, actor: Actor, input: ModalInput): Prepared {
	const open = world.modals.get(actor.user.id, input.customId);
	if (open === undefined) throw new RehearsalError('This modal is not open.');
	const components = open.modal.components as unknown as readonly RawComponent[];
	const message = open.messageId === null ? undefined : world.messages.get(open.channelId, open.messageId);
	const resolved = new Resolved(world, actor.guild, actor.channel.id, actor.user.id);
	const sent = components.map((component) => filled(component, input.fields, resolved));
	return {
		type: InteractionType.ModalSubmit,
		name: null,
		commandType: 0,
		messageId: message?.id ?? null,
		optionType: null,
		owners: open.owners,
		data: { custom_id: input.customId, components: sent, ...resolved.field() },
		...(message ? { message: apiMessage(message) } : {}),
	};
}

/** A row, label or text as it is sent back, with what the member filled in. */
function filled(component: RawComponent, fields: ModalInput['fields'], resolved: Resolved): unknown {
	const { type, id = 0 } = component;
	const inner = (one: RawComponent) => {
		const { custom_id } = one;
		return {
			type: one.type,
			id: one.id ?? 0,
			custom_id,
			...value(one, fields[custom_id ?? ''], resolved),
		};
	};
	if (type === ComponentType.ActionRow) {
		return { type, id, components: (component.components ?? []).map(inner) };
	}
	if (type === ComponentType.Label && component.component) {
		return { type, id, component: inner(component.component) };
	}
	return { type, id };
}

function value(component: RawComponent, given: Field, resolved: Resolved): Record<string, unknown> {
	const { type, custom_id } = component;
	const needed = component.required !== false;
	const refuse = (why: string) => new RehearsalError(`Field "${custom_id}" ${why}.`);
	const list = given === undefined || given === '' ? [] : [given].flat();
	if (type === ComponentType.TextInput) {
		const text = String(given ?? '');
		const { min_length = 0, max_length = 4000 } = component as { min_length?: number; max_length?: number };
		if (needed && text === '') throw refuse('is required');
		if (text !== '' && text.length < (min_length ?? 0)) throw refuse(`has at least ${min_length} characters`);
		if (text.length > (max_length ?? 4000)) throw refuse(`has at most ${max_length} characters`);
		return { value: text };
	}
	if (type === ComponentType.Checkbox) return { value: given === true };
	if (type === ComponentType.RadioGroup) {
		const [one] = list;
		if (needed && one === undefined) throw refuse('is required');
		if (one !== undefined && !component.options?.some((option) => option.value === one)) {
			throw refuse('is not among the choices');
		}
		return { value: one === undefined ? null : String(one) };
	}
	if (type === ComponentType.FileUpload) {
		const files = list.filter((file): file is UploadedFile => typeof file === 'object');
		if (needed && files.length === 0) throw refuse('needs a file');
		return { values: files.map((file) => resolved.file(file)) };
	}
	if (type === ComponentType.CheckboxGroup) return { values: list.map(String) };
	return { values: !needed && list.length === 0 ? [] : chosen(component, list.map(String), resolved) };
}
