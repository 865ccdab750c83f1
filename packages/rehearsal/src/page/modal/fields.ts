import type {
	APIComponentInLabel,
	APIComponentInModalActionRow,
	APISelectMenuComponent,
} from 'discord-api-types/v10';
import type { UploadedFile } from '../../api.ts';
import { upload } from '../composer/file-field.ts';
import { h } from '../dom.ts';
import { Component } from '../kinds.ts';
import { choicesOf } from '../message/select-choices.ts';
import { selectField } from '../message/select-field.ts';
import type { Page } from '../page.ts';
import { guildIdOf } from '../world/names.ts';

export type FieldValue = string | boolean | readonly string[] | readonly UploadedFile[];

export interface ModalField {
	readonly customId: string;
	readonly element: HTMLElement;
	/** Undefined where nothing was filled in. */
	value(): FieldValue | undefined;
	/** Shows what is wrong; returns the control to focus, or null where all is well. */
	check(): HTMLElement | null;
}

type Inner = APIComponentInModalActionRow | APIComponentInLabel;

/** One control of a modal with its label, description and what may be wrong with it. */
export function modalField(inner: Inner, label: string, description: string | null, page: Page): ModalField {
	const id = `field-${inner.custom_id}`;
	const problem = h('p', { class: 'failure', id: `${id}-problem`, hidden: true });
	const control = controlOf(inner, id, page);
	const needed = !('required' in inner) || inner.required !== false;
	const element = h(
		'div',
		{ class: 'modal-field' },
		h(
			control.labels === 'one' ? 'label' : 'p',
			{ class: 'field-label', id: `${id}-label`, for: control.labels === 'one' ? id : null },
			label,
			needed && control.kind !== 'checkbox' && h('span', { class: 'star', 'aria-hidden': 'true' }, ' *'),
		),
		description === null ? null : h('p', { class: 'hint', id: `${id}-hint` }, description),
		control.element,
		problem,
	);
	return {
		customId: inner.custom_id,
		element,
		value: control.value,
		check() {
			const words = control.problem(needed);
			problem.hidden = words === null;
			problem.textContent = words;
			control.focusable.setAttribute('aria-invalid', String(words !== null));
			return words === null ? null : control.focusable;
		},
	};
}

interface Control {
	readonly kind: 'text' | 'select' | 'file' | 'group' | 'checkbox';
	/** Whether one control carries the label, or several share it. */
	readonly labels: 'one' | 'group';
	readonly element: HTMLElement;
	readonly focusable: HTMLElement;
	readonly value: () => FieldValue | undefined;
	readonly problem: (needed: boolean) => string | null;
}

function controlOf(inner: Inner, id: string, page: Page): Control {
	switch (inner.type) {
		case Component.textInput:
			return textControl(inner, id);
		case Component.fileUpload:
			return fileControl(inner, id);
		case Component.radioGroup:
		case Component.checkboxGroup:
			return groupControl(inner, id);
		case Component.checkbox: {
			const box = h('input', { type: 'checkbox', id, checked: inner.default === true });
			return {
				kind: 'checkbox',
				labels: 'one',
				element: box,
				focusable: box,
				value: () => box.checked,
				problem: () => null,
			};
		}
		default:
			return selectControl(inner, id, page);
	}
}

type TextInput = Extract<Inner, { type: 4 }>;
type FileUpload = Extract<Inner, { type: 19 }>;
type Group = Extract<Inner, { type: 21 | 22 }>;

function textControl(inner: TextInput, id: string): Control {
	const shared = {
		id,
		maxlength: inner.max_length ?? 4000,
		placeholder: inner.placeholder,
		dir: 'auto',
		'aria-describedby': `${id}-hint ${id}-problem`,
	};
	const input =
		inner.style === 2 ? h('textarea', { ...shared, rows: 4 }) : h('input', { ...shared, type: 'text' });
	input.value = inner.value ?? '';
	return {
		kind: 'text',
		labels: 'one',
		element: input,
		focusable: input,
		value: () => input.value,
		problem(needed) {
			const { length } = input.value;
			if (length === 0) return needed ? 'This field is required.' : null;
			const least = inner.min_length ?? 0;
			return length < least ? `Write at least ${least} characters.` : null;
		},
	};
}

function selectControl(inner: APISelectMenuComponent, id: string, page: Page): Control {
	const guildId = guildIdOf(page.world.places.get(page.placeId));
	const field = selectField({
		choices: choicesOf(inner, page.world, guildId),
		placeholder: inner.placeholder ?? 'Make a selection',
		least: 0,
		most: inner.max_values ?? 1,
		disabled: inner.disabled === true,
		customId: inner.custom_id,
		labelledBy: `${id}-label`,
		changed: () => {},
	});
	const button = field.element.querySelector('button') ?? field.element;
	return {
		kind: 'select',
		labels: 'group',
		element: field.element,
		focusable: button,
		value: () => (field.values().length === 0 ? undefined : field.values()),
		problem(needed) {
			const count = field.values().length;
			if (count === 0) return needed ? 'This field is required.' : null;
			const least = inner.min_values ?? 1;
			return count < least ? `Choose at least ${least}.` : null;
		},
	};
}

function fileControl(inner: FileUpload, id: string): Control {
	const input = h('input', { type: 'file', id, multiple: (inner.max_values ?? 1) > 1 });
	let files: readonly UploadedFile[] = [];
	input.addEventListener('change', async () => {
		files = await Promise.all([...(input.files ?? [])].map(upload));
	});
	return {
		kind: 'file',
		labels: 'one',
		element: input,
		focusable: input,
		value: () => (files.length === 0 ? undefined : files),
		problem: (needed) => (needed && files.length === 0 ? 'This field is required.' : null),
	};
}

function groupControl(inner: Group, id: string): Control {
	const type = inner.type === Component.radioGroup ? 'radio' : 'checkbox';
	const boxes = inner.options.map((option) =>
		h('input', { type, name: id, value: option.value, checked: option.default === true }),
	);
	const element = h(
		'div',
		{
			class: 'choice-group',
			role: type === 'radio' ? 'radiogroup' : 'group',
			'aria-labelledby': `${id}-label`,
		},
		inner.options.map((option, at) =>
			h(
				'label',
				{},
				boxes[at],
				h(
					'span',
					{ class: 'choice-words' },
					option.label,
					option.description ? h('small', {}, option.description) : null,
				),
			),
		),
	);
	const values = () => boxes.filter(({ checked }) => checked).map(({ value }) => value);
	return {
		kind: 'group',
		labels: 'group',
		element,
		focusable: boxes[0] ?? element,
		value: () => (type === 'radio' ? values()[0] : values()),
		problem: (needed) => (needed && values().length === 0 ? 'This field is required.' : null),
	};
}
