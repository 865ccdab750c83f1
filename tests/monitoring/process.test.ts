import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRehearsal } from 'discord-rehearsal';
import { expect, it } from 'vitest';
import { run } from '../process.ts';

it('a process tells whether it is alive and ready, and what it has done', async () => {
	const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-monitoring-'));
	const rehearsal = await startRehearsal({ port: 0, rateLimits: false });
	rehearsal.fault({ kind: 'gatewayDown', ms: 60_000 });
	const bot = run('src/main.ts', [], {
		...{ DATA_DIR: dataDir, DISCORD_TOKEN: rehearsal.token, DISCORD_API_URL: rehearsal.apiUrl },
		...{ METRICS_PORT: '0', INTERACTIONS_PORT: '0', LOG_LEVEL: 'info' },
	});
	const port = async (message: string) => {
		const line = (await bot.logged(message)).split('\n').find((one) => one.includes(message)) ?? '';
		return Number(JSON.parse(line).port);
	};
	const base = `http://127.0.0.1:${await port('health and metrics can be asked for')}`;
	const ask = async (path: string) => {
		const response = await fetch(base + path);
		return { status: response.status, text: await response.text() };
	};
	expect(await ask('/healthz')).toEqual({ status: 200, text: 'ok\n' });
	expect(await ask('/readyz')).toEqual({
		status: 503,
		text: expect.stringContaining('not connected to Discord\n'),
	});
	expect((await ask('/other')).status).toBe(404);

	rehearsal.fault({ kind: 'none' });
	await rehearsal.ready(30_000);
	await expect.poll(() => ask('/readyz'), { timeout: 20_000 }).toEqual({ status: 200, text: 'ready\n' });
	await bot.logged('commands registered');
	const outcome = await rehearsal.interact({ kind: 'command', name: 'topics', until: 'answered' });
	expect(outcome.problem).toBeNull();
	await expect
		.poll(async () => (await ask('/metrics')).text, { timeout: 5000 })
		.toContain('verbatim_interaction_seconds_count{kind="slash"} 1');
	const { text } = await ask('/metrics');
	expect(text).toContain('verbatim_command_seconds_count{command="topics",outcome="answered"} 1');
	expect(text).toContain('verbatim_shards_ready 1');
	expect(text).toContain('verbatim_digests_waiting 0');
	expect(text).toMatch(/verbatim_store_seconds_count\{port="\w+",method="topics"\} \d/u);
	expect(text).toMatch(/verbatim_cache_seconds_count\{kind="\w+",found="false"\} \d/u);
	expect(text).toContain('nodejs_eventloop_lag_p99_seconds');

	bot.child.kill('SIGTERM');
	expect((await bot.ended).code).toBe(0);
	await rehearsal.close();
	await rm(dataDir, { recursive: true });
}, 60_000);
