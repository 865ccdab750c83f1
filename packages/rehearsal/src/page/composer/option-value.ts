import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { OptionValue } from '../../api.ts';
import { OptionKind } from '../kinds.ts';

export type Read = { readonly value: OptionValue } | { readonly problem: string };

/**
 * What a member typed as the value that Discord would send. `picked` is the value of the choice that was taken
 * from a list, where the text is still that choice's.
 */
export function readOption(
	option: APIApplicationCommandBasicOption,
	typed: string,
	picked: string | null,
): Read {
	const text = picked ?? typed.trim();
	switch (option.type) {
		case OptionKind.string:
			return readText(option, text, picked);
		case OptionKind.integer:
		case OptionKind.number:
			return readNumber(option, text, picked);
		case OptionKind.boolean:
			if (/^(true|false)$/iu.test(text)) return { value: text.toLowerCase() === 'true' };
			return { problem: 'Choose True or False.' };
		default:
			if (picked !== null || /^\d{15,20}$/u.test(text)) return { value: text };
			return { problem: 'Choose one from the list.' };
	}
}

type Text = Extract<APIApplicationCommandBasicOption, { type: 3 }>;
type Numeric = Extract<APIApplicationCommandBasicOption, { type: 4 | 10 }>;

function readText(option: Text, text: string, picked: string | null): Read {
	if ('choices' in option && option.choices !== undefined && option.choices.length > 0 && picked === null) {
		const choice = option.choices.find(({ name, value }) => [name, value].includes(text));
		return choice === undefined ? { problem: 'Choose one from the list.' } : { value: choice.value };
	}
	const { min_length: least = 0, max_length: most = 6000 } = option as {
		min_length?: number;
		max_length?: number;
	};
	if (text.length < least) return { problem: `Write at least ${least} characters.` };
	if (text.length > most) return { problem: `Write at most ${most} characters.` };
	return { value: text };
}

function readNumber(option: Numeric, text: string, picked: string | null): Read {
	if ('choices' in option && option.choices !== undefined && option.choices.length > 0 && picked === null) {
		const choice = option.choices.find(({ name, value }) => name === text || String(value) === text);
		return choice === undefined ? { problem: 'Choose one from the list.' } : { value: choice.value };
	}
	const value = text === '' ? Number.NaN : Number(text);
	const whole = option.type === OptionKind.integer;
	if (!Number.isFinite(value) || (whole && !Number.isSafeInteger(value))) {
		return { problem: whole ? 'Write a whole number.' : 'Write a number.' };
	}
	const { min_value: least, max_value: most } = option;
	if (least !== undefined && value < least) return { problem: `Write ${least} or more.` };
	if (most !== undefined && value > most) return { problem: `Write ${most} or less.` };
	return { value };
}
