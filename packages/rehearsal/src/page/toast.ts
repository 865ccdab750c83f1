import { h } from './dom.ts';

const shownFor = 4_000;

/** Says things in passing, one at a time. */
export function toaster(): { readonly element: HTMLElement; say(text: string): void } {
	const words = h('p', { class: 'toast', role: 'status' });
	let timer: ReturnType<typeof setTimeout> | undefined;
	return {
		element: h('div', { class: 'toasts' }, words),
		say(text) {
			clearTimeout(timer);
			words.textContent = text;
			timer = setTimeout(() => {
				words.textContent = '';
			}, shownFor);
		},
	};
}
