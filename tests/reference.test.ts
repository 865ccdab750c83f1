import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openLog } from '../src/app/log.ts';
import { underReference } from '../src/reference.ts';

it('every line that an interaction causes has its id, also later, and no other line has', async () => {
	const lines: string[] = [];
	const log = openLog('info', { write: (line: string) => lines.push(line) > 0, isTTY: false });
	const work = async (name: string) => {
		await pause(1);
		log.info(`${name} later`);
	};
	await Promise.all([underReference('1', () => work('one')), underReference('2', () => work('two'))]);
	log.info('alone');
	const read = lines.map((line) => JSON.parse(line) as { msg: string; reference?: string });
	expect(read.map(({ msg, reference }) => `${msg} ${reference}`)).toEqual([
		...['one later 1', 'two later 2', 'alone undefined'],
	]);
});
