import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { calendarOfPlatform } from '../../tools/calendar.ts';

it('the names of months and days that are read are those of the tables that this Node has', async () => {
	const written = JSON.parse(await readFile('data/models/calendar.json', 'utf8'));
	const now = calendarOfPlatform();
	expect(Object.keys(now.months).length).toBeGreaterThan(900);
	expect(now.agos.length).toBeGreaterThan(1_500);
	expect(now, 'run `npm run calendar`, and `npm run fingerprint` after it').toEqual(written);
});
