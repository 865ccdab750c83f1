import {
	type APIActionRowComponent,
	type APIButtonComponent,
	type APIMessageComponentEmoji,
	type APIStringSelectComponent,
	ButtonStyle,
	ComponentType,
} from 'discord.js';
import type { Action, Block } from '../../card.ts';
import * as limits from '../limits.ts';
import { buttonUrl } from '../markdown.ts';
import { plainLine } from '../plain.ts';
import { label } from './cut.ts';

export type ButtonRow = APIActionRowComponent<APIButtonComponent>;
export type MenuRow = APIActionRowComponent<APIStringSelectComponent>;
/** Gives a custom id that no other component of the message has; null where the options are too long to be kept. */
export type Pack = (
	pressed: Pick<Extract<Action, { command: string }>, 'command' | 'options' | 'opens'>,
) => Promise<string | null>;

const styles = {
	primary: ButtonStyle.Primary,
	secondary: ButtonStyle.Secondary,
	success: ButtonStyle.Success,
	danger: ButtonStyle.Danger,
} as const;

/** A row of buttons; null where none of its links can be shown. */
export async function buttonRow(actions: readonly Action[], pack: Pack): Promise<ButtonRow | null> {
	const components: APIButtonComponent[] = [];
	for (const action of actions.slice(0, limits.rowButtons)) {
		const text = label(plainLine(action.label), limits.buttonLabel) || '…';
		if (!('command' in action)) {
			const url = buttonUrl(action.url, limits.buttonUrl);
			if (url !== null)
				components.push({ type: ComponentType.Button, style: ButtonStyle.Link, label: text, url });
			continue;
		}
		const id = await pack(action);
		if (id === null) continue;
		const emoji = emojiOf(action.emoji);
		components.push({
			type: ComponentType.Button,
			style: styles[action.style ?? 'secondary'],
			label: text,
			custom_id: id,
			...(emoji === null ? {} : { emoji }),
			...(action.disabled ? { disabled: true } : {}),
		});
	}
	return components.length === 0 ? null : { type: ComponentType.ActionRow, components };
}

/** A menu in a row of its own; null where it has no choices, which Discord refuses. */
export async function menuRow(
	menu: Extract<Block, { kind: 'menu' }>,
	place: number,
	pack: Pack,
): Promise<MenuRow | null> {
	const options = [];
	for (const choice of menu.choices.slice(0, limits.selectChoices)) {
		const value = await pack(choice);
		if (value === null) continue;
		const description = label(plainLine(choice.description ?? ''), limits.selectText);
		options.push({
			label: label(plainLine(choice.label), limits.selectText) || '…',
			value,
			...(description === '' ? {} : { description }),
		});
	}
	if (options.length === 0) return null;
	const placeholder = label(plainLine(menu.placeholder), limits.selectPlaceholder);
	const select: APIStringSelectComponent = {
		type: ComponentType.StringSelect,
		custom_id: `menu${place}`,
		options,
		...(placeholder === '' ? {} : { placeholder }),
	};
	return { type: ComponentType.ActionRow, components: [select] };
}

/** An emoji of Unicode, or one of a server as "<:name:id>"; anything else is left out. */
function emojiOf(text: string | undefined): APIMessageComponentEmoji | null {
	if (text === undefined) return null;
	const [, animated, name, id] = /^<(a?):(\w{2,32}):(\d{15,20})>$/u.exec(text) ?? [];
	if (id !== undefined && name !== undefined) return { id, name, animated: animated === 'a' };
	return /^\p{RGI_Emoji}$/v.test(text) ? { name: text } : null;
}
