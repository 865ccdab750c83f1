import type { APISelectMenuComponent } from 'discord-api-types/v10';
import type { ShownMessage } from '../../api.ts';
import type { Page } from '../page.ts';
import { guildIdOf } from '../world/names.ts';
import { press } from './press.ts';
import { choicesOf } from './select-choices.ts';
import { selectField } from './select-field.ts';

/** A select menu of a message: what is chosen goes to the bot when the list closes. */
export function showSelect(select: APISelectMenuComponent, message: ShownMessage, page: Page): HTMLElement {
	const guildId = guildIdOf(page.world.places.get(message.channel_id));
	return selectField({
		choices: choicesOf(select, page.world, guildId),
		placeholder: select.placeholder ?? 'Make a selection',
		least: select.min_values ?? 1,
		most: select.max_values ?? 1,
		disabled: select.disabled === true || page.waiting.has(message.id),
		customId: select.custom_id,
		changed: (values) => void press(message, select.custom_id, page, values),
	}).element;
}
