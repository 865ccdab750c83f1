import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rehearsal } from '../src/api.ts';
import { startRehearsal } from '../src/start.ts';
import { request } from './bot.ts';

let rehearsal: Rehearsal;
beforeAll(async () => {
	rehearsal = await startRehearsal({ port: 0, rateLimits: false });
});
afterAll(() => rehearsal.close());

const v2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const button = (custom_id: string, more = {}) => ({ type: 2, style: 1, custom_id, label: 'Go', ...more });
const row = (...components: object[]) => ({ type: 1, components });
const select = (more = {}) => ({
	type: 3,
	custom_id: 's',
	options: [
		{ label: 'a', value: 'a' },
		{ label: 'b', value: 'b' },
	],
	...more,
});
const section = (more = {}) => ({ type: 9, components: [text('a')], accessory: button('s'), ...more });
const command = (more = {}) => ({ name: 'quotes', description: 'What was said', ...more });
const option = (more = {}) => ({ type: 3, name: 'about', description: 'What about', ...more });

/** The paths and codes of all problems, flat. */
function flat(errors: unknown, path: string[] = []): string[] {
	return Object.entries((errors ?? {}) as Record<string, unknown>).flatMap(([key, value]) =>
		key === '_errors'
			? (value as { code: string }[]).map(({ code }) => `${path.join('.')} ${code}`)
			: flat(value, [...path, key]),
	);
}
async function refusals(
	method: string,
	path: string,
	body: unknown,
): Promise<{ code?: number; found: string[] }> {
	const { json } = await request(rehearsal, method, path, body);
	const { code, errors } = (json ?? {}) as { code?: number; errors?: unknown };
	return { ...(code === undefined ? {} : { code }), found: flat(errors) };
}
const send = (body: unknown) =>
	refusals('POST', `/channels/${rehearsal.guild.channels.general}/messages`, body);

