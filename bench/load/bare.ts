// The other side of bench:load and bench:beside: a bare client of discord.js in a process of its own.
import type { ChildProcess } from 'node:child_process';
import { next, rounded, start } from '../processes.ts';
import type { Started } from './bots.ts';
import { cpuOf } from './cpu.ts';
import type { DiscordReady } from './discord.ts';

export interface BareProcess {
	readonly child: ChildProcess;
	readonly port: number;
	readonly started: Started;
}

/**
 * Starts one and waits until it can answer.
 * @param components its answer to every command. @param shards those that it connects; null for none.
 */
export async function startBare(
	{ apiUrl, token }: Pick<DiscordReady, 'apiUrl' | 'token'>,
	components: readonly unknown[] = [],
	shards: { readonly ids: readonly number[]; readonly count: number } | null = null,
): Promise<BareProcess> {
	const began = performance.now();
	const child = start(new URL('./raw.ts', import.meta.url), [
		JSON.stringify({ apiUrl, token, components, shards }),
	]);
	const port = await next<number>(child);
	const seconds = rounded((performance.now() - began) / 1_000);
	return { child, port, started: { seconds, cpuSeconds: (await cpuOf(child.pid)) / 1_000 } };
}
