import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groups } from './hostile/all.ts';
import { type Arena, type CaseResult, openArena } from './hostile/arena.ts';
import type { Case } from './hostile/case.ts';
import { openServers } from './hostile/servers.ts';

/** docs/hostile.md: under each heading, the cases and what a member is told. */
const table = new Map<string, Map<string, string>>();
const stopped = (said: string) => said.includes('takes more time or memory to read than an article');

let arena: Arena;
/** Those that only wait run from the start, with servers of their own. */
const waiting = new Map<Case, Promise<CaseResult>>();
beforeAll(async () => {
	let heading = '';
	for (const line of (await readFile('docs/hostile.md', 'utf8')).split('\n')) {
		heading = /^## (.+)$/u.exec(line)?.[1] ?? heading;
		const [, name = '', said = ''] = /^\| (.+?) \| (.+) \|$/u.exec(line) ?? [];
		const rows = table.get(heading) ?? new Map<string, string>();
		if (said !== '' && name !== 'what is tried') table.set(heading, rows.set(name, said));
	}
	arena = await openArena(await openServers());
	for (const one of groups.flatMap(([, cases]) => cases).filter(({ waits }) => waits)) {
		const result = beside(one);
		// Its own test says so.
		result.catch(() => {});
		waiting.set(one, result);
	}
});
afterAll(() => arena.close());

async function beside(one: Case): Promise<CaseResult> {
	const servers = await openServers();
	try {
		return await arena.run(one, servers);
	} finally {
		servers.close();
	}
}

describe.for(groups)('%s', ([heading, cases]) => {
	test('are those of the table in docs/hostile.md', () => {
		const names = cases.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		expect([...(table.get(heading)?.keys() ?? [])].filter((name) => !/^-+$/u.test(name))).toEqual(names);
	});

	test.for(cases)('$name', { timeout: 30_000 }, async (one) => {
		const { said, reached } = await (waiting.get(one) ?? arena.run(one));
		expect(reached).toBe(0);
		const row = table.get(heading)?.get(one.name) ?? '';
		// How far a slow machine gets is not the page's doing.
		if (one.mayBeStopped && (stopped(said) || stopped(row))) {
			expect(said).toMatch(/takes more time or memory|^Read/u);
		} else expect(said).toBe(row);
	});
});
