import type { APIButtonComponent } from 'discord-api-types/v10';
import type { ShownMessage } from '../../api.ts';
import { h, icon } from '../dom.ts';
import { safeUrl } from '../markdown/links.ts';
import type { Page } from '../page.ts';
import { press } from './press.ts';

const styles = ['', 'primary', 'secondary', 'success', 'danger', 'link', 'premium'] as const;

export function showButton(button: APIButtonComponent, message: ShownMessage, page: Page): HTMLElement {
	const style = styles[button.style] ?? 'secondary';
	const label = 'label' in button ? (button.label ?? '') : 'Get';
	const emoji = 'emoji' in button ? button.emoji : undefined;
	const content = [
		emoji && h('span', { class: 'emoji' }, emoji.id ? `:${emoji.name}:` : (emoji.name ?? '')),
		label && h('span', { class: 'label', dir: 'auto' }, label),
	];
	const href = 'url' in button ? safeUrl(button.url) : null;
	if (href !== null && button.disabled !== true) {
		return h(
			'a',
			{ class: `button ${style}`, href, target: '_blank', rel: 'noopener noreferrer nofollow' },
			content,
			icon('link'),
		);
	}
	if (!('custom_id' in button)) {
		return h('button', { class: `button ${style}`, type: 'button', disabled: true }, content);
	}
	const waiting = page.waiting.get(message.id);
	const mine = waiting === button.custom_id;
	return h(
		'button',
		{
			class: mine ? `button ${style} waiting` : `button ${style}`,
			type: 'button',
			'data-custom-id': button.custom_id,
			disabled: button.disabled === true || (waiting !== undefined && !mine),
			'aria-busy': mine ? 'true' : null,
			on: { click: () => void press(message, button.custom_id, page) },
		},
		content,
		mine && h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')),
	);
}
