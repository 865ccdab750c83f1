import { ComponentType } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { findButton, readMessage } from '../src/text.ts';

test('a space at which no line breaks is read, and typed to press a button or pick a choice, as a plain one', () => {
	const components = [
		{ type: ComponentType.TextDisplay as const, content: '-# ¶\u00a012' },
		{
			type: ComponentType.ActionRow as const,
			components: [
				{ type: ComponentType.Button as const, style: 2 as const, label: '↓ ¶\u00a013', custom_id: 'next' },
			],
		},
		{
			type: ComponentType.ActionRow as const,
			components: [
				{
					type: ComponentType.StringSelect as const,
					custom_id: 'menu',
					options: [{ label: '¶\u00a012 · Olive', value: 'there' }],
				},
			],
		},
	];
	expect(readMessage(components)).toMatch(/^¶ 12\n\[↓ ¶ 13\]/u);
	expect(findButton(components, '↓ ¶ 13')).toEqual({ customId: 'next' });
	expect(findButton(components, '¶ 12 · Olive')).toEqual({ customId: 'menu', values: ['there'] });
});
