import { openUserMenu } from '../chat/message-menu.ts';
import { fill, h } from '../dom.ts';
import { avatar } from '../message/avatar.ts';
import type { Page } from '../page.ts';
import { colourOf, guildIdOf, memberName } from '../world/names.ts';
import type { Member } from '../world/world.ts';

/** More are not drawn: the list is there to be looked at, and names can be typed. */
const mostShown = 200;

/** Who is in the server. A press opens what can be done with a member. */
export function memberList(page: Page): { readonly element: HTMLElement; refresh(): void } {
	const element = h('aside', { class: 'members', 'aria-label': 'Members', id: 'members' });
	const refresh = () => {
		const { world } = page;
		const guildId = guildIdOf(world.places.get(page.placeId));
		const all = (world.guilds.get(guildId ?? '')?.members ?? []).slice(0, mostShown);
		const bots = all.filter(({ user }) => user.bot === true);
		const people = all.filter(({ user }) => user.bot !== true);
		fill(element, group('Members', people, page, guildId), group('Apps', bots, page, guildId));
	};
	return { element, refresh };
}

function group(name: string, members: readonly Member[], page: Page, guildId: string | null) {
	if (members.length === 0) return null;
	return [
		h('h2', {}, `${name} — ${members.length}`),
		h(
			'ul',
			{},
			members.map((member) => h('li', {}, memberButton(member, page, guildId))),
		),
	];
}

function memberButton(member: Member, page: Page, guildId: string | null): HTMLElement {
	const isBot = member.user.id === page.world.bot.id;
	const online = !isBot || page.world.botOnline;
	const name = h('bdi', { class: 'author' }, memberName(member));
	const colour = colourOf(page.world, guildId, member.user.id);
	if (colour !== null) name.style.setProperty('--name', colour);
	const open = (event: Event) => {
		event.preventDefault();
		openUserMenu({ id: member.user.id, name: memberName(member) }, page, event.currentTarget as Element);
	};
	return h(
		'button',
		{
			class: online ? 'member' : 'member offline',
			type: 'button',
			'aria-haspopup': 'menu',
			on: { click: open, contextmenu: open },
		},
		avatar(member.user),
		name,
		member.user.id === page.world.memberId && h('span', { class: 'you' }, 'you'),
		member.user.bot === true && h('span', { class: 'tag' }, 'APP'),
		!online && h('span', { class: 'you' }, 'offline'),
	);
}
