type Child = Node | string | null | undefined | false | readonly Child[];

interface Extras {
	readonly on?: {
		readonly [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void;
	};
}
type Attributes = Extras & {
	readonly [name: string]: string | number | boolean | null | undefined | Extras['on'];
};

/**
 * Makes an element. Children that are strings become text, never markup; `true` sets an attribute without a
 * value; null, undefined and false leave it out. What the names hold is ours: strangers' words only ever come
 * as children or as attributes that hold text.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	attributes: Attributes = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value === null || value === undefined || value === false) continue;
		if (typeof value === 'object') listen(element, value);
		else element.setAttribute(name, value === true ? '' : String(value));
	}
	append(element, children);
	return element;
}

function listen(element: HTMLElement, listeners: NonNullable<Extras['on']>): void {
	for (const [name, listener] of Object.entries(listeners)) {
		element.addEventListener(name, listener as EventListener);
	}
}

function append(parent: Node, children: readonly Child[]): void {
	for (const child of children) {
		if (child === null || child === undefined || child === false) continue;
		if (typeof child === 'string') parent.appendChild(document.createTextNode(child));
		else if (child instanceof Node) parent.appendChild(child);
		else append(parent, child);
	}
}

/** Puts other children into an element. */
export function fill(parent: Element, ...children: readonly Child[]): void {
	parent.replaceChildren();
	append(parent, children);
}

const shapes = {
	hash: 'M9 3 7 21M17 3l-2 18M4 8.5h17M3 15.5h17',
	thread: 'M4 4h16v11H10l-5 5v-5H4zM8 8h8M8 11h5',
	forum: 'M3 4h13v9H8l-4 4v-4H3zM19 8h2v13l-3-3h-8v-2',
	menu: 'M4 6h16M4 12h16M4 18h16',
	people:
		'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.200.8 3.500 2.600 3.500 5.500',
	tools: 'M8 5 2.500 12 8 19M16 5l5.500 7L16 19M13.500 4l-3 16',
	close: 'M6 6l12 12M18 6 6 18',
	down: 'M6 9l6 6 6-6',
	right: 'M9 6l6 6-6 6',
	reply: 'M10 6 4 12l6 6M4 12h10c4 0 6 2 6 6',
	more: 'M5 12h.01M12 12h.01M19 12h.01',
	file: 'M6 3h8l4 4v14H6zM14 3v4h4',
	picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01',
	link: 'M14 4h6v6M20 4l-9 9M17 14v6H4V7h6',
	eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
	sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.500 1.500M17.500 17.500 19 19M19 5l-1.500 1.500M6.500 17.500 5 19',
	check: 'M5 12.500 10 17.500 19 7',
	send: 'M4 12 20 4l-5 16-3.500-6.500ZM11.500 13.500 20 4',
	switch: 'M7 7h12l-3-3M17 17H5l3 3',
} as const;
export type Shape = keyof typeof shapes;

/** A small icon next to words that say the same. */
export function icon(shape: Shape): SVGSVGElement {
	const space = 'http://www.w3.org/2000/svg';
	const svg = document.createElementNS(space, 'svg');
	const path = document.createElementNS(space, 'path');
	for (const [name, value] of Object.entries({
		viewBox: '0 0 24 24',
		class: 'icon',
		'aria-hidden': 'true',
	})) {
		svg.setAttribute(name, value);
	}
	path.setAttribute('d', shapes[shape]);
	svg.appendChild(path);
	return svg;
}
