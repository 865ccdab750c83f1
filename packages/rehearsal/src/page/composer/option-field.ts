import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { OptionValue } from '../../api.ts';
import { h } from '../dom.ts';
import { listbox } from '../listbox.ts';
import type { Page } from '../page.ts';
import { localeOf } from '../world/names.ts';
import { localized } from './commands.ts';
import { type Read, readOption } from './option-value.ts';
import { suggestions } from './suggestions.ts';

export interface OptionField {
	readonly option: APIApplicationCommandBasicOption;
	readonly element: HTMLElement;
	readonly input: HTMLInputElement | HTMLTextAreaElement;
	/** Null while nothing is typed. */
	read(): Read | null;
	showProblem(problem: string | null): void;
}

export interface FieldNeighbours {
	readonly commandName: string;
	readonly page: Page;
	readonly anchor: HTMLElement;
	/** The other options so far. */
	readonly filled: (besides: OptionField) => Readonly<Record<string, OptionValue>>;
	/** Enter or Tab: a value is complete. */
	readonly done: (field: OptionField, how: 'picked' | 'enter') => void;
	/** Backspace in an empty field. */
	readonly emptied: (field: OptionField) => void;
}

/** Keys that come this close together make one question to the bot. */
const pause = 60;

/** One option of a command being filled in, with what can be chosen for it. */
export function optionField(
	option: APIApplicationCommandBasicOption,
	{ commandName, page, anchor, filled, done, emptied }: FieldNeighbours,
): OptionField {
	let picked: string | null = null;
	let asked = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	// Of several lines, so that a long value is seen whole; what is sent has one.
	const input = h('textarea', {
		rows: 1,
		class: 'option-input',
		role: 'combobox',
		'aria-autocomplete': 'list',
		'aria-label': `${option.name}: ${localized(option, localeOf(page.world))}`,
		'aria-required': option.required === true ? 'true' : null,
		autocomplete: 'off',
		spellcheck: 'false',
		maxlength: 6000,
		dir: 'auto',
	});
	const element = h(
		'label',
		{ class: 'option-chip' },
		h('span', { class: 'option-name', 'aria-hidden': 'true' }, option.name),
		input,
	);
	const list = listbox(input, {
		name: option.name,
		above: true,
		anchor,
		chosen(choice) {
			picked = choice.value;
			input.value = choice.label;
			asked += 1;
			list.hide();
			field.showProblem(null);
			done(field, 'picked');
		},
	});
	const offer = async () => {
		asked += 1;
		const mine = asked;
		const typed = picked === null ? oneLine(input.value) : '';
		const { choices, note } = await suggestions({ commandName, option, typed, filled: filled(field) }, page);
		// Somebody who keeps typing gets the answer for the current text.
		if (mine !== asked || document.activeElement !== input) return;
		const words = note ?? localized(option, localeOf(page.world));
		list.show(choices, {
			note: words,
			active: picked === null ? 0 : choices.findIndex(({ value }) => value === picked),
		});
	};
	const field: OptionField = {
		option,
		element,
		input,
		read: () => (input.value.trim() === '' ? null : readOption(option, oneLine(input.value), picked)),
		showProblem(problem) {
			element.classList.toggle('wrong', problem !== null);
			input.setAttribute('aria-invalid', String(problem !== null));
		},
	};
	input.addEventListener('input', () => {
		picked = null;
		field.showProblem(null);
		// The list belongs to the earlier text, as does one that is still on its way: Enter must not take it.
		asked += 1;
		if (list.open) list.activate(-1);
		clearTimeout(timer);
		timer = setTimeout(offer, pause);
	});
	input.addEventListener('focus', () => void offer());
	input.addEventListener('blur', () => {
		asked += 1;
		clearTimeout(timer);
		list.hide();
	});
	input.addEventListener('keydown', (event) => {
		const { key } = event;
		const choosing = list.open && list.active !== null;
		if ((key === 'ArrowDown' || key === 'ArrowUp') && list.open) list.move(key === 'ArrowDown' ? 1 : -1);
		else if (
			(key === 'Enter' || (key === 'Tab' && !event.shiftKey && input.value !== '')) &&
			choosing &&
			picked === null
		) {
			document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.click();
		} else if (key === 'Enter') done(field, 'enter');
		else if (key === 'Backspace' && input.value === '') emptied(field);
		else if (key === 'Escape' && list.open) list.hide();
		else return;
		event.preventDefault();
		event.stopPropagation();
	});
	return field;
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, ' ');
