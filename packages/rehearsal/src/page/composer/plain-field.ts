import { h, icon } from '../dom.ts';
import { type Choice, listbox } from '../listbox.ts';
import { avatar } from '../message/avatar.ts';
import { channels, people } from '../message/select-choices.ts';
import type { Page } from '../page.ts';
import { guildIdOf, localeOf, userName } from '../world/names.ts';
import { fitting, localized, type TypedCommand, typedCommands } from './commands.ts';

export interface PlainField {
	readonly element: HTMLElement;
	focus(): void;
	set(text: string): void;
	insert(text: string): void;
	label(words: string, disabled: boolean): void;
	/** The commands have changed: an open list of them shows those that there are now. */
	commandsChanged(): void;
}

export interface PlainSettings {
	readonly page: Page;
	readonly anchor: HTMLElement;
	/** A command was chosen; `rest` is the text after its name. */
	readonly command: (command: TypedCommand, rest: string) => void;
	readonly send: (content: string) => void;
	readonly problem: (words: string) => void;
}

/** Discord's limit for what a member writes, in characters. */
const longest = 2000;
/** Offered at once. */
const mostOffered = 10;
/** How often typing is reported at most, in ms. */
const typingEvery = 8_000;

/** The field for plain messages, with the command list behind "/" and names behind "@" and "#". */
export function plainField({ page, anchor, command, send, problem }: PlainSettings): PlainField {
	/** Names that were taken from the list, and what is sent for them. */
	const mentions = new Map<string, string>();
	let toldTyping = 0;
	const text = h('textarea', {
		rows: 1,
		maxlength: longest,
		role: 'combobox',
		'aria-autocomplete': 'list',
		'aria-haspopup': 'listbox',
		dir: 'auto',
	});
	const button = h(
		'button',
		{ class: 'icon-button send', type: 'button', 'aria-label': 'Send', on: { click: () => submit() } },
		icon('send'),
	);
	let offered: 'commands' | 'mentions' = 'commands';
	const list = listbox(text, {
		name: 'Commands and names',
		above: true,
		anchor,
		chosen: (choice) => take(choice),
	});

	const commands = () => typedCommands(page.world, page.placeId);
	const take = (choice: Choice) => {
		list.hide();
		if (offered === 'commands') {
			const chosen = commands().find(({ name }) => name === choice.value);
			text.value = '';
			if (chosen !== undefined) command(chosen, '');
			return;
		}
		const at = text.selectionStart;
		const before = text.value.slice(0, at).replace(/[@#][^@#\n]*$/u, '');
		const sign = choice.value.startsWith('<#') ? '#' : '@';
		const shown = `${sign}${choice.label.replace(/^[@#]/u, '')}`;
		mentions.set(shown, choice.value);
		text.value = `${before}${shown} ${text.value.slice(at)}`;
		text.setSelectionRange(before.length + shown.length + 1, before.length + shown.length + 1);
		text.focus();
	};
	const offer = () => {
		if (text.value.startsWith('/')) offerCommands(text.value.slice(1));
		else offerMentions();
	};
	const offerCommands = (typed: string) => {
		offered = 'commands';
		const all = commands();
		// A whole name and a blank begin the command, the longest name first: "digest set" before "digest".
		const begun = [...all]
			.sort((a, b) => b.name.length - a.name.length)
			.find(({ name }) => typed.startsWith(`${name} `));
		if (begun !== undefined) {
			list.hide();
			text.value = '';
			command(begun, typed.slice(begun.name.length + 1));
			return;
		}
		const locale = localeOf(page.world);
		const found = fitting(all, ({ name }) => name, typed.trimEnd());
		list.show(
			found.slice(0, 25).map((entry) => ({
				value: entry.name,
				label: `/${entry.name}`,
				detail: localized(entry, locale),
				leading: avatar(page.world.bot),
				group: userName(page.world.bot),
			})),
			{
				note: found.length > 0 ? '' : page.world.botOnline ? 'No commands match.' : 'The bot is offline.',
			},
		);
	};
	const offerMentions = () => {
		offered = 'mentions';
		const typed = /(?:^|\s)([@#])([^@#\n]{0,32})$/u.exec(text.value.slice(0, text.selectionStart));
		const guildId = guildIdOf(page.world.places.get(page.placeId));
		if (typed === null || guildId === null) {
			list.hide();
			return;
		}
		const names =
			typed[1] === '@'
				? people(page.world, guildId).map((choice) => ({ ...choice, value: `<@${choice.value}>` }))
				: channels(page.world, guildId, undefined).map((choice) => ({
						...choice,
						value: `<#${choice.value}>`,
					}));
		const found = fitting(names, ({ label }) => label, typed[2] ?? '').slice(0, mostOffered);
		if (found.length === 0) list.hide();
		else list.show(found);
	};
	const submit = () => {
		let content = text.value.trim();
		if (content === '') return;
		if (content.startsWith('/') && commands().some(({ name }) => name === content.slice(1))) {
			const chosen = commands().find(({ name }) => name === content.slice(1));
			text.value = '';
			if (chosen !== undefined) command(chosen, '');
			return;
		}
		if (content.startsWith('/')) {
			problem('There is no such command. Type / to see the list.');
			return;
		}
		for (const [shown, sent] of mentions) content = content.replaceAll(shown, sent);
		mentions.clear();
		text.value = '';
		send(content);
	};
	const tellTyping = () => {
		if (text.value === '' || text.value.startsWith('/') || Date.now() - toldTyping < typingEvery) return;
		toldTyping = Date.now();
		page.live.send({ type: 'typing', channelId: page.placeId });
	};
	text.addEventListener('input', () => {
		problem('');
		offer();
		tellTyping();
	});
	text.addEventListener('blur', () => list.hide());
	text.addEventListener('keydown', (event) => {
		const { key } = event;
		if (event.isComposing) return;
		if ((key === 'ArrowDown' || key === 'ArrowUp') && list.open) list.move(key === 'ArrowDown' ? 1 : -1);
		else if ((key === 'Enter' || key === 'Tab') && list.open && list.active !== null) take(list.active);
		else if (key === 'Enter' && !event.shiftKey) submit();
		else if (key === 'Escape' && list.open) {
			list.hide();
			event.stopPropagation();
		} else return;
		event.preventDefault();
	});
	return {
		element: h('div', { class: 'plain-field' }, text, button),
		focus: () => text.focus(),
		set(value) {
			text.value = value;
			text.setSelectionRange(value.length, value.length);
			if (value !== '') offer();
		},
		insert(value) {
			text.setRangeText(value, text.selectionStart, text.selectionEnd, 'end');
		},
		label(words, disabled) {
			text.placeholder = words;
			text.setAttribute('aria-label', words);
			text.disabled = disabled;
			button.hidden = disabled;
		},
		commandsChanged() {
			if (list.open && offered === 'commands') offer();
		},
	};
}
