import { h } from '../dom.ts';
import type { Page } from '../page.ts';
import { guildIdOf, member, memberName } from '../world/names.ts';

/** "Ada is typing…" under the messages. */
export function typingLine(page: Page): { readonly element: HTMLElement; refresh(): void } {
	const element = h('p', { class: 'typing', role: 'status' });
	let timer: ReturnType<typeof setTimeout> | undefined;
	const refresh = () => {
		const typists = page.world.typing.get(page.placeId) ?? new Map<string, number>();
		const now = Date.now();
		const live = [...typists].filter(([, until]) => until > now);
		const guildId = guildIdOf(page.world.places.get(page.placeId));
		const names = live.map(([id]) => {
			const found = member(page.world, guildId, id);
			return found === null ? 'Someone' : memberName(found);
		});
		element.textContent =
			names.length === 0 ? '' : `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} typing…`;
		clearTimeout(timer);
		if (live.length > 0) timer = setTimeout(refresh, Math.min(...live.map(([, until]) => until)) - now + 50);
	};
	return { element, refresh };
}
