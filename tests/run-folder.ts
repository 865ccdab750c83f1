import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
	export interface ProvidedContext {
		/** A folder for what test files share; it goes when all have run. */
		readonly runFolder: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const folder = await mkdtemp(join(tmpdir(), 'verbatim-tests-'));
	project.provide('runFolder', folder);
	return () => rm(folder, { recursive: true, force: true });
}
