import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { everyMinute } from '../../src/app/minute-tick.ts';

const minute = 60_000;
const log = pino({ level: 'silent' });
let ticks = 0;
let stop: () => Promise<void>;

beforeEach(() => {
	vi.useFakeTimers({ now: Date.UTC(2031, 4, 3, 8, 0, 30) });
	ticks = 0;
	stop = everyMinute(async () => {
		ticks++;
	}, log);
});
afterEach(async () => {
	await stop();
	vi.useRealTimers();
});

/** How many ticks come in this many minutes. */
async function ticksIn(minutes: number): Promise<number> {
	const before = ticks;
	await vi.advanceTimersByTimeAsync(minutes * minute);
	return ticks - before;
}

it('the tick comes once a minute', async () => {
	expect(await ticksIn(10)).toBe(10);
});

it.each([
	['twenty minutes back', [-20]],
	['seven hours back', [-7 * 60]],
	['two hours back and a day forward', [-2 * 60, 24 * 60]],
	['a month forward', [30 * 24 * 60]],
	['forth and back again and again', [60, -60, 60, -60]],
])('the tick goes on when the clock is set %s', async (_, jumps) => {
	await ticksIn(2);
	for (const jump of jumps) {
		vi.setSystemTime(Date.now() + jump * minute);
		const came = await ticksIn(5);
		expect(came).toBeGreaterThanOrEqual(4);
		expect(came).toBeLessThanOrEqual(7);
	}
});
