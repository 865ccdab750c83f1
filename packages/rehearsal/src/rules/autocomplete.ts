import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import type { FieldProblem } from '../api.ts';
import { OptionType } from '../constants.ts';
import { at, problem, tooLong } from './problem.ts';

/** At most 25 choices; each value of the option's own type, and text of at most 100 characters. */
export function checkAutocomplete(
	choices: readonly APIApplicationCommandOptionChoice[] | null | undefined,
	optionType: number | null,
): FieldProblem[] {
	const list = choices ?? [];
	const path = 'data.choices';
	if (list.length > 25) return [tooLong(path, 25)];
	return list.flatMap(({ value }, index) => {
		const here = at(at(path, index), 'value');
		if (optionType === OptionType.String) {
			if (typeof value !== 'string') {
				return [problem(here, 'STRING_TYPE_CONVERT', `Could not interpret "${value}" as string.`)];
			}
			return value.length > 100 ? [tooLong(here, 100)] : [];
		}
		const fits = optionType === OptionType.Integer ? Number.isInteger(value) : Number.isFinite(value);
		return fits ? [] : [problem(here, 'NUMBER_TYPE_COERCE', 'Value is not of the type of the option.')];
	});
}
