import { describe, expect, it } from 'vitest';
import { openMetrics } from '../../src/monitoring/metrics.ts';
import { timed } from '../../src/monitoring/timed.ts';

const inside = {
	identity: 'this',
	digests: { now: async () => 7, broken: async () => Promise.reject(new Error('no')) },
	seenBy: (shelf: string) => ({ latest: async (limit: number) => [shelf, limit] }),
	generation: () => 3,
};

describe('a store that is timed', () => {
	it('answers as before, at any depth', async () => {
		const store = timed(inside, 'archive', openMetrics());
		expect(store.identity).toBe('this');
		expect(store.generation()).toBe(3);
		expect(await store.digests.now()).toBe(7);
		expect(await store.seenBy('shelf').latest(2)).toEqual(['shelf', 2]);
		await expect(store.digests.broken()).rejects.toThrow('no');
	});

	it('is counted by port and method, and failures apart', async () => {
		const metrics = openMetrics();
		const store = timed(inside, 'archive', metrics);
		await store.digests.now();
		await store.seenBy('shelf').latest(2);
		await store.digests.broken().catch(() => {});
		const text = await metrics.text();
		expect(text).toContain('verbatim_store_seconds_count{port="digests",method="now"} 1');
		expect(text).toContain('verbatim_store_seconds_count{port="seenBy",method="latest"} 1');
		expect(text).toContain('verbatim_store_failures_total{port="digests",method="broken"} 1');
		expect(text).not.toContain('method="generation"');
	});

	it('leaves a number out that cannot be asked for', async () => {
		const metrics = openMetrics();
		metrics.gauge('verbatim_test_waiting', 'A test', async () => 4);
		metrics.gauge('verbatim_test_broken', 'A test', () => Promise.reject(new Error('no')));
		const text = await metrics.text();
		expect(text).toContain('verbatim_test_waiting 4');
		expect(text).not.toMatch(/^verbatim_test_broken/mu);
	});
});
