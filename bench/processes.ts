import { type ChildProcess, fork } from 'node:child_process';

/** Starts a file in a process of its own; `flags` are for Node, beside those that this one has. */
export function start(file: URL, args: readonly string[] = [], flags: readonly string[] = []): ChildProcess {
	return fork(file, args, {
		execArgv: [...process.execArgv, ...flags],
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
}

/** The next message of a process. @throws Error where it ends without one. */
export function next<T>(child: ChildProcess): Promise<T> {
	return new Promise((resolve, reject) => {
		const onMessage = (message: unknown) => {
			child.off('exit', onExit);
			resolve(message as T);
		};
		const onExit = () => {
			child.off('message', onMessage);
			reject(new Error('A process of the measurement has ended.'));
		};
		child.once('message', onMessage);
		child.once('exit', onExit);
	});
}

/** Asks a process and waits for its answer. */
export function ask<T>(child: ChildProcess, question: object): Promise<T> {
	const answer = next<T>(child);
	child.send(question);
	return answer;
}

export function end(child: ChildProcess): Promise<void> {
	return new Promise((resolve) => {
		child.once('exit', () => resolve());
		child.kill();
	});
}

/** Lets a process end by itself, which writes its profile then; it has to do so where it is left alone. */
export function leave(child: ChildProcess): Promise<void> {
	return new Promise((resolve) => {
		child.once('exit', () => resolve());
		child.disconnect();
	});
}

export function median(numbers: readonly number[]): number {
	const sorted = numbers.toSorted((one, other) => one - other);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1
		? (sorted[middle] ?? Number.NaN)
		: ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

export const rounded = (number: number) => Math.round(number * 1000) / 1000;
