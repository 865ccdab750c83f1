import { h } from '../dom.ts';
import type { Stage } from '../stage.ts';
import { guildIdOf, member, memberName } from '../world/names.ts';

/** "Ada is typing…" under the messages. */
export function typingLine(stage: Stage): { readonly element: HTMLElement; refresh(): void } {
	const element = h('p', { class: 'typing', role: 'status' });
	let timer: ReturnType<typeof setTimeout> | undefined;
	const refresh = () => {
		const typists = stage.world.typing.get(stage.placeId) ?? new Map<string, number>();
		const now = Date.now();
		const live = [...typists].filter(([, until]) => until > now);
		const guildId = guildIdOf(stage.world.places.get(stage.placeId));
		const names = live.map(([id]) => {
			const found = member(stage.world, guildId, id);
			return found === null ? 'Somebody' : memberName(found);
		});
		element.textContent =
			names.length === 0 ? '' : `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} typing…`;
		clearTimeout(timer);
		if (live.length > 0) timer = setTimeout(refresh, Math.min(...live.map(([, until]) => until)) - now + 50);
	};
	return { element, refresh };
}
