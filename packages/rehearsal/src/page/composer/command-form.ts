import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { OptionValue } from '../../api.ts';
import { h } from '../dom.ts';
import { OptionKind } from '../kinds.ts';
import { listbox } from '../listbox.ts';
import type { Page } from '../page.ts';
import { localeOf } from '../world/names.ts';
import { fitting, localized, type TypedCommand } from './commands.ts';
import { fileField } from './file-field.ts';
import { type OptionField, optionField } from './option-field.ts';

export type Filled = Readonly<Record<string, OptionValue>>;

export interface CommandForm {
	readonly element: HTMLElement;
	focus(): void;
	/** Fills in what was typed or pasted after the name: "speaker:Ada Lind about:dikes". */
	take(text: string): void;
	/** Every option as it would be sent, or null where one is missing or wrong: that one is then focused. */
	check(): Filled | null;
}

export interface FormSettings {
	readonly command: TypedCommand;
	readonly page: Page;
	readonly anchor: HTMLElement;
	readonly run: () => void;
	/** Back to the plain field, with this text in it. */
	readonly leave: (text: string) => void;
	readonly problem: (text: string) => void;
}

/** A command being filled in, option after option: required ones first, then those that are asked for. */
export function commandForm({ command, page, anchor, run, leave, problem }: FormSettings): CommandForm {
	const fields: OptionField[] = [];
	const locale = localeOf(page.world);
	const tail = h('input', {
		class: 'tail',
		type: 'text',
		role: 'combobox',
		'aria-autocomplete': 'list',
		'aria-label': `More options of /${command.name}. Enter runs it.`,
		autocomplete: 'off',
		spellcheck: 'false',
	});
	const chips = h('span', { class: 'chips' });
	const element = h(
		'div',
		{ class: 'command-form', role: 'group', 'aria-label': `/${command.name}` },
		h('span', { class: 'command-name' }, `/${command.name}`),
		chips,
		tail,
	);
	const list = listbox(tail, {
		name: `Options of /${command.name}`,
		above: true,
		anchor,
		chosen(choice) {
			list.hide();
			tail.value = '';
			const option = command.options.find(({ name }) => name === choice.value);
			if (option !== undefined) add(option).input.focus();
		},
	});

	const add = (option: APIApplicationCommandBasicOption): OptionField => {
		const known = fields.find((field) => field.option.name === option.name);
		if (known !== undefined) return known;
		const make = option.type === OptionKind.attachment ? fileField : optionField;
		const field = make(option, {
			commandName: command.name,
			page,
			anchor,
			filled,
			done(from, how) {
				const next = missing();
				if (how === 'enter' && (next === undefined || next === from)) run();
				else goOn();
			},
			emptied,
		});
		fields.push(field);
		chips.append(field.element);
		return field;
	};
	const filled = (besides: OptionField | null): Filled => {
		const values: Record<string, OptionValue> = {};
		for (const field of fields) {
			const read = field === besides ? null : field.read();
			if (read !== null && 'value' in read) values[field.option.name] = read.value;
		}
		return values;
	};
	const missing = () => fields.find((field) => field.option.required === true && field.read() === null);
	const empty = () => fields.find((field) => field.read() === null);
	const goOn = () => ((missing() ?? empty())?.input ?? tail).focus();
	const emptied = (field: OptionField) => {
		const at = fields.indexOf(field);
		if (field.option.required === true) {
			const before = fields[at - 1];
			if (before === undefined) leave(`/${command.name}`);
			else before.input.focus();
			return;
		}
		fields.splice(at, 1);
		field.element.remove();
		tail.focus();
	};
	const offer = () => {
		const left = command.options.filter(({ name }) => !fields.some(({ option }) => option.name === name));
		const typed = tail.value.trim();
		const fit = fitting(left, ({ name }) => name, typed);
		if (left.length === 0 && typed === '') {
			list.hide();
			return;
		}
		list.show(
			fit.map((option) => ({
				value: option.name,
				label: option.name,
				detail: localized(option, locale),
				group: 'Options',
			})),
			{
				active: typed === '' ? -1 : 0,
				note:
					fit.length === 0
						? 'No option matches. Enter runs the command without it.'
						: 'Enter runs the command.',
			},
		);
	};
	tail.addEventListener('focus', offer);
	tail.addEventListener('blur', () => list.hide());
	tail.addEventListener('input', () => {
		const named = /^\s*([^\s:]+):$/u.exec(tail.value)?.[1];
		const option = command.options.find(({ name }) => name === named);
		if (option === undefined) {
			offer();
			return;
		}
		tail.value = '';
		add(option).input.focus();
	});
	tail.addEventListener('keydown', (event) => {
		const { key } = event;
		if ((key === 'ArrowDown' || key === 'ArrowUp') && list.open) list.move(key === 'ArrowDown' ? 1 : -1);
		else if ((key === 'Enter' || (key === 'Tab' && !event.shiftKey)) && list.open && list.active !== null) {
			document.getElementById(tail.getAttribute('aria-activedescendant') ?? '')?.click();
		} else if (key === 'Enter') run();
		else if (key === 'Backspace' && tail.value === '') {
			const last = fields.at(-1);
			if (last === undefined) leave(`/${command.name}`);
			else last.input.focus();
		} else return;
		event.preventDefault();
		event.stopPropagation();
	});
	for (const option of command.options) if (option.required === true) add(option);

	return {
		element,
		focus: goOn,
		take(text) {
			const names = command.options.map(({ name }) => name);
			for (const { name, value } of namedValues(text, names)) {
				const option = command.options.find((candidate) => candidate.name === name);
				if (option === undefined) continue;
				const { input } = add(option);
				if (input.type !== 'file') input.value = value;
			}
		},
		check() {
			for (const field of fields) {
				const read = field.read();
				const needed = field.option.required === true;
				if (read === null && !needed) continue;
				if (read !== null && 'value' in read) continue;
				const words = read === null ? 'This option is required. Specify a value.' : read.problem;
				field.showProblem(words);
				problem(`${field.option.name}: ${words}`);
				field.input.focus();
				return null;
			}
			return filled(null);
		},
	};
}

/** "speaker:Ada Lind about:dikes" as names and values; a name counts only where the command has it. */
export function namedValues(text: string, names: readonly string[]): { name: string; value: string }[] {
	const found: { name: string; value: string }[] = [];
	for (const word of text.trim().split(/(?<=\s)/u)) {
		const colon = word.indexOf(':');
		const name = colon === -1 ? '' : word.slice(0, colon);
		const last = found.at(-1);
		if (names.includes(name)) found.push({ name, value: word.slice(colon + 1) });
		else if (last !== undefined) last.value += word;
	}
	return found.map(({ name, value }) => ({ name, value: value.trim() }));
}
