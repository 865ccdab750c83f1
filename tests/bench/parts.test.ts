import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Tables } from '../../bench/training/folds.ts';
import { learnPart } from '../../bench/training/parts.ts';

const folders: string[] = [];
afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('a part of a training', () => {
	const tables: Tables = {
		source: { side: { after: 0.1, 'before|say': -2.75 } },
		scare: { words: { '1': 1 / 3 } },
		antecedent: { features: ['order'], trees: [['order', 0.5, -0.1, ['order', 2, 0.25, 1e-4]]] },
		doubt: { features: [], trees: [0.5] },
	};

	it('is learned once and read again as it was', () => {
		const folder = mkdtempSync(join(tmpdir(), 'parts-'));
		folders.push(folder);
		let learned = 0;
		const learn = () => {
			learned++;
			return tables;
		};
		expect(learnPart(join(folder, 'new'), 'fold-0', learn)).toEqual(tables);
		expect(learnPart(join(folder, 'new'), 'fold-0', learn)).toEqual(tables);
		expect(learned).toBe(1);
		learnPart(join(folder, 'new'), 'fold-1', learn);
		expect(learned).toBe(2);
		expect(readdirSync(join(folder, 'new')).sort()).toEqual(['fold-0.json', 'fold-1.json']);
	});

	it('is kept nowhere without a folder', () => {
		expect(learnPart(undefined, 'fold-0', () => tables)).toBe(tables);
	});
});
