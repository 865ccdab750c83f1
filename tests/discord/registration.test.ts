import type { APIApplicationCommand } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { differences } from '../../src/discord/register.ts';
import { commandBodies, type Registrable } from '../../src/discord/registration.ts';

const base = { required: false, hidden: false } as const;
const quotes: Registrable = {
	name: 'quotes',
	description: 'Who said what',
	options: {
		speaker: { ...base, kind: 'string', description: 'Who', maxLength: 100, suggest: async () => [] },
		sort: {
			...base,
			kind: 'string',
			description: 'How',
			maxLength: 100,
			choices: { newest: 'Newest first' },
		},
		many: { ...base, required: true, kind: 'integer', description: 'How many', min: 1, max: 9 },
		page: { ...base, hidden: true, kind: 'integer', description: 'Page', min: 0, max: 99 },
	},
};
const digest = (name: string): Registrable => ({
	name: `digest ${name}`,
	description: `To ${name} it`,
	options: {},
	only: 'managers',
});
const one = (command: Registrable) => commandBodies([command])[0] ?? expect.fail();

/** What Discord answers: fields of its own, and nothing where a value is its default. */
function asDiscordHoldsIt(body: ReturnType<typeof one>): APIApplicationCommand {
	const { options, ...rest } = body;
	return {
		...rest,
		id: '123456789012345678',
		application_id: '123456789012345679',
		version: '1',
		nsfw: false,
		name_localizations: null,
		contexts: [...(body.contexts ?? [])].reverse(),
		options: options?.map(({ required, ...option }) => ({
			...option,
			name_localizations: null,
			...(required === true ? { required } : {}),
		})),
	} as unknown as APIApplicationCommand;
}

describe('the commands at Discord', () => {
	it('have the options that members may fill in, required ones first and "private" last', () => {
		const options = (one(quotes).options ?? []) as { name: string }[];
		expect(options.map(({ name }) => name)).toEqual(['many', 'speaker', 'sort', 'private']);
		expect(options).toMatchObject([
			{ min_value: 1, max_value: 9, required: true },
			{ max_length: 100, autocomplete: true },
			{ choices: [{ name: 'Newest first', value: 'newest' }] },
			{ type: 5 },
		]);
	});

	it('gather subcommands under their first word, seen only by managers where all are theirs', () => {
		const [body] = commandBodies([digest('show'), digest('stop')]);
		expect(body).toMatchObject({
			name: 'digest',
			description: 'show, stop',
			default_member_permissions: '32',
			contexts: [0],
		});
		expect(body?.options).toMatchObject([
			{ type: 1, name: 'show' },
			{ type: 1, name: 'stop' },
		]);
		const [open] = commandBodies([digest('show'), { name: 'digest why', description: 'Why', options: {} }]);
		expect(open?.default_member_permissions).toBeNull();
	});

	it('are left alone where they are what the code says', () => {
		for (const command of [quotes, digest('show')]) {
			expect(differences(one(command), asDiscordHoldsIt(one(command)))).toEqual({});
		}
	});

	it('differ in exactly the fields that differ', () => {
		const there = asDiscordHoldsIt(one(quotes));
		expect(differences(one({ ...quotes, description: 'Who said it' }), there)).toEqual({
			description: 'Who said it',
		});
		expect(Object.keys(differences(one({ ...quotes, options: {} }), there))).toEqual(['options']);
		expect(differences(one({ ...quotes, where: 'server' }), there)).toEqual({
			contexts: [0],
			integration_types: [0],
		});
		const fewer = { ...there, default_member_permissions: '8' };
		expect(differences(one(quotes), fewer)).toEqual({ default_member_permissions: null });
	});

	it.each([
		[{ ...quotes, name: 'Quotes' }, '/Quotes: a name has'],
		[{ ...quotes, description: '' }, '/quotes: a description has 1 to 100'],
		[
			{
				...quotes,
				options: Object.fromEntries(
					Array.from({ length: 25 }, (_, n) => [
						`o${n}`,
						{ ...base, kind: 'boolean' as const, description: 'x' },
					]),
				),
			},
			'/quotes: there are at most 25 options',
		],
		[
			{
				...quotes,
				options: {
					sort: {
						...base,
						kind: 'string' as const,
						description: 'x',
						maxLength: 9,
						choices: Object.fromEntries(Array.from({ length: 26 }, (_, n) => [n, 'x'])),
					},
				},
			},
			'/quotes sort: there are at most 25 choices',
		],
	])('with a slip in them stop the start with a name', (command, message) => {
		expect(() => commandBodies([command])).toThrow(message);
	});

	it('cannot be both a command and the first word of others', () => {
		expect(() => commandBodies([quotes, { ...quotes, name: 'quotes by' }])).toThrow('/quotes is both');
	});
});
