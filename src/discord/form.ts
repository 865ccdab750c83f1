import {
	type APIModalInteractionResponseCallbackData,
	type ChatInputCommandInteraction,
	ComponentType,
	InteractionResponseType,
	type ModalSubmitInteraction,
	TextInputStyle,
} from 'discord.js';
import type { Filled } from '../card.ts';
import type { Command, Form } from '../command.ts';
import { UserError } from '../errors.ts';
import type { Runtime } from './answer.ts';
import { type KeptOptions, packId, unpackId } from './ids.ts';
import { formField, formLabel, formTitle } from './limits.ts';
import { nameNow } from './name-now.ts';
import { placeOf } from './place.ts';

/** What a member gave, by name. */
type Given = Readonly<Record<string, unknown>>;

/** Whether a command asks with its form, since a field of it was left out. */
export function asksWithForm(form: Form | undefined, given: Given): form is Form {
	return form !== undefined && Object.keys(form.fields).some((name) => (given[name] ?? '') === '');
}

/**
 * The first response that opens a command's form, filled in as far as something was given; the other options wait in its
 * id.
 */
export async function formResponse(
	command: string,
	{ title, fields }: Form,
	given: Given,
	kept: KeptOptions,
): Promise<object> {
	const others = Object.entries(given).filter(([name]) => !Object.hasOwn(fields, name));
	const options = Object.fromEntries(others.map(([name, value]) => [name, String(value)]));
	const data: APIModalInteractionResponseCallbackData = {
		custom_id: (await packId({ command, options }, 0, kept)) ?? '',
		title: title.slice(0, formTitle),
		components: Object.entries(fields).map(([name, { label, long, maxLength }]) => {
			const most = Math.min(maxLength, formField);
			const value = String(given[name] ?? '').slice(0, most);
			return {
				type: ComponentType.Label,
				label: label.slice(0, formLabel),
				component: {
					type: ComponentType.TextInput,
					custom_id: name,
					style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
					...{ required: true, min_length: 1, max_length: most },
					...(value !== '' && { value }),
				},
			};
		}),
	};
	return { type: InteractionResponseType.Modal, data };
}

/**
 * What speaks against opening a form, or null. The form cannot wait for long: what is not known in time is found when it
 * is submitted.
 */
export async function refusedForm<Context>(
	interaction: ChatInputCommandInteraction,
	command: Command<Context> | undefined,
	runtime: Runtime<Context>,
): Promise<{ readonly error: unknown } | null> {
	if (command?.beforeForm === undefined) return null;
	try {
		await command.beforeForm(runtime.contextOf(await placeOf(interaction, runtime)));
		return null;
	} catch (error) {
		return { error };
	}
}

/**
 * The command that a submitted form belongs to, and all its options.
 * @throws UserError for a form that no command of ours opens, or that is too old.
 */
export async function submitted<Context>(
	{ customId, fields }: ModalSubmitInteraction,
	runtime: Pick<Runtime<Context>, 'commands' | 'kept'>,
): Promise<{ readonly command: string; readonly options: Filled }> {
	const { command: asked, options } = await unpackId(customId, runtime.kept);
	const command = nameNow(asked, runtime);
	const form = runtime.commands.get(command)?.form;
	if (!form) throw new UserError('This form is not one of mine. Type /help to see what I can do.');
	const texts = [...fields.fields.values()].flatMap((field) =>
		field.type === ComponentType.TextInput && Object.hasOwn(form.fields, field.customId)
			? [[field.customId, field.value] as const]
			: [],
	);
	return { command, options: { ...options, ...Object.fromEntries(texts) } };
}
