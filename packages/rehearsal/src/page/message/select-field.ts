import { fill, h, icon } from '../dom.ts';
import { type Choice, listbox } from '../listbox.ts';

export interface SelectSettings {
	readonly choices: readonly Choice[];
	readonly placeholder: string;
	readonly least: number;
	readonly most: number;
	readonly disabled?: boolean;
	readonly customId: string;
	/** Called when the list closes and another choice was made. */
	readonly changed: (values: readonly string[]) => void;
	/** Id of the element that names the field. */
	readonly labelledBy?: string;
}

/** A field that opens a list: ARIA's select-only combobox. */
export function selectField(settings: SelectSettings): {
	readonly element: HTMLElement;
	readonly values: () => readonly string[];
} {
	const { choices, most, least } = settings;
	let values = choices.filter(({ chosen }) => chosen).map(({ value }) => value);
	let before = values.join('\n');
	const words = h('span', { class: 'select-words' });
	const field = h(
		'button',
		{
			class: 'select',
			type: 'button',
			role: 'combobox',
			'aria-haspopup': 'listbox',
			'data-custom-id': settings.customId,
			'aria-label': settings.labelledBy === undefined ? settings.placeholder : null,
			'aria-labelledby': settings.labelledBy,
			disabled: settings.disabled === true,
		},
		words,
		icon('down'),
	);
	const draw = () => {
		const chosen = choices.filter(({ value }) => values.includes(value));
		fill(
			words,
			chosen.length === 0
				? h('span', { class: 'placeholder' }, settings.placeholder)
				: chosen.map(({ label }) => h('span', { class: most > 1 ? 'picked' : '', dir: 'auto' }, label)),
		);
	};
	const marked = () => choices.map((choice) => ({ ...choice, chosen: values.includes(choice.value) }));
	const list = listbox(field, {
		name: settings.placeholder,
		multiple: most > 1,
		chosen(choice) {
			if (most === 1) values = [choice.value];
			else if (values.includes(choice.value)) values = values.filter((value) => value !== choice.value);
			else if (values.length < most) values = [...values, choice.value];
			draw();
			if (most === 1) list.hide();
			else list.show(marked(), { active: choices.findIndex(({ value }) => value === choice.value) });
		},
		hidden() {
			const now = values.join('\n');
			if (now === before || values.length < least) return;
			before = now;
			settings.changed(values);
		},
	});
	let typed = '';
	let forget: ReturnType<typeof setTimeout> | undefined;
	const open = () =>
		list.show(marked(), {
			active: Math.max(
				0,
				choices.findIndex(({ value }) => values.includes(value)),
			),
		});
	const choose = () => {
		if (list.active === null) return;
		document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.click();
	};
	const typeAhead = (key: string) => {
		clearTimeout(forget);
		typed += key.toLocaleLowerCase();
		forget = setTimeout(() => {
			typed = '';
		}, 700);
		const at = choices.findIndex(({ label }) =>
			label.replace(/^[@#]/u, '').toLocaleLowerCase().startsWith(typed),
		);
		if (at !== -1) list.activate(at);
	};
	field.addEventListener('click', () => (list.open ? list.hide() : open()));
	field.addEventListener('blur', () => list.hide());
	field.addEventListener('keydown', (event) => {
		const { key } = event;
		if (!list.open) {
			if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
			event.preventDefault();
			open();
			return;
		}
		if (key === 'ArrowDown' || key === 'ArrowUp') list.move(key === 'ArrowDown' ? 1 : -1);
		else if (key === 'Home' || key === 'End') list.activate(key === 'Home' ? 0 : choices.length - 1);
		else if (key === 'Enter' || key === ' ') choose();
		else if (key === 'Escape') list.hide();
		else if (key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) typeAhead(key);
		else return;
		event.preventDefault();
		event.stopPropagation();
	});
	draw();
	return { element: h('div', { class: 'select-frame' }, field), values: () => values };
}
