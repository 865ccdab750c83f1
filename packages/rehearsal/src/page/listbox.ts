import { fill, h, icon } from './dom.ts';
import { popUp } from './popup.ts';

export interface Choice {
	readonly value: string;
	readonly label: string;
	readonly detail?: string | null;
	readonly leading?: Node | null;
	readonly chosen?: boolean;
	/** A heading that stands over the first choice with this group. */
	readonly group?: string;
}

export interface Listbox {
	readonly id: string;
	readonly open: boolean;
	show(choices: readonly Choice[], options?: { readonly active?: number; readonly note?: string }): void;
	hide(): void;
	/** Moves the mark; wraps around at the ends. */
	move(by: number): void;
	activate(index: number): void;
	readonly active: Choice | null;
	readonly choices: readonly Choice[];
}

let made = 0;

/**
 * A list to choose from that belongs to a field or button: the focus stays there, and the field names the marked
 * choice (`aria-activedescendant`), as the ARIA combobox pattern has it.
 */
export function listbox(
	field: HTMLElement,
	{
		name,
		chosen,
		above = false,
		multiple = false,
		hidden = () => {},
		anchor = field,
	}: {
		readonly name: string;
		readonly chosen: (choice: Choice) => void;
		readonly above?: boolean;
		readonly multiple?: boolean;
		readonly hidden?: () => void;
		readonly anchor?: HTMLElement;
	},
): Listbox {
	made += 1;
	const id = `list-${made}`;
	const list = h('div', {
		role: 'listbox',
		id,
		'aria-label': name,
		'aria-multiselectable': multiple ? 'true' : null,
	});
	const note = h('p', { class: 'hint', role: 'status' });
	const panel = h('div', { class: 'panel' }, list, note);
	let choices: readonly Choice[] = [];
	let active = -1;
	let close: (() => void) | null = null;
	field.setAttribute('aria-expanded', 'false');
	// A press in the list must not take the focus away from the field.
	panel.addEventListener('pointerdown', (event) => event.preventDefault());

	const activate = (index: number) => {
		active = index;
		for (const [at, option] of [...list.querySelectorAll('[role=option]')].entries()) {
			option.classList.toggle('active', at === index);
			if (at !== index) continue;
			field.setAttribute('aria-activedescendant', option.id);
			option.scrollIntoView({ block: 'nearest' });
		}
		if (index === -1) field.removeAttribute('aria-activedescendant');
	};
	const option = (choice: Choice, at: number) => [
		choice.group !== undefined && choice.group !== choices[at - 1]?.group
			? h('div', { class: 'group', role: 'presentation' }, choice.group)
			: null,
		h(
			'div',
			{
				role: 'option',
				id: `${id}-${at}`,
				'aria-selected': String(choice.chosen === true),
				on: { click: () => chosen(choice) },
			},
			choice.leading ?? null,
			h(
				'span',
				{ class: 'choice-words', dir: 'auto' },
				h('span', { class: 'choice-label' }, choice.label),
				choice.detail ? h('span', { class: 'choice-detail' }, choice.detail) : null,
			),
			choice.chosen === true ? icon('check') : null,
		),
	];
	return {
		id,
		get open() {
			return close !== null;
		},
		get active() {
			return choices[active] ?? null;
		},
		get choices() {
			return choices;
		},
		show(shown, { active: first = 0, note: words = '' } = {}) {
			choices = shown;
			fill(list, choices.map(option));
			note.textContent = words;
			note.hidden = words === '';
			list.hidden = choices.length === 0;
			if (close === null) {
				close = popUp(panel, anchor, {
					above,
					sameWidth: true,
					closed: () => {
						close = null;
						field.setAttribute('aria-expanded', 'false');
						field.removeAttribute('aria-activedescendant');
						field.removeAttribute('aria-controls');
						hidden();
					},
				});
			}
			field.setAttribute('aria-controls', id);
			field.setAttribute('aria-expanded', 'true');
			activate(Math.min(first, choices.length - 1));
		},
		hide: () => close?.(),
		move(by) {
			if (choices.length > 0)
				activate((Math.max(active, by > 0 ? -1 : 0) + by + choices.length) % choices.length);
		},
		activate,
	};
}
