import { expect, test } from 'vitest';
import { longestQuery, queryOf, searchWay } from '../../src/library/search-way.ts';

test('a text that was typed becomes a query that /search takes, without half a character at its end', () => {
	expect(queryOf(' the old pier ')).toBe('the old pier');
	const most = 'a'.repeat(longestQuery - 1);
	expect(queryOf(`${most}bc`)).toBe(`${most}b`);
	expect(queryOf(`${most}😀`)).toBe(most);
	expect(searchWay(`${most}😀`).options).toEqual({ query: most });
});
