import type { APIUser } from 'discord-api-types/v10';
import { h } from '../dom.ts';

/** A picture made of a name: the page loads nothing from elsewhere. */
export function avatar(user: Pick<APIUser, 'id' | 'username' | 'global_name' | 'bot'>): HTMLElement {
	const name = user.global_name ?? user.username;
	const hue = hueOf(user.username);
	const element = h(
		'span',
		{ class: user.bot === true ? 'avatar bot' : 'avatar', 'aria-hidden': 'true' },
		user.bot === true ? '“' : initials(name),
	);
	element.style.setProperty('--hue', String(hue));
	return element;
}

/** The golden angle keeps colours of like names apart. */
const hueOf = (name: string): number =>
	Math.round([...name].reduce((sum, letter) => sum * 5 + (letter.codePointAt(0) ?? 0), 0) * 137.508) % 360;

const initials = (name: string): string =>
	[...name.matchAll(/(?:^|\s)(\p{L}|\p{N})/gu)]
		.slice(0, 2)
		.map((match) => match[1]?.toLocaleUpperCase() ?? '')
		.join('') || '?';