describe('a message is refused, with the path and code that Discord gives, for', () => {
	it.each<[string, object, string[]]>([
		['content over 2,000', { content: 'x'.repeat(2001) }, ['content BASE_TYPE_MAX_LENGTH']],
		['content that is no text', { content: 5 }, ['content STRING_TYPE_CONVERT']],
		[
			'embeds over 6,000 together',
			{ embeds: [{ description: 'x'.repeat(3001) }, { description: 'x'.repeat(3000) }] },
			['embeds MAX_EMBED_SIZE_EXCEEDED'],
		],
		[
			'an embed title over 256',
			{ embeds: [{ title: 'x'.repeat(257) }] },
			['embeds.0.title BASE_TYPE_MAX_LENGTH'],
		],
		[
			'an embed field without a value',
			{ embeds: [{ fields: [{ name: 'a', value: ' ' }] }] },
			['embeds.0.fields.0.value BASE_TYPE_REQUIRED'],
		],
		[
			'an address that is no web address',
			{ embeds: [{ title: 'a', url: 'javascript:alert(1)' }] },
			['embeds.0.url URL_TYPE_INVALID_SCHEME'],
		],
		[
			'more than five rows',
			{ content: 'a', components: [1, 2, 3, 4, 5, 6].map((n) => row(button(`${n}`))) },
			['components BASE_TYPE_MAX_LENGTH'],
		],
		[
			'a row of six buttons',
			{ content: 'a', components: [row(...'abcdef'.split('').map((id) => button(id)))] },
			['components.0.components BASE_TYPE_BAD_LENGTH'],
		],
		[
			'a button next to a menu',
			{ content: 'a', components: [row(select(), button('b'))] },
			['components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
		],
		[
			'a custom id over 100',
			{ content: 'a', components: [row(button('x'.repeat(101)))] },
			['components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH'],
		],
		[
			'the same custom id twice',
			{ content: 'a', components: [row(button('a'), button('a'))] },
			['components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
		],
		[
			'a label over 80',
			{ content: 'a', components: [row(button('a', { label: 'x'.repeat(81) }))] },
			['components.0.components.0.label BASE_TYPE_MAX_LENGTH'],
		],
		[
			'a link with a custom id',
			{ content: 'a', components: [row(button('a', { style: 5, url: 'https://example.org' }))] },
			['components.0.components.0 BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE'],
		],
		[
			'a button with neither id nor address',
			{ content: 'a', components: [row({ type: 2, style: 1, label: 'a' })] },
			['components.0.components.0.custom_id BASE_TYPE_REQUIRED'],
		],
		[
			'an emoji that is none',
			{ content: 'a', components: [row(button('a', { emoji: { name: 'smile' } }))] },
			['components.0.components.0.emoji.name COMPONENT_INVALID_EMOJI'],
		],
		[
			'26 options',
			{
				content: 'a',
				components: [
					row(select({ options: Array.from({ length: 26 }, (_, n) => ({ label: 'l', value: `${n}` })) })),
				],
			},
			['components.0.components.0.options BASE_TYPE_BAD_LENGTH'],
		],
		[
			'the same option twice',
			{
				content: 'a',
				components: [row(select({ options: [1, 2].map(() => ({ label: 'l', value: 'v' })) }))],
			},
			['components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED'],
		],
		[
			'a component that needs the flag',
			{ content: 'a', components: [text('a')] },
			['components.0 UNION_TYPE_CHOICES'],
		],
		[
			'content next to Components V2',
			{ flags: v2, content: 'a', components: [text('a')] },
			['content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
		],
		[
			'an embed next to Components V2',
			{ flags: v2, embeds: [{ title: 'a' }], components: [text('a')] },
			['embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
		],
		[
			'more than 40 components, nested ones counted',
			{ flags: v2, components: [{ type: 17, components: Array.from({ length: 40 }, () => text('a')) }] },
			['components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
		],
		[
			'more than 4,000 characters of text over all',
			{ flags: v2, components: [text('x'.repeat(2001)), { type: 17, components: [text('x'.repeat(2000))] }] },
			['components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
		],
		[
			'a container in a container',
			{ flags: v2, components: [{ type: 17, components: [{ type: 17, components: [text('a')] }] }] },
			['components.0.components.0 UNION_TYPE_CHOICES'],
		],
		[
			'a section without an accessory',
			{ flags: v2, components: [section({ accessory: undefined })] },
			['components.0.accessory BASE_TYPE_REQUIRED'],
		],
		[
			'a section with four texts',
			{ flags: v2, components: [section({ components: [1, 2, 3, 4].map(() => text('a')) })] },
			['components.0.components BASE_TYPE_BAD_LENGTH'],
		],
		['a button outside a row', { flags: v2, components: [button('a')] }, ['components.0 UNION_TYPE_CHOICES']],
		[
			'a file that does not come with it',
			{ flags: v2, components: [{ type: 13, file: { url: 'attachment://a.txt' } }] },
			['components.0.file.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'],
		],
		[
			'an accent colour that is none',
			{ flags: v2, components: [{ type: 17, accent_color: 0x1000000, components: [text('a')] }] },
			['components.0.accent_color NUMBER_TYPE_MAX'],
		],
	])('%s', async (_, body, found) => {
		expect(await send(body)).toEqual({ code: 50035, found });
	});

	it.each<[string, object]>([
		['nothing at all', {}],
		['blanks only', { content: ' \n ' }],
		['an empty embed', { embeds: [{}] }],
		['Components V2 without components', { flags: v2 }],
	])('%s: 50006', async (_, body) => {
		expect(await send(body)).toEqual({ code: 50006, found: [] });
	});

	it('an edit that mixes content into Components V2', async () => {
		const path = `/channels/${rehearsal.guild.channels.general}/messages`;
		const { json } = await request(rehearsal, 'POST', path, { flags: v2, components: [text('a')] });
		const { id } = json as { id: string };
		expect((await refusals('PATCH', `${path}/${id}`, { content: 'b' })).found).toEqual([
			'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
		]);
		expect(await refusals('PATCH', `${path}/${id}`, { components: [text('b')] })).toEqual({ found: [] });
	});
});

describe('a message at the limits is accepted:', () => {
	it.each<[string, object]>([
		['content of 2,000', { content: 'x'.repeat(2000) }],
		['embeds of 6,000', { embeds: [{ description: 'x'.repeat(3000) }, { description: 'x'.repeat(3000) }] }],
		[
			'40 components',
			{ flags: v2, components: [{ type: 17, components: Array.from({ length: 39 }, () => text('a')) }] },
		],
		['4,000 characters', { flags: v2, components: [text('x'.repeat(4000))] }],
		[
			'five rows of five',
			{
				content: 'a',
				components: [1, 2, 3, 4, 5].map((r) => row(...[1, 2, 3, 4, 5].map((b) => button(`${r}.${b}`)))),
			},
		],
		[
			'a section with a button',
			{ flags: v2, components: [section(), { type: 14, spacing: 2, divider: false }] },
		],
		['an emoji of Unicode', { content: 'a', components: [row(button('a', { emoji: { name: '▶️' } }))] }],
	])('%s', async (_, body) => {
		expect(await send(body)).toEqual({ found: [] });
	});
});

describe('commands are refused for', () => {
	const put = (...commands: object[]) =>
		refusals('PUT', `/applications/${rehearsal.applicationId}/commands`, commands);

	it.each<[string, object[], string[]]>([
		['a name with capitals', [command({ name: 'Quotes' })], ['0.name APPLICATION_COMMAND_INVALID_NAME']],
		['a name with blanks', [command({ name: 'key quotes' })], ['0.name APPLICATION_COMMAND_INVALID_NAME']],
		['a name over 32', [command({ name: 'q'.repeat(33) })], ['0.name BASE_TYPE_BAD_LENGTH']],
		['no description', [{ name: 'quotes' }], ['0.description BASE_TYPE_REQUIRED']],
		['the same name twice', [command(), command()], ['1 APPLICATION_COMMANDS_DUPLICATE_NAME']],
		[
			'a required option after another',
			[command({ options: [option(), option({ name: 'b', required: true })] })],
			['0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
		],
		[
			'26 options',
			[command({ options: Array.from({ length: 26 }, (_, n) => option({ name: `o${n}` })) })],
			['0.options BASE_TYPE_MAX_LENGTH'],
		],
		[
			'choices next to autocomplete',
			[command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] })],
			['0.options.0.choices APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_WITH_CHOICES'],
		],
		[
			'subcommands next to options',
			[command({ options: [option(), { type: 1, name: 'sub', description: 'a' }] })],
			['0.options.1 APPLICATION_COMMAND_OPTIONS_TYPE_INVALID'],
		],
		[
			'an option of no known type',
			[command({ options: [option({ type: 99 })] })],
			['0.options.0 UNION_TYPE_CHOICES'],
		],
	])('%s', async (_, commands, found) => {
		expect(await put(...commands)).toEqual({ code: 50035, found });
	});

	it('more than 8,000 characters, and more than 100 commands', async () => {
		const long = Array.from({ length: 25 }, (_, n) =>
			option({
				name: `o${n}`,
				choices: Array.from({ length: 4 }, (_, c) => ({ name: `${c}`, value: `${c}`.repeat(100) })),
			}),
		);
		expect((await put(command({ options: long }))).found).toEqual(['0 APPLICATION_COMMAND_TOO_LARGE']);
		const many = Array.from({ length: 101 }, (_, n) => command({ name: `c${n}` }));
		expect(await put(...many)).toEqual({ code: 30032, found: [] });
		expect(await put(...many.slice(1))).toEqual({ found: [] });
	});
});

describe('a query is refused for', () => {
	it.each([
		['limit=101', 'limit NUMBER_TYPE_MAX'],
		['limit=many', 'limit NUMBER_TYPE_COERCE'],
		['before=yesterday', 'before NUMBER_TYPE_COERCE'],
	])('%s', async (query, found) => {
		const path = `/channels/${rehearsal.guild.channels.general}/messages?${query}`;
		expect(await refusals('GET', path, undefined)).toEqual({ code: 50035, found: [found] });
	});
});
