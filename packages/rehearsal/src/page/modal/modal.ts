import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { h, icon } from '../dom.ts';
import { Component } from '../kinds.ts';
import type { Answer } from '../live.ts';
import { showMarkdown } from '../markdown/show.ts';
import { avatar } from '../message/avatar.ts';
import type { Page } from '../page.ts';
import { userName } from '../world/names.ts';
import { type FieldValue, type ModalField, modalField } from './fields.ts';

/** Opens a modal of the bot. What is filled in goes back as a modal submission. */
export function openModal(modal: APIModalInteractionResponseCallbackData, page: Page): void {
	const fields: ModalField[] = [];
	const parts = modal.components.map((component) => {
		if (component.type === Component.textDisplay) return showMarkdown(component.content, page);
		const inner = component.type === Component.label ? component.component : component.components[0];
		if (inner === undefined) return null;
		const legacy = 'label' in inner ? inner.label : undefined;
		const label = component.type === Component.label ? component.label : (legacy ?? '');
		const description = component.type === Component.label ? component.description : undefined;
		const field = modalField(inner, label, description ?? null, page);
		fields.push(field);
		return field.element;
	});
	const problem = h('p', { class: 'failure', role: 'alert', hidden: true });
	const submit = h('button', { class: 'button primary', type: 'submit' }, 'Submit');
	const dialog = h(
		'dialog',
		{ class: 'modal', 'aria-labelledby': 'modal-title' },
		h(
			'form',
			{ method: 'dialog', novalidate: true, on: { submit: (event) => void send(event) } },
			h(
				'header',
				{},
				avatar(page.world.bot),
				h('h2', { id: 'modal-title', dir: 'auto' }, modal.title),
				h(
					'button',
					{
						class: 'icon-button',
						type: 'button',
						'aria-label': 'Close',
						on: { click: () => dialog.close() },
					},
					icon('close'),
				),
			),
			h('div', { class: 'modal-body' }, parts, problem),
			h(
				'footer',
				{},
				h('small', { class: 'hint' }, `This form will be submitted to ${userName(page.world.bot)}.`),
				h(
					'button',
					{ class: 'button secondary', type: 'button', on: { click: () => dialog.close() } },
					'Cancel',
				),
				submit,
			),
		),
	);
	const before = document.activeElement;
	const send = async (event: Event) => {
		event.preventDefault();
		const wrong = fields.map((field) => field.check()).filter((found) => found !== null);
		wrong[0]?.focus();
		if (wrong.length > 0) return;
		const values: Record<string, FieldValue> = {};
		for (const field of fields) {
			const value = field.value();
			if (value !== undefined) values[field.customId] = value;
		}
		submit.disabled = true;
		const answer = await page.act({ kind: 'modal', customId: modal.custom_id, fields: values });
		submit.disabled = false;
		const failure = failureOf(answer);
		problem.hidden = failure === null;
		problem.textContent = failure;
		if (failure === null) dialog.close();
	};
	dialog.addEventListener('close', () => {
		dialog.remove();
		if (before instanceof HTMLElement && before.isConnected) before.focus();
	});
	document.body.append(dialog);
	dialog.showModal();
	// Not the button that closes it, which the browser takes for being the first.
	dialog.querySelector<HTMLElement>('.modal-body :is(input, textarea, [role=combobox])')?.focus();
}

const failureOf = (answer: Answer): string | null =>
	answer.kind === 'refused'
		? answer.error
		: answer.outcome.problem === null
			? null
			: 'Something went wrong. Try again.';
