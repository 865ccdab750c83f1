import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { fastFolder } from './tests/fast-folder.ts';
import LongestFirst from './tests/longest-first.ts';

// Processes and threads that tests start need not compile everything each time.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules', '.cache', 'compiled');

// Folders of tests are written to and read all the time, and nobody needs them after a crash.
process.env.TMPDIR = fastFolder();

/** Tests on a PostgreSQL, which is started once for all of them, and only where one of them runs. */
const onPostgres = 'tests/**/postgres/**/*.test.ts';

export default defineConfig({
	test: {
		// Many tests wait for a clock, a socket or a browser: more files than cores at a time use the cores.
		maxWorkers: 4,
		sequence: { sequencer: LongestFirst },
		// Files share what they import: importing it anew for each took half a minute. No test may leave anything behind.
		isolate: false,
		// Node imports TypeScript as it does in production, and keeps it compiled; no test replaces a module.
		experimental: { viteModuleRunner: false, nodeLoader: false },
		testTimeout: 30_000,
		// On a busy machine what a test waits for may take longer than the second that is usual.
		expect: { poll: { interval: 10, timeout: 10_000 } },
		hookTimeout: 60_000,
		globalSetup: ['tests/run-folder.ts'],
		projects: [
			{
				extends: true,
				test: {
					name: 'bot',
					include: ['tests/**/*.test.ts', 'packages/*/tests/**/*.test.ts'],
					exclude: [onPostgres, '**/node_modules/**'],
				},
			},
			{
				extends: true,
				test: {
					name: 'postgres',
					include: [onPostgres],
					globalSetup: ['tests/stores/postgres/global-setup.ts'],
				},
			},
		],
	},
});
