import {
	type APIMessageTopLevelComponent,
	type APIStringSelectComponent,
	ComponentType,
} from 'discord-api-types/v10';
import { parse } from 'discord-markdown-parser';

/**
 * The components of a received message as a member reads them, as plain lines: titles and headings underlined,
 * quotations with a bar, buttons as "[Label]", menus with their choices, pictures as their words. Spaces at which no line breaks are plain ones.
 * @param locale and zone of the reader, for timestamps.
 */
export function readMessage(
	components: readonly APIMessageTopLevelComponent[],
	reader: Reader = { locale: 'en-GB', zone: 'UTC' },
): string {
	return plainSpaces(components.map((one) => readComponent(one, reader)).join('\n'));
}

/** Nobody types another space. */
const plainSpaces = (text: string): string => text.replaceAll('\u00a0', ' ');

export interface Reader {
	/** BCP 47. */
	readonly locale: string;
	/** IANA. */
	readonly zone: string;
}

/** The node kinds in a message that views made, at any depth. */
type Component =
	| APIMessageTopLevelComponent
	| APIStringSelectComponent
	| {
			type: ComponentType.Button;
			label?: string;
			custom_id?: string;
			disabled?: boolean;
			url?: string;
	  };

function readComponent(one: Component, reader: Reader): string {
	switch (one.type) {
		case ComponentType.Container:
			return one.components.map((inner) => readComponent(inner as Component, reader)).join('\n');
		case ComponentType.TextDisplay:
			return readMarkdown(one.content, reader);
		case ComponentType.MediaGallery:
			return one.items.map(({ description }) => `[Picture: ${description ?? 'without words'}]`).join('\n');
		case ComponentType.Separator:
			return '─'.repeat(40);
		case ComponentType.Button:
			return `[${one.label ?? ''}]${one.disabled ? ' (off)' : ''}${one.url ? ` → ${one.url}` : ''}`;
		case ComponentType.ActionRow:
			return one.components
				.map((inner) =>
					inner.type === ComponentType.StringSelect
						? [
								`[${inner.placeholder ?? 'Choose'} ▾]`,
								...inner.options.map((option) => `  ${option.label}`),
							].join('\n')
						: readComponent(inner as Component, reader),
				)
				.join(' ');
		default:
			return '';
	}
}

/** The input of a member who presses the button, or picks the choice, with this label; null where none has it. */
export function findButton(
	components: readonly APIMessageTopLevelComponent[],
	label: string,
): { readonly customId: string; readonly values?: readonly string[] } | null {
	for (const one of components as readonly Component[]) {
		if (one.type === ComponentType.Button) {
			if (plainSpaces(one.label ?? '') === plainSpaces(label) && one.custom_id !== undefined)
				return { customId: one.custom_id };
		} else if (one.type === ComponentType.StringSelect) {
			const choice = one.options.find((option) => plainSpaces(option.label) === plainSpaces(label));
			if (choice !== undefined) return { customId: one.custom_id, values: [choice.value] };
		} else if ('components' in one) {
			const found = findButton(one.components as readonly APIMessageTopLevelComponent[], label);
			if (found !== null) return found;
		}
	}
	return null;
}

/**
 * Discord's markdown as a member reads it: line by line, since that is how headings, lists and quotations are
 * written.
 */
export function readMarkdown(text: string, reader: Reader): string {
	return text
		.split('\n')
		.map((line, at) => {
			const [, mark = '', rest = ''] = /^(#{1,3} |-# |> |- )?(.*)$/su.exec(line) ?? [];
			const words = inline(rest, reader);
			if (mark === '### ')
				return `${at === 0 ? '' : '\n'}${words}\n${'-'.repeat(Math.min(words.length, 60))}`;
			if (mark.startsWith('#')) return `${words}\n${'='.repeat(Math.min(words.length, 60))}`;
			return mark === '> ' ? `│ ${words}` : mark === '- ' ? `• ${words}` : words;
		})
		.join('\n');
}

interface Node {
	readonly type: string;
	readonly content?: string | readonly Node[];
	readonly target?: string;
	readonly name?: string;
	readonly fullName?: string;
	readonly id?: string;
	readonly timestamp?: string;
	readonly format?: string;
}

function inline(text: string, reader: Reader): string {
	return (parse(text, 'extended') as unknown as Node[]).map((node) => readNode(node, reader)).join('');
}

function readNode(node: Node, reader: Reader): string {
	const words =
		typeof node.content === 'string'
			? node.content
			: (node.content ?? []).map((inner) => readNode(inner, reader)).join('');
	switch (node.type) {
		case 'timestamp':
			return moment(Number(node.timestamp), node.format, reader);
		case 'twemoji':
			return node.name ?? '';
		case 'spoiler':
			return '█'.repeat([...words].length);
		case 'link':
			return words === node.target ? words : `${words} (${node.target})`;
		case 'slashCommand':
			return `/${node.fullName ?? words}`;
		case 'br':
		case 'newline':
			return '\n';
		case 'user':
		case 'role':
			return `@${node.id}`;
		case 'channel':
			return `#${node.id}`;
		default:
			return words;
	}
}

function moment(seconds: number, format: string | undefined, { locale, zone }: Reader): string {
	const date = new Date(seconds * 1000);
	const styles: Record<string, Intl.DateTimeFormatOptions> = {
		D: { dateStyle: 'long' },
		d: { dateStyle: 'short' },
		t: { timeStyle: 'short' },
		T: { timeStyle: 'medium' },
		F: { dateStyle: 'full', timeStyle: 'short' },
	};
	const style = styles[format ?? 'f'] ?? { dateStyle: 'long', timeStyle: 'short' };
	return Number.isNaN(date.getTime())
		? ''
		: new Intl.DateTimeFormat(locale, { ...style, timeZone: zone }).format(date);
}
