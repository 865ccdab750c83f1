import type { TestProject } from 'vitest/node';
import { startPostgres } from './server.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		readonly postgresUrl: string;
	}
}

/** One PostgreSQL for all test files that need one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = await startPostgres();
	project.provide('postgresUrl', server.url);
	return () => server.close();
}
