import { type Rehearsal, startRehearsal } from 'discord-rehearsal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTurns, type TurnLimits } from '../../src/discord/turns.ts';
import { read, startTestBot, type TestBot } from './test-bot.ts';

/** Nothing is lent, and everybody waits as long as it takes. */
const patient: TurnLimits = { atOnce: 2, lentAfter: 60_000, mostLent: 0, patience: 60_000, waiting: 3 };
const isOpen = (turn: Promise<unknown>) => {
	const still = Symbol('still');
	return Promise.race([turn, new Promise((resolve) => setImmediate(resolve, still))]).then(
		(first) => first === still,
	);
};
/** A turn that has to be given. */
async function given(turn: Promise<(() => void) | null>): Promise<() => void> {
	const giveBack = await turn;
	if (giveBack === null) throw new Error('There was no turn.');
	return giveBack;
}

describe('turns', () => {
	it('are given to so many at once, and then in the order in which they were asked for', async () => {
		const turns = openTurns(patient);
		const [first, second] = [await given(turns.take()), await given(turns.take())];
		const [third, fourth] = [turns.take(), turns.take()];
		expect(await isOpen(third)).toBe(true);
		second();
		// To give one back twice changes nothing.
		second();
		const third_ = await given(third);
		expect(await isOpen(fourth)).toBe(true);
		first();
		(await given(fourth))();
		third_();
		expect(await turns.take()).not.toBeNull();
	});

	it('are refused at once where too many wait already', async () => {
		const turns = openTurns(patient);
		const first = await given(turns.take());
		await given(turns.take());
		const waiting = [turns.take(), turns.take(), turns.take()];
		expect(await turns.take()).toBeNull();
		first();
		await given(Promise.race(waiting));
	});

	it('are refused to those who have waited too long', async () => {
		const turns = openTurns({ ...patient, atOnce: 1, patience: 30 });
		const first = await given(turns.take());
		expect(await Promise.all([turns.take(), turns.take()])).toEqual([null, null]);
		first();
		await given(turns.take());
	});

	it('are lent where something takes long, and to no more than so many', async () => {
		const turns = openTurns({ ...patient, atOnce: 1, lentAfter: 30, mostLent: 2, patience: 2_000 });
		const first = await given(turns.take());
		await given(turns.take());
		const third = await given(turns.take());
		const fourth = turns.take();
		expect(await fourth).toBeNull();
		first();
		// The third is lent now in place of the first.
		await given(turns.take());
		third();
	});
});

describe('a bot that has too much to do', () => {
	let rehearsal: Rehearsal;
	let bot: TestBot;
	let turnedAway = 0;
	beforeAll(async () => {
		rehearsal = await startRehearsal({ port: 0 });
		bot = await startTestBot(rehearsal, {
			turns: openTurns({ ...patient, atOnce: 1, patience: 50 }),
			observer: { command() {}, interaction() {}, turnedAway: () => void turnedAway++ },
		});
	});
	afterAll(async () => {
		await bot.close();
		await rehearsal.close();
	});

	it('says so in time to those whom it cannot answer in time, and answers them later', async () => {
		const slow = rehearsal.interact({ kind: 'command', name: 'slow', until: 'answered' });
		await new Promise((resolve) => setTimeout(resolve, 100));
		const offers = {
			kind: 'autocomplete',
			name: 'offer show',
			options: { what: 'a' },
			focused: 'what',
		} as const;
		const [count, offered] = await Promise.all([
			rehearsal.interact({ kind: 'command', name: 'count', until: 'answered' }),
			rehearsal.interact(offers),
		]);
		expect(read(count)).toContain('I have too much to do just now');
		expect(read(count)).toContain('Please try again in a minute.');
		expect(count.ephemeral).toBe(true);
		expect(offered.choices).toEqual([]);
		expect(turnedAway).toBe(2);
		expect(read(await slow)).toContain('At last');
		expect(read(await rehearsal.interact({ kind: 'command', name: 'count' }))).toMatch(/^Page 0/u);
	});
});
