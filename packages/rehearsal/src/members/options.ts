import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import type { OptionValue } from '../api.ts';
import { OptionType } from '../constants.ts';
import { RehearsalError } from '../errors.ts';
import type { Resolved } from './resolved.ts';

interface LeafOption {
	readonly type: number;
	readonly name: string;
	readonly required?: boolean;
	readonly autocomplete?: boolean;
	readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
	readonly options?: readonly LeafOption[];
	readonly min_value?: number;
	readonly max_value?: number;
	readonly min_length?: number;
	readonly max_length?: number;
	readonly channel_types?: readonly number[];
}
export interface SentOption {
	readonly type: number;
	readonly name: string;
	readonly value?: unknown;
	readonly focused?: true;
	readonly options?: readonly SentOption[];
}

/** The subcommand that words after the command's name lead to. */
function descend(command: APIApplicationCommand, words: readonly string[]): LeafOption[] {
	const path: LeafOption[] = [];
	let options = (command.options ?? []) as readonly APIApplicationCommandOption[] as readonly LeafOption[];
	for (const word of words) {
		const next = options.find(({ type, name }) => name === word && type <= OptionType.SubcommandGroup);
		if (next === undefined) throw new RehearsalError(`/${command.name} has no subcommand "${word}".`);
		path.push(next);
		options = next.options ?? [];
	}
	if (options.some(({ type }) => type <= OptionType.SubcommandGroup)) {
		const names = options.map(({ name }) => name).join(', ');
		throw new RehearsalError(`/${command.name} is used with a subcommand: ${names}.`);
	}
	return path;
}

/**
 * The options of an interaction, as Discord's client would send them: known, of the right type, within bounds,
 * and all that are required (while one is being typed, none is).
 * @throws RehearsalError where the client would not let a member send this
 */
export function sentOptions(
	command: APIApplicationCommand,
	words: readonly string[],
	given: Readonly<Record<string, OptionValue>>,
	focused: string | null,
	resolved: Resolved,
): { options: readonly SentOption[]; focusedType: number | null } {
	const path = descend(command, words);
	const known = (path.at(-1)?.options ??
		(path.length > 0 ? [] : (command.options ?? []))) as readonly LeafOption[];
	for (const name of [...Object.keys(given), ...(focused === null ? [] : [focused])]) {
		if (!known.some((option) => option.name === name)) {
			throw new RehearsalError(`/${command.name} has no option "${name}".`);
		}
	}
	let focusedType: number | null = null;
	const sent: SentOption[] = [];
	for (const option of known) {
		const { type, name } = option;
		const value = given[name];
		if (name === focused) {
			if (!option.autocomplete) throw new RehearsalError(`Option "${name}" has no autocomplete.`);
			focusedType = type;
			sent.push({ type, name, value: String(value ?? ''), focused: true });
		} else if (value !== undefined) {
			sent.push({ type, name, value: checked(option, value, resolved, focused !== null) });
		} else if (option.required && focused === null) {
			throw new RehearsalError(`Option "${name}" is required.`);
		}
	}
	const options = path.reduceRight<readonly SentOption[]>(
		(inner, { type, name }) => [{ type, name, options: inner }],
		sent,
	);
	return { options, focusedType };
}

function checked(option: LeafOption, value: OptionValue, resolved: Resolved, typing: boolean): unknown {
	const refuse = (why: string) => new RehearsalError(`Option "${option.name}" ${why}.`);
	const id = String(value);
	switch (option.type) {
		case OptionType.String: {
			if (typeof value !== 'string') throw refuse('is text');
			if (!typing) checkText(option, value, refuse);
			return value;
		}
		case OptionType.Integer:
		case OptionType.Number: {
			if (typeof value !== 'number' || !Number.isFinite(value)) throw refuse('is a number');
			if (option.type === OptionType.Integer && !Number.isSafeInteger(value)) {
				throw refuse('is a whole number');
			}
			if (option.min_value != null && value < option.min_value)
				throw refuse(`is at least ${option.min_value}`);
			if (option.max_value != null && value > option.max_value)
				throw refuse(`is at most ${option.max_value}`);
			checkChoice(option, value, refuse);
			return value;
		}
		case OptionType.Boolean:
			if (typeof value !== 'boolean') throw refuse('is true or false');
			return value;
		case OptionType.Attachment:
			if (typeof value !== 'object') throw refuse('is a file');
			return resolved.file(value);
		case OptionType.User:
			resolved.user(id);
			return id;
		case OptionType.Role:
			resolved.role(id);
			return id;
		case OptionType.Mentionable:
			resolved.mentionable(id);
			return id;
		case OptionType.Channel:
			resolved.channel(id, option.channel_types);
			return id;
		default:
			throw refuse('is of no kind that can be filled in');
	}
}

function checkText(option: LeafOption, value: string, refuse: (why: string) => Error): void {
	const most = option.max_length ?? 6000;
	if (value.length > most) throw refuse(`has at most ${most} characters`);
	const least = Math.max(option.min_length ?? 0, option.required ? 1 : 0);
	if (value.length < least) throw refuse(`has at least ${least} characters`);
	checkChoice(option, value, refuse);
}

function checkChoice(option: LeafOption, value: unknown, refuse: (why: string) => Error): void {
	if (!option.choices?.length || option.choices.some((choice) => choice.value === value)) return;
	throw refuse(`is one of ${option.choices.map((choice) => choice.name).join(', ')}`);
}
