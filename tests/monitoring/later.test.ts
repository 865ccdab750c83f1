import { expect, it } from 'vitest';
import { openMetricsLater } from '../../src/monitoring/later.ts';
import { openMetrics } from '../../src/monitoring/metrics.ts';

it('what is told before the metrics are loaded is counted with what comes after, and a number is asked for', async () => {
	let loads = 0;
	const metrics = openMetricsLater(async () => {
		loads++;
		return openMetrics();
	});
	metrics.command('topics', 'answered', 0.1);
	metrics.interaction('slash', 0.1);
	metrics.turnedAway();
	metrics.store('digests', 'now', 0.1, true);
	metrics.cache('brief', true, 0.1);
	metrics.gauge('verbatim_test_waiting', 'A test', () => 4);
	expect(loads).toBe(0);
	await Promise.all([metrics.load(), metrics.load()]);
	metrics.command('topics', 'answered', 0.1);
	const text = await metrics.text();
	expect(loads).toBe(1);
	expect(text).toContain('verbatim_command_seconds_count{command="topics",outcome="answered"} 2');
	expect(text).toContain('verbatim_interaction_seconds_count{kind="slash"} 1');
	expect(text).toContain('verbatim_interactions_turned_away_total 1');
	expect(text).toContain('verbatim_store_failures_total{port="digests",method="now"} 1');
	expect(text).toContain('verbatim_cache_seconds_count{kind="brief",found="true"} 1');
	expect(text).toContain('verbatim_test_waiting 4');
});

it('who asks for the metrics is told of a failure to load them, and what is told meanwhile does not pile up', async () => {
	const told: string[] = [];
	const failing = openMetricsLater(() => Promise.reject(new Error('not installed')));
	await expect(failing.text()).rejects.toThrow('not installed');
	const late = openMetricsLater(async () => ({ ...openMetrics(), turnedAway: () => told.push('one') }));
	for (let count = 0; count < 5_000; count++) late.turnedAway();
	await late.load();
	expect(told).toHaveLength(1_000);
});

it('a number that is told after very much else is there all the same', async () => {
	const metrics = openMetricsLater();
	for (let count = 0; count < 5_000; count++) metrics.store('sources', 'put', 0.1, false);
	metrics.gauge('verbatim_test_late', 'A test', () => 7);
	expect(await metrics.text()).toContain('verbatim_test_late 7');
});
