import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Tree } from '../../src/language/model/trees.ts';
import type { Tables } from './folds.ts';

const tree: z.ZodType<Tree> = z.lazy(() =>
	z.union([z.number(), z.tuple([z.string(), z.number(), tree, tree])]),
);
const forest = z.object({ features: z.array(z.string()), trees: z.array(tree) });
const table = z.record(z.string(), z.record(z.string(), z.number()));
const tables = z.object({ source: table, antecedent: forest, scare: table, doubt: forest });

/**
 * What one part of a training learns. With a folder it is kept there under its name, and read again where it is there
 * already: a training that was cut short goes on with the part that it was at. The folder must be empty where the
 * corpora or the code have changed since.
 */
export function learnPart(folder: string | undefined, name: string, learn: () => Tables): Tables {
	if (!folder) return learn();
	mkdirSync(folder, { recursive: true });
	const path = join(folder, `${name}.json`);
	if (existsSync(path)) return tables.parse(JSON.parse(readFileSync(path, 'utf8')));
	const learned = learn();
	writeFileSync(path, JSON.stringify(learned));
	return learned;
}
