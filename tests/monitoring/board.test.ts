import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { openMetrics } from '../../src/monitoring/metrics.ts';

interface Board {
	readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[];
}

it('the Grafana board asks only for metrics that there are', async () => {
	const board: Board = JSON.parse(
		await readFile(new URL('../../docs/grafana/verbatim.json', import.meta.url), 'utf8'),
	);
	const metrics = openMetrics();
	for (const name of ['verbatim_shards', 'verbatim_shards_ready', 'verbatim_digests_waiting']) {
		metrics.gauge(name, name, () => 0);
	}
	const text = await metrics.text();
	const there = [...text.matchAll(/^# TYPE (\S+)/gmu)].map(([, name]) => name);
	const asked = board.panels
		.flatMap(({ targets }) => targets)
		.flatMap(({ expr }) => expr.match(/\b(?:verbatim|nodejs|process)_[a-z0-9_]+/gu) ?? [])
		.map((name) => name.replace(/_(?:count|bucket)$/u, ''));
	expect(asked.length).toBeGreaterThan(10);
	expect(asked.filter((name) => !there.includes(name))).toEqual([]);
});
