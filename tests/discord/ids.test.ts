import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptInMemory, opens, packId as pack, unpackId } from '../../src/discord/ids.ts';
import { UserError } from '../../src/errors.ts';
import { hostileText } from './hostile.ts';

const packId = async (...[pressed, place, kept]: Parameters<typeof pack>) => {
	const id = await pack(pressed, place, kept);
	if (id === null) throw new Error('no id');
	return id;
};
const names = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/u);
const commands = fc.oneof(
	names,
	fc.tuple(names, names).map((parts) => parts.join(' ')),
);
const anyOptions = fc.dictionary(names, fc.oneof(hostileText(20), fc.integer(), fc.boolean()), {
	maxKeys: 6,
	noNullPrototype: true,
});

describe('a custom id', () => {
	it('gives back what was packed into it, however long and whatever it holds', async () => {
		await fc.assert(
			fc.asyncProperty(
				commands,
				anyOptions,
				fc.constantFrom('here' as const, 'new' as const),
				fc.nat(1295),
				async (command, options, where, place) => {
					const kept = keptInMemory();
					const id = await packId({ command, options, opens: where }, place, kept);
					expect(id.length).toBeLessThanOrEqual(100);
					expect(id).toBe(id.trim());
					const texts = Object.entries(options).map(([name, value]) => [name, String(value).toWellFormed()]);
					expect(await unpackId(id, kept)).toEqual({ command, options: Object.fromEntries(texts) });
					expect(opens(id)).toBe(where);
				},
			),
			{ numRuns: 300 },
		);
	});

	it('is readable, and the same at every place but for the place', async () => {
		const pressed = { command: 'quotes', options: { speaker: 'John Ames', page: 2 } };
		expect(await packId(pressed, 0, keptInMemory())).toBe('1h0.quotes;speaker=John+Ames;page=2');
		expect(await packId({ ...pressed, opens: 'new' }, 11, keptInMemory())).toBe(
			'1nb.quotes;speaker=John+Ames;page=2',
		);
	});

	it('keeps long options under one key, so that asking twice keeps nothing twice', async () => {
		const kept = keptInMemory();
		const pressed = { command: 'quotes', options: { about: 'x'.repeat(200) } };
		expect(await packId(pressed, 1, kept)).toBe(await packId(pressed, 1, kept));
	});

	it('says what to type where what was kept is gone', async () => {
		const id = await packId({ command: 'quotes', options: { about: 'x'.repeat(200) } }, 0, keptInMemory());
		await expect(unpackId(id, { ...keptInMemory(), keptForDays: 180 })).rejects.toThrow(
			'This button has expired: what does not fit into a button is kept for 180 days. Please type the command again.',
		);
	});

	it('is not made for options that are too long to be kept', async () => {
		expect(
			await pack({ command: 'quotes', options: { about: 'x'.repeat(8000) } }, 0, keptInMemory()),
		).toBeNull();
	});

	it('of an earlier version names the command to type', async () => {
		await expect(unpackId('0h0.quotes;speaker=Ames', keptInMemory())).rejects.toThrow(
			'This button is from an earlier version of me. Please type /quotes instead.',
		);
		await expect(unpackId('0h0.@everyone', keptInMemory())).rejects.toThrow('Please type /help instead.');
	});

	it('that is forged gets one sentence, never anything else', async () => {
		const forged = fc.oneof(
			hostileText(6),
			hostileText(6).map((text) => `1h0.${text}`),
			hostileText(6).map((text) => `1h0.quotes;${text}`),
			fc.constantFrom(
				'1h0.quotes;__proto__=x',
				'1h0.quotes;a=%E0%A4%A',
				'1h0.~../../etc',
				`1h0.${'x'.repeat(200)}`,
				'menu0',
			),
		);
		await fc.assert(
			fc.asyncProperty(forged, async (id) => {
				const outcome = await unpackId(id, keptInMemory()).catch((error: unknown) => error);
				if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UserError);
				else expect(outcome).toMatchObject({ options: expect.any(Object) });
			}),
		);
		expect(({} as Record<string, unknown>).x).toBeUndefined();
	});
});
