import type { Fault } from '../../api.ts';
import { h } from '../dom.ts';
import type { Stage } from '../stage.ts';

/** How late the slow network is, in ms. */
const slowness = 1500;

/** Switches that break the rehearsal's Discord, to see what the bot makes of it. */
export function faultSwitches(stage: Stage): { readonly element: HTMLElement; refresh(): void } {
	const ask = (fault: Fault, words: string) => async () => {
		const response = await fetch('/rehearsal/faults', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(fault),
		});
		stage.say(response.ok ? words : 'The fault could not be set.');
	};
	const slow = lever(
		'Slow network',
		`every answer ${slowness / 1000} s later`,
		(on) =>
			void ask(
				{ kind: 'slow', ms: on ? slowness : 0 },
				on ? 'The network is slow now.' : 'The network is fast again.',
			)(),
	);
	const missing = lever(
		'Missing permission',
		'the bot may do nothing in channels',
		(on) =>
			void ask(
				{ kind: 'missingPermission', on },
				on ? 'The bot has lost its permissions.' : 'The bot has its permissions again.',
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
				'Cuts the connection; the bot has to resume',
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
			once('Mend all', 'Takes all faults away', { kind: 'none' }, 'All is well again.'),
		),
	);
	return {
		element,
		refresh() {
			slow.set(stage.world.faults.slow > 0);
			missing.set(stage.world.faults.missingPermission);
		},
	};
}

function lever(label: string, hint: string, turned: (on: boolean) => void) {
	const input = h('input', { type: 'checkbox', role: 'switch', on: { change: () => turned(input.checked) } });
	return {
		element: h('label', { class: 'lever' }, input, h('span', {}, label, h('small', {}, hint))),
		set(on: boolean) {
			input.checked = on;
		},
	};
}
