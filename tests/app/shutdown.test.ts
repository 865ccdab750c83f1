import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { shutdown } from '../../src/app/shutdown.ts';

const silent = pino({ level: 'silent' });

describe('the shutdown', () => {
	it('closes in reverse what was opened, each once, one after the other', async () => {
		const done: string[] = [];
		const closing = shutdown(silent);
		closing.add('library', () => done.push('library'));
		closing.add('client', async () => {
			await pause(5);
			done.push('client');
		});
		expect(await Promise.all([closing.run(), closing.run()])).toEqual(['done', 'done']);
		expect(done).toEqual(['client', 'library']);
	});

	it('continues after a step that fails', async () => {
		const done: string[] = [];
		const closing = shutdown(silent);
		closing.add('library', () => done.push('library'));
		closing.add('client', () => {
			throw new Error('already closed');
		});
		expect(await closing.run()).toBe('done');
		expect(done).toEqual(['library']);
	});

	it('waits no longer than its deadline', async () => {
		const closing = shutdown(silent, 20);
		closing.add('client', () => new Promise(() => undefined));
		expect(await closing.run()).toBe('late');
	});
});
