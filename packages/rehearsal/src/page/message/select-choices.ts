import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { h, icon } from '../dom.ts';
import { Component } from '../kinds.ts';
import type { Choice } from '../listbox.ts';
import { hex, isForum, memberName, placeName } from '../world/names.ts';
import type { World } from '../world/world.ts';
import { avatar } from './avatar.ts';

/** What a select menu offers: its own options, or the people, roles and channels that there are. */
export function choicesOf(select: APISelectMenuComponent, world: World, guildId: string | null): Choice[] {
	if (select.type === Component.stringSelect) {
		return select.options.map(({ label, value, description, emoji, default: chosen }) => ({
			value,
			label,
			detail: description ?? null,
			leading: emoji
				? h('span', { class: 'emoji' }, emoji.id ? `:${emoji.name}:` : (emoji.name ?? ''))
				: null,
			chosen: chosen === true,
		}));
	}
	const preset = new Set((select.default_values ?? []).map(({ id }) => id));
	const entities: Choice[] = [];
	if (select.type === Component.userSelect || select.type === Component.mentionableSelect) {
		entities.push(...people(world, guildId));
	}
	if (select.type === Component.roleSelect || select.type === Component.mentionableSelect) {
		entities.push(...roles(world, guildId));
	}
	if (select.type === Component.channelSelect)
		entities.push(...channels(world, guildId, select.channel_types));
	return entities.map((choice) => ({ ...choice, chosen: preset.has(choice.value) }));
}

export const people = (world: World, guildId: string | null): Choice[] =>
	(world.guilds.get(guildId ?? '')?.members ?? []).map((member) => ({
		value: member.user.id,
		label: memberName(member),
		detail: member.user.username,
		leading: avatar(member.user),
	}));

export const roles = (world: World, guildId: string | null): Choice[] =>
	(world.guilds.get(guildId ?? '')?.roles ?? []).map(({ id, name, color }) => {
		const dot = h('span', { class: 'dot', 'aria-hidden': 'true' });
		if (color !== 0) dot.style.setProperty('--dot', hex(color));
		return { value: id, label: `@${name.replace(/^@/u, '')}`, leading: dot };
	});

export function channels(
	world: World,
	guildId: string | null,
	kinds: readonly number[] | undefined,
): Choice[] {
	return [...world.places.values()]
		.filter((place) => 'guild_id' in place && place.guild_id === guildId)
		.filter((place) => kinds === undefined || kinds.includes(place.type))
		.map((place) => ({
			value: place.id,
			label: placeName(world, place),
			leading: icon(isForum(place) ? 'forum' : 'hash'),
		}));
}
