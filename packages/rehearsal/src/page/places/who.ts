import { fill, h, icon } from '../dom.ts';
import { openMenu } from '../menu.ts';
import { avatar } from '../message/avatar.ts';
import type { Page } from '../page.ts';
import { guildIdOf, member, memberName, userName } from '../world/names.ts';
import type { Member } from '../world/world.ts';

/** The member that this tab acts as, and a way to switch. */
export function who(
	page: Page,
	actAs: (memberId: string) => void,
): { readonly element: HTMLElement; refresh(): void } {
	const element = h('div', { class: 'who-panel' });
	const refresh = () => {
		const me = member(page.world, null, page.world.memberId);
		if (me === null) return;
		const button = h(
			'button',
			{
				class: 'who-button',
				type: 'button',
				'aria-haspopup': 'menu',
				on: { click: () => choose(button) },
			},
			avatar(me.user),
			h('span', { class: 'unheard' }, 'You are '),
			h(
				'span',
				{ class: 'who-words' },
				h('bdi', { class: 'who-name' }, memberName(me)),
				h('small', {}, roleOf(me, page)),
			),
			h('span', { class: 'unheard' }, '. Act as another member'),
			icon('switch'),
		);
		fill(element, button);
	};
	const choose = (anchor: Element) => {
		const guildId = guildIdOf(page.world.places.get(page.placeId)) ?? [...page.world.guilds.keys()][0] ?? '';
		const people = (page.world.guilds.get(guildId)?.members ?? []).filter(({ user }) => user.bot !== true);
		openMenu(
			'Act as',
			[
				...people.slice(0, 50).map((found) => ({
					label: memberName(found),
					hint: roleOf(found, page),
					group: 'Act as',
					do: () => actAs(found.user.id),
				})),
				...accountItems(page),
			],
			anchor,
		);
	};
	return { element, refresh };
}

/** What a member sets of their own account. */
function accountItems({ world, live }: Page) {
	const { installed, directMessages } = world.account;
	const app = userName(world.bot);
	return [
		{
			label: installed ? `Remove ${app} from your account` : `Install ${app} for yourself`,
			hint: installed ? 'You have it everywhere' : 'Then you have it everywhere',
			group: 'Your account',
			do: () => live.send({ type: 'account', installed: !installed }),
		},
		{
			label: directMessages ? `Take no messages from ${app}` : `Take messages from ${app}`,
			hint: 'Direct messages',
			group: 'Your account',
			do: () => live.send({ type: 'account', directMessages: !directMessages }),
		},
	];
}

/** What makes this member worth trying: "owner", their highest role, "no roles", and another language. */
function roleOf(found: Member, page: Page): string {
	for (const guild of page.world.guilds.values()) {
		if (!guild.members.some(({ user }) => user.id === found.user.id)) continue;
		const language = found.rehearsal.locale.startsWith('en')
			? null
			: new Intl.DisplayNames('en', { type: 'language' }).of(found.rehearsal.locale);
		const names = guild.roles
			.filter(({ id }) => found.roles.includes(id))
			.sort((a, b) => b.position - a.position)
			.map(({ name }) => name);
		const standing = guild.ownerId === found.user.id ? 'Owner' : (names[0] ?? 'No roles');
		return language ? `${standing} · ${language}` : standing;
	}
	return '';
}
