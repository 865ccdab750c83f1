import type { Filled } from '../card.ts';
import type { AnyOption, Options } from '../command.ts';
import { code, UserError } from '../errors.ts';
import type { Attachment } from '../place.ts';
import { plainLine } from './plain.ts';

/** Options as a command takes them. */
export type Read = Readonly<Record<string, Filled[string] | Attachment>>;

/**
 * Checks the options of a command, wherever they come from: a slash command, a button or menu whose id anybody
 * can forge, or a typed line. Texts may be given for numbers and booleans.
 * @param hidden whether options are accepted that only buttons fill in.
 * @throws UserError one sentence that names the option and says what it takes.
 */
export function readOptions(
	options: Options<never>,
	given: Readonly<Record<string, unknown>>,
	{ hidden }: { readonly hidden: boolean },
): Read {
	const filled: Record<string, Read[string]> = {};
	for (const [name, value] of Object.entries(given)) {
		const option = Object.hasOwn(options, name) ? options[name] : undefined;
		if (option === undefined || (option.hidden && !hidden)) throw unknown(name, options);
		filled[name] = readOption(name, option, value);
	}
	for (const [name, option] of Object.entries(options)) {
		if (option.required && !(name in filled))
			throw new UserError(['The option ', code(name), ` is missing: ${option.description}.`]);
	}
	return filled;
}

/** The options that can be written as text: all but files. */
export function withoutFiles(read: Read): Filled {
	return Object.fromEntries(
		Object.entries(read).flatMap(([name, value]) => (typeof value === 'object' ? [] : [[name, value]])),
	);
}

function readOption(name: string, option: AnyOption<never>, value: unknown): Read[string] {
	switch (option.kind) {
		case 'string': {
			const text = typeof value === 'string' ? value : String(value);
			if (text.length > option.maxLength) {
				throw new UserError([
					'The option ',
					code(name),
					` takes at most ${option.maxLength} characters: it had ${text.length}.`,
				]);
			}
			if (option.choices !== undefined && !Object.hasOwn(option.choices, text)) {
				throw new UserError([
					'The option ',
					code(name),
					` takes one of these: ${Object.keys(option.choices).join(', ')}.`,
				]);
			}
			return text;
		}
		case 'integer': {
			const number =
				typeof value === 'number' ? value : /^-?\d{1,15}$/u.test(String(value)) ? Number(value) : Number.NaN;
			if (!Number.isInteger(number) || number < option.min || number > option.max) {
				throw new UserError([
					'The option ',
					code(name),
					` takes a whole number from ${option.min} to ${option.max}.`,
				]);
			}
			return number;
		}
		case 'number': {
			const number =
				typeof value === 'number'
					? value
					: /^-?\d{1,15}(?:\.\d{1,10})?$/u.test(String(value))
						? Number(value)
						: Number.NaN;
			if (!Number.isFinite(number) || number < option.min || number > option.max) {
				throw new UserError([
					'The option ',
					code(name),
					` takes a number from ${option.min} to ${option.max}.`,
				]);
			}
			return number;
		}
		case 'attachment':
			if (typeof value === 'object' && value !== null) return value as Attachment;
			throw new UserError(['The option ', code(name), ' takes a file: type the command and add it.']);
		case 'boolean':
			if (value === true || value === 'true') return true;
			if (value === false || value === 'false') return false;
			throw new UserError(['The option ', code(name), ' takes true or false.']);
		case 'channel':
		case 'role':
		case 'member': {
			const id = /^(?:<(?:#|@&|@!?))?(\d{15,20})>?$/u.exec(String(value))?.[1];
			if (id === undefined) throw new UserError(['The option ', code(name), ` takes a ${option.kind}.`]);
			return id;
		}
	}
}

function unknown(name: string, options: Options<never>): UserError {
	const names = Object.entries(options).filter(([, option]) => !option.hidden);
	const known = names.map(([known]) => known).join(', ');
	return new UserError([
		'There is no option ',
		code(plainLine(name)),
		known === '' ? ': this command takes none.' : `: there are ${known}.`,
	]);
}
