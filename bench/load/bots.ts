// The processes of the bot in bench:load: the program itself, as an operator starts it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../tests/stores/postgres/server.ts';
import { rounded } from '../processes.ts';
import type { Upstream } from './balancer.ts';
import { cpuOf } from './cpu.ts';

export interface BotProcess extends Upstream {
	readonly health: number;
	/** How long its first start took until it was ready, and how much processor time. */
	readonly started: Started;
	/** Ends it in order and starts it anew at the same ports. @returns how long that took until it was ready. */
	restart(): Promise<Started>;
	/** Its memory, in MB. */
	rss(): Promise<number>;
	/** The processor time that it has used since it was started, in milliseconds. */
	cpu(): Promise<number>;
	/** How often it ended without being asked to. */
	crashes(): number;
	end(): Promise<void>;
}

export interface Started {
	readonly seconds: number;
	readonly cpuSeconds: number;
}

/** As `npm start` and the container start it. */
const asOperators = ['--max-semi-space-size=4', '--max-old-space-size=2000'];
const withParent = new URL('./with-parent.ts', import.meta.url).href;

/**
 * Starts a process and waits until it is ready.
 * @param environment what the processes have in common. @param flags for Node.
 */
export async function startBotProcess(
	environment: Readonly<Record<string, string>>,
	flags: readonly string[] = [],
): Promise<BotProcess> {
	const [port, health] = [await freePort(), await freePort()];
	let asked = false;
	let crashes = 0;
	let child: ChildProcess;
	const start = async () => {
		const began = performance.now();
		child = spawn(process.execPath, [...asOperators, '--import', withParent, ...flags, 'src/main.ts'], {
			env: {
				...{ PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '' },
				...environment,
				...{ INTERACTIONS_PORT: `${port}`, METRICS_PORT: `${health}` },
			},
			stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
		});
		child.on('exit', () => {
			if (!asked) crashes += 1;
		});
		while (!(await isReady(health))) {
			if (child.exitCode !== null) throw new Error('A process of the bot did not start.');
			await pause(20);
		}
		const seconds = (performance.now() - began) / 1_000;
		return { seconds: rounded(seconds), cpuSeconds: (await cpuOf(child.pid)) / 1_000 };
	};
	const end = async () => {
		asked = true;
		const ended = once(child, 'exit');
		child.kill('SIGTERM');
		await ended;
		asked = false;
	};
	const started = await start();
	return {
		started,
		port,
		health,
		async restart() {
			await end();
			return start();
		},
		async rss() {
			const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
			return Number(/^VmRSS:\s+(?<kb>\d+)/mu.exec(status)?.groups?.kb ?? 0) / 1024;
		},
		cpu: () => cpuOf(child.pid),
		crashes: () => crashes,
		end,
	};
}

async function isReady(port: number): Promise<boolean> {
	try {
		return (await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_500) })).ok;
	} catch {
		return false;
	}
}
