import { expect, test } from 'vitest';
import { shapes } from '../../src/library/cache/shapes.ts';
import { line } from '../commands/plain-library.ts';

test('an article that comes from a shared cache is still one that the reader was unsure of', () => {
	for (const one of [line, { ...line, unsure: true }]) expect(shapes.latest.parse([one])).toEqual([one]);
});
