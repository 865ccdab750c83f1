import { fill, h, icon } from '../dom.ts';
import type { Page } from '../page.ts';
import { faultSwitches } from './faults.ts';
import { requestItem } from './request.ts';

/** More are not drawn at once. */
const mostShown = 100;

/** For developers: what the bot asked of Discord, how Discord answered, and switches for faults. */
export function drawer(
	page: Page,
	{ close, isOpen }: { readonly close: () => void; readonly isOpen: () => boolean },
): { readonly element: HTMLElement; refresh(): void } {
	let scope: 'last' | 'all' = 'last';
	const open = new Set<number>();
	const list = h('ol', { class: 'requests' });
	const nothing = h('p', { class: 'nothing' });
	const faults = faultSwitches(page);
	const choice = (value: 'last' | 'all', words: string) =>
		h(
			'button',
			{
				type: 'button',
				class: 'tab',
				'aria-pressed': String(scope === value),
				'data-scope': value,
				on: {
					click: () => {
						scope = value;
						refresh();
					},
				},
			},
			words,
		);
	const tabs = [choice('last', 'Last interaction'), choice('all', 'All requests')];
	const element = h(
		'aside',
		{ class: 'drawer', id: 'drawer', 'aria-label': 'For developers' },
		h(
			'header',
			{},
			h('h2', {}, 'For developers'),
			h(
				'button',
				{ class: 'icon-button', type: 'button', 'aria-label': 'Close', on: { click: close } },
				icon('close'),
			),
		),
		faults.element,
		h('div', { class: 'tabs', role: 'group', 'aria-label': 'Which requests' }, tabs),
		h(
			'div',
			{ class: 'request-list', tabindex: '0', role: 'region', 'aria-label': 'Requests of the bot' },
			nothing,
			list,
		),
	);
	const refresh = () => {
		if (!isOpen()) return;
		faults.refresh();
		for (const tab of tabs) tab.setAttribute('aria-pressed', String(tab.dataset.scope === scope));
		const { requests } = page.world;
		const lastId = requests.findLast(({ interactionId }) => interactionId !== null)?.interactionId ?? null;
		const shown = (
			scope === 'all'
				? requests
				: requests.filter(({ interactionId }) => interactionId !== null && interactionId === lastId)
		)
			.slice(-mostShown)
			.reverse();
		const focused = list.contains(document.activeElement)
			? document.activeElement?.closest('[data-request]')?.getAttribute('data-request')
			: null;
		fill(
			list,
			shown.map((request) =>
				requestItem(request, {
					open: open.has(request.id),
					toggled: (now) => (now ? open.add(request.id) : open.delete(request.id)),
				}),
			),
		);
		if (focused) list.querySelector<HTMLElement>(`[data-request="${CSS.escape(focused)}"] summary`)?.focus();
		nothing.hidden = shown.length > 0;
		nothing.textContent =
			scope === 'last'
				? 'Use a command: what the bot asks of Discord appears here.'
				: 'The bot has asked nothing yet.';
	};
	return { element, refresh };
}
