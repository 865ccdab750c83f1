import { h, icon } from '../dom.ts';

/**
 * A picture that the rehearsal itself holds, or a frame that says what Discord would load from elsewhere: the
 * page loads nothing from another host.
 */
export function picture(url: string, description: string | null | undefined): HTMLElement {
	const own = ownUrl(url);
	if (own !== null) {
		return h('img', { src: own, alt: description ?? '', loading: 'lazy', class: 'picture' });
	}
	const host = URL.canParse(url) ? new URL(url).host : url;
	return h(
		'span',
		{ class: 'picture elsewhere', role: 'img', 'aria-label': description ?? `Picture at ${host}` },
		icon('picture'),
		h('span', { class: 'elsewhere-words' }, description ?? '', ' ', h('small', {}, host)),
	);
}

/** The path of a file of the rehearsal, or null for one of another host. */
export function ownUrl(url: string): string | null {
	if (!URL.canParse(url, location.href)) return null;
	const parsed = new URL(url, location.href);
	return parsed.host === location.host ? parsed.pathname + parsed.search : null;
}
