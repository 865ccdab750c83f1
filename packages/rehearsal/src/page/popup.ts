/** A panel's greatest height, in px: what it belongs to stays in sight. */
const tallest = 420;

/** Shows an element over the page, next to its anchor and inside the window. Returns a function that removes it. */
export function popUp(
	element: HTMLElement,
	anchor: Element | { readonly x: number; readonly y: number },
	{ above = false, sameWidth = false, closed = () => {} } = {},
): () => void {
	element.setAttribute('popover', 'manual');
	const host = anchor instanceof Element ? (anchor.closest('dialog') ?? document.body) : document.body;
	host.append(element);
	element.showPopover();
	const place = () => {
		const rect =
			anchor instanceof Element ? anchor.getBoundingClientRect() : new DOMRect(anchor.x, anchor.y, 0, 0);
		if (sameWidth) element.style.setProperty('width', `${rect.width}px`);
		const { width, height } = element.getBoundingClientRect();
		const room = { below: innerHeight - rect.bottom - 8, above: rect.top - 8 };
		const up = above
			? room.above >= height || room.above > room.below
			: room.below < height && room.above > room.below;
		element.style.setProperty(
			'max-height',
			`${Math.min(tallest, Math.max(96, up ? room.above : room.below))}px`,
		);
		const shown = Math.min(height, tallest, up ? room.above : room.below);
		element.style.setProperty('top', `${Math.max(4, up ? rect.top - shown - 4 : rect.bottom + 4)}px`);
		element.style.setProperty('left', `${Math.max(4, Math.min(rect.left, innerWidth - width - 4))}px`);
	};
	place();
	const watch = new ResizeObserver(place);
	watch.observe(element);
	if (anchor instanceof Element) watch.observe(anchor);
	addEventListener('resize', place);
	const outside = (event: Event) => {
		const target = event.target as Node;
		if (element.contains(target) || (anchor instanceof Element && anchor.contains(target))) return;
		close();
	};
	addEventListener('pointerdown', outside, true);
	let open = true;
	const close = () => {
		if (!open) return;
		open = false;
		watch.disconnect();
		removeEventListener('resize', place);
		removeEventListener('pointerdown', outside, true);
		element.remove();
		closed();
	};
	return close;
}
