import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface Ended {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

export interface Running {
	readonly child: ChildProcess;
	/** Resolves when stdout has this. */
	said(text: string | RegExp): Promise<string>;
	/** Resolves when stderr has this. */
	logged(text: string | RegExp): Promise<string>;
	readonly ended: Promise<Ended>;
}

/** Runs one of our programs as a person does, with nothing of this environment but what is given (and what is compiled already). */
export function run(
	file: string,
	args: readonly string[],
	environment: Record<string, string>,
	cwd: string | URL = new URL('..', import.meta.url),
): Running {
	const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
	const child = spawn(process.execPath, [file, ...args], {
		cwd,
		env: { PATH, NODE_COMPILE_CACHE, ...environment },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let stdout = '';
	let stderr = '';
	child.stdout.on('data', (data) => {
		stdout += data;
	});
	child.stderr.on('data', (data) => {
		stderr += data;
	});
	const ended = new Promise<Ended>((resolve) => {
		child.on('close', (code) => resolve({ code, stdout, stderr }));
	});
	const until = async (stream: Readable, so: () => string, text: string | RegExp) => {
		for (;;) {
			if (typeof text === 'string' ? so().includes(text) : text.test(so())) return so();
			const over = await Promise.race([
				ended,
				new Promise<null>((resolve) => stream.once('data', () => resolve(null))),
			]);
			if (over !== null) throw new Error(`It ended with ${over.code}: ${over.stdout}${over.stderr}`);
		}
	};
	return {
		child,
		ended,
		said: (text) => until(child.stdout, () => stdout, text),
		logged: (text) => until(child.stderr, () => stderr, text),
	};
}
