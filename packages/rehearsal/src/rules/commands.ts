import type { FieldProblem } from '../api.ts';
import { CommandType, OptionType } from '../constants.ts';
import { at, problem, required } from './problem.ts';

export interface RawCommand {
	readonly id?: string | null;
	readonly name: string;
	readonly type?: number | null;
	readonly description?: string | null;
	readonly options?: readonly RawCommandOption[] | null;
	readonly name_localizations?: Readonly<Record<string, string>> | null;
	readonly description_localizations?: Readonly<Record<string, string>> | null;
	readonly default_member_permissions?: string | number | null;
	readonly dm_permission?: boolean | null;
	readonly contexts?: readonly number[] | null;
	readonly integration_types?: readonly number[] | null;
	readonly nsfw?: boolean | null;
}
export interface RawCommandOption {
	readonly type: number;
	readonly name: string;
	readonly description: string;
	readonly name_localizations?: Readonly<Record<string, string>> | null;
	readonly description_localizations?: Readonly<Record<string, string>> | null;
	readonly required?: boolean | null;
	readonly autocomplete?: boolean | null;
	readonly choices?: readonly { readonly name: string; readonly value: string | number }[] | null;
	readonly options?: readonly RawCommandOption[] | null;
	readonly min_value?: number | null;
	readonly max_value?: number | null;
	readonly min_length?: number | null;
	readonly max_length?: number | null;
	readonly channel_types?: readonly number[] | null;
}

const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const isSub = ({ type }: RawCommandOption) =>
	type === OptionType.Subcommand || type === OptionType.SubcommandGroup;

/** Discord's rules for a command that its published schema does not hold. */
export function checkCommand(command: RawCommand, path: string): FieldProblem[] {
	const problems: FieldProblem[] = [];
	const { type, description, options } = command;
	const isChatInput = (type ?? CommandType.ChatInput) === CommandType.ChatInput;
	for (const [key, given] of namesOf(command)) {
		if (isChatInput ? isGoodName(given) : given.trim() === given) continue;
		problems.push(problem(at(path, key), 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'));
	}
	if (isChatInput && !description) problems.push(required(at(path, 'description')));
	if (!isChatInput && description) {
		const said = 'Context menu commands cannot have description';
		problems.push(problem(at(path, 'description'), 'APPLICATION_COMMAND_DESCRIPTION_INVALID', said));
	}
	if (!isChatInput && options?.length) {
		const said = 'Context menu commands cannot have options';
		problems.push(problem(at(path, 'options'), 'APPLICATION_COMMAND_OPTIONS_INVALID', said));
	}
	problems.push(...checkOptions(options ?? [], at(path, 'options'), 0));
	if (sizeOf(command) > 8000) {
		problems.push(problem(path, 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)'));
	}
	return problems;
}

const isGoodName = (name: string) => namePattern.test(name) && name === name.toLowerCase();

function namesOf(named: Pick<RawCommand, 'name' | 'name_localizations'>): [path: string, name: string][] {
	const translated = Object.entries(named.name_localizations ?? {});
	return [
		['name', named.name],
		...translated.map(([locale, name]): [string, string] => [`name_localizations.${locale}`, name]),
	];
}

function checkOptions(options: readonly RawCommandOption[], path: string, depth: number): FieldProblem[] {
	const problems: FieldProblem[] = [];
	const names = new Set<string>();
	let optionalSeen = false;
	for (const [index, option] of options.entries()) {
		const here = at(path, index);
		for (const [key, name] of namesOf(option)) {
			if (isGoodName(name)) continue;
			problems.push(problem(at(here, key), 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'));
		}
		if (names.has(option.name)) {
			const said = 'Option names must be unique';
			problems.push(problem(here, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', said));
		}
		names.add(option.name);
		if (isSub(option) !== isSub(options[0] ?? option)) {
			const said = 'Sub-command and sub-command group option types are mutually exclusive to all other types';
			problems.push(problem(here, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', said));
		}
		const tooDeep = isSub(option) && (depth > 1 || (depth === 1 && option.type !== OptionType.Subcommand));
		if (tooDeep) {
			const said = 'Sub-commands cannot be nested this deep';
			problems.push(problem(here, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', said));
		}
		if (option.required && optionalSeen) {
			const said = 'Required options must be placed before non-required options';
			problems.push(problem(here, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', said));
		}
		if (!option.required) optionalSeen = true;
		problems.push(...checkValues(option, here));
		problems.push(...checkOptions(option.options ?? [], at(here, 'options'), depth + 1));
	}
	return problems;
}

function checkValues(option: RawCommandOption, path: string): FieldProblem[] {
	const problems: FieldProblem[] = [];
	const choices = option.choices ?? [];
	if (option.autocomplete && choices.length > 0) {
		const said = 'Options with autocomplete cannot have choices';
		const code = 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_WITH_CHOICES';
		problems.push(problem(at(path, 'choices'), code, said));
	}
	const seen = { name: new Set<unknown>(), value: new Set<unknown>() };
	for (const [index, choice] of choices.entries()) {
		const here = at(at(path, 'choices'), index);
		for (const key of ['name', 'value'] as const) {
			if (seen[key].has(choice[key])) {
				const said = `Choice ${key}s must be unique`;
				problems.push(
					problem(here, `APPLICATION_COMMAND_OPTIONS_CHOICE_${key.toUpperCase()}_ALREADY_EXISTS`, said),
				);
			}
			seen[key].add(choice[key]);
		}
		if (typeof choice.value === 'string' && choice.value.length > 100) {
			problems.push(problem(at(here, 'value'), 'BASE_TYPE_MAX_LENGTH', 'Must be 100 or fewer in length.'));
		}
	}
	const bounds = [
		[option.min_value, option.max_value, 'min_value'],
		[option.min_length, option.max_length, 'min_length'],
	] as const;
	for (const [least, most, key] of bounds) {
		if (least == null || most == null || least <= most) continue;
		const said = 'The minimum must be less than or equal to the maximum';
		problems.push(problem(at(path, key), 'APPLICATION_COMMAND_OPTIONS_MIN_GREATER_THAN_MAX', said));
	}
	return problems;
}

/** What counts towards 8,000: name, description and values, each with its longest translation. */
function sizeOf(command: RawCommand | RawCommandOption): number {
	const longest = (text: string | null | undefined, translated: RawCommand['name_localizations']) =>
		Math.max(text?.length ?? 0, ...Object.values(translated ?? {}).map(({ length }) => length));
	let size = longest(command.name, command.name_localizations);
	size += longest(command.description, command.description_localizations);
	if ('choices' in command) {
		for (const { name, value } of command.choices ?? []) size += name.length + String(value).length;
	}
	for (const option of command.options ?? []) size += sizeOf(option);
	return size;
}
