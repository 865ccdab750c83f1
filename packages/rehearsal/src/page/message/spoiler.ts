import { h } from '../dom.ts';

/** Hides a spoiler until it is clicked. */
export function spoilered(spoiler: boolean, element: HTMLElement): HTMLElement {
	if (!spoiler) return element;
	element.inert = true;
	const reveal = h('button', { class: 'spoiler-cover', type: 'button' }, 'Spoiler');
	const frame = h('div', { class: 'spoilered' }, element, reveal);
	reveal.addEventListener('click', () => {
		element.inert = false;
		frame.classList.add('open');
		reveal.remove();
	});
	return frame;
}
