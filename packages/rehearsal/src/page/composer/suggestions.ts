import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { OptionValue } from '../../api.ts';
import { OptionKind } from '../kinds.ts';
import type { Choice } from '../listbox.ts';
import { channels, people, roles } from '../message/select-choices.ts';
import type { Page } from '../page.ts';
import { guildIdOf } from '../world/names.ts';
import { fitting } from './commands.ts';

/** Discord offers at most this many. */
const mostOffered = 25;

export interface Asked {
	readonly commandName: string;
	readonly option: APIApplicationCommandBasicOption;
	readonly typed: string;
	/** The other options so far. */
	readonly filled: Readonly<Record<string, OptionValue>>;
}
export interface Offered {
	readonly choices: readonly Choice[];
	readonly note?: string;
}

/** What a field offers for what is typed: the bot's own suggestions, or what the option's kind allows. */
export async function suggestions(asked: Asked, page: Page): Promise<Offered> {
	const { option, typed } = asked;
	if ('autocomplete' in option && option.autocomplete === true) return autocomplete(asked, page);
	const local = localChoices(option, page);
	if (local === null) return { choices: [] };
	const choices = fitting(local, ({ label }) => label.replace(/^[@#]/u, ''), typed.trim()).slice(
		0,
		mostOffered,
	);
	return choices.length === 0 ? { choices, note: 'Nothing matches.' } : { choices };
}

async function autocomplete({ commandName, option, typed, filled }: Asked, page: Page): Promise<Offered> {
	const answer = await page.act({
		kind: 'autocomplete',
		name: commandName,
		channelId: page.placeId,
		focused: option.name,
		options: { ...filled, [option.name]: typed },
	});
	if (answer.kind === 'refused') return { choices: [], note: answer.error };
	const { choices = [], problem } = answer.outcome;
	if (problem !== null) return { choices: [], note: 'Loading options failed.' };
	if (choices.length === 0) return { choices: [], note: 'No options match your search.' };
	return { choices: choices.map(({ name, value }) => ({ label: name, value: String(value) })) };
}

function localChoices(option: APIApplicationCommandBasicOption, page: Page): readonly Choice[] | null {
	const guildId = guildIdOf(page.world.places.get(page.placeId));
	switch (option.type) {
		case OptionKind.boolean:
			return [
				{ value: 'true', label: 'True' },
				{ value: 'false', label: 'False' },
			];
		case OptionKind.user:
			return people(page.world, guildId);
		case OptionKind.role:
			return roles(page.world, guildId);
		case OptionKind.mentionable:
			return [...people(page.world, guildId), ...roles(page.world, guildId)];
		case OptionKind.channel:
			return channels(page.world, guildId, option.channel_types);
		default: {
			const fixed = 'choices' in option ? (option.choices ?? []) : [];
			return fixed.length === 0
				? null
				: fixed.map(({ name, value }) => ({ label: name, value: String(value) }));
		}
	}
}
