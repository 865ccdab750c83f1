import type { ShownMessage } from '../../api.ts';
import { fill, h, icon } from '../dom.ts';
import { Permission } from '../kinds.ts';
import { preview } from '../message/origin.ts';
import type { Page } from '../page.ts';
import { isForum, isThread, may, nameOf, placeName } from '../world/names.ts';
import { type CommandForm, commandForm } from './command-form.ts';
import { type TypedCommand, typedCommands } from './commands.ts';
import { type PlainField, plainField } from './plain-field.ts';

export interface Composer {
	readonly element: HTMLElement;
	focus(): void;
	/** Begins a command, as if its name had been typed. */
	begin(commandName: string): void;
	/** Puts text in, where the cursor is. */
	insert(text: string): void;
	replyTo(message: ShownMessage | null): void;
	/** Redraws itself for another place or member. */
	refresh(): void;
	/** The commands have changed, or whether the bot is there to answer them. */
	commandsChanged(): void;
}

/** After this long without an answer the page says that the command is on its way. */
const patience = 300;

/** Where members write, and fill commands in. */
export function composer(page: Page): Composer {
	let form: { readonly command: TypedCommand; readonly form: CommandForm } | null = null;
	let reply: ShownMessage | null = null;
	const status = h('p', { class: 'composer-status', role: 'status' });
	const replyBar = h('div', { class: 'reply-bar', hidden: true });
	const bar = h('div', { class: 'composer-bar' });
	// A popup covers this whole area, so that it never covers a problem shown here.
	const box = h('div', { class: 'composer-box' }, status, replyBar, bar);
	const element = h('div', { class: 'composer' }, box);
	const say = (words: string) => {
		status.textContent = words;
		status.classList.toggle('wrong', words !== '');
	};
	const plain: PlainField = plainField({
		page,
		anchor: box,
		command(command, rest) {
			begin(command, rest);
		},
		send(content) {
			say('');
			const input = { channelId: page.placeId, content, ...(reply === null ? {} : { replyTo: reply.id }) };
			setReply(null);
			page.live.post(input, say);
		},
		problem: say,
	});

	const begin = (command: TypedCommand, rest: string) => {
		say('');
		const made = commandForm({ command, page, anchor: box, run, leave, problem: say });
		form = { command, form: made };
		fill(bar, made.element, runButton());
		made.take(rest);
		made.focus();
	};
	const runButton = () =>
		h(
			'button',
			{
				class: 'icon-button send',
				type: 'button',
				'aria-label': 'Run the command',
				on: { click: () => run() },
			},
			icon('send'),
		);
	const leave = (text: string) => {
		form = null;
		refresh();
		plain.set(text);
		plain.focus();
	};
	const run = async () => {
		if (form === null) return;
		const { command } = form;
		const options = form.form.check();
		if (options === null) return;
		leave('');
		const slow = setTimeout(() => {
			status.textContent = `Sending /${command.name}…`;
		}, patience);
		const answer = await page.act({
			kind: 'command',
			name: command.name,
			channelId: page.placeId,
			options,
		});
		clearTimeout(slow);
		say(answer.kind === 'refused' ? answer.error : '');
	};
	const setReply = (message: ShownMessage | null) => {
		reply = message;
		replyBar.hidden = message === null;
		if (message === null) return;
		const stop = h(
			'button',
			{
				class: 'icon-button',
				type: 'button',
				'aria-label': 'Cancel reply',
				on: { click: () => setReply(null) },
			},
			icon('close'),
		);
		const name = h('bdi', { class: 'who' }, nameOf(page.world, null, message.author));
		fill(
			replyBar,
			h(
				'span',
				{ class: 'reply-words' },
				'Replying to ',
				name,
				h('span', { class: 'preview' }, preview(message, page)),
			),
			stop,
		);
	};
	const refresh = () => {
		if (form !== null) return;
		const place = page.world.places.get(page.placeId);
		const needed = isThread(place) ? Permission.sendMessagesInThreads : Permission.sendMessages;
		const mayWrite = may(page.world, page.placeId, needed);
		element.hidden = isForum(place);
		const name = place === undefined ? '' : placeName(page.world, place);
		plain.label(
			mayWrite ? `Message #${name}` : 'You do not have permission to send messages here.',
			!mayWrite,
		);
		fill(bar, plain.element);
	};
	element.addEventListener('keydown', (event) => {
		if (event.key !== 'Escape') return;
		if (form !== null) leave('');
		else setReply(null);
	});
	refresh();

	return {
		element,
		focus: () => (form === null ? plain.focus() : form.form.focus()),
		begin(name) {
			const command = typedCommands(page.world, page.placeId).find((candidate) => candidate.name === name);
			if (command === undefined) say(`There is no command /${name} for you here.`);
			else begin(command, '');
		},
		insert(text) {
			if (form === null) plain.insert(text);
			plain.focus();
		},
		replyTo(message) {
			setReply(message);
			if (message !== null) plain.focus();
		},
		refresh() {
			form = null;
			setReply(null);
			say('');
			refresh();
		},
		commandsChanged: () => plain.commandsChanged(),
	};
}
