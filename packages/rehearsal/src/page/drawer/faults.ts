import type { Fault } from '../../api.ts';
import { h } from '../dom.ts';
import type { Page } from '../page.ts';

/** How late the slow network is, in ms. */
const slowness = 1500;

/** Switches for faults, to see how the bot copes. */
export function faultSwitches(page: Page): { readonly element: HTMLElement; refresh(): void } {
	const ask = (fault: Fault, words: string) => async () => {
		const response = await fetch('/rehearsal/faults', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(fault),
		});
		page.say(response.ok ? words : 'The fault could not be set.');
	};
	const slow = toggle(
		'Slow network',
		`each answer takes ${slowness / 1000} s longer`,
		(on) =>
			void ask({ kind: 'slow', ms: on ? slowness : 0 }, on ? 'Slow network on.' : 'Slow network off.')(),
	);
	const missing = toggle(
		'Missing permission',
		'the bot has no permissions in channels',
		(on) =>
			void ask(
				{ kind: 'missingPermission', on },
				on ? 'Missing permission on.' : 'Missing permission off.',
			)(),
	);
	const once = (label: string, hint: string, fault: Fault, words: string) =>
		h(
			'button',
			{ class: 'button secondary small', type: 'button', title: hint, on: { click: ask(fault, words) } },
			label,
		);
	const element = h(
		'section',
		{ class: 'faults', 'aria-label': 'Faults' },
		slow.element,
		missing.element,
		h(
			'div',
			{ class: 'row' },
			once(
				'Drop gateway',
				'Closes the connection; the bot has to resume',
				{ kind: 'dropGateway' },
				'The gateway was dropped.',
			),
			once(
				'429',
				'The next answer to an interaction is rate limited',
				{ kind: 'requests', effect: { retryAfter: 2 } },
				'The next request will be rate limited.',
			),
			once(
				'500',
				'The next request fails',
				{ kind: 'requests', effect: { status: 500 } },
				'The next request will fail.',
			),
			once('Clear faults', 'Turns all faults off', { kind: 'none' }, 'All faults are off.'),
		),
	);
	return {
		element,
		refresh() {
			slow.set(page.world.faults.slow > 0);
			missing.set(page.world.faults.missingPermission);
		},
	};
}

function toggle(label: string, hint: string, turned: (on: boolean) => void) {
	const input = h('input', { type: 'checkbox', role: 'switch', on: { change: () => turned(input.checked) } });
	return {
		element: h('label', { class: 'toggle' }, input, h('span', {}, label, h('small', {}, hint))),
		set(on: boolean) {
			input.checked = on;
		},
	};
}
