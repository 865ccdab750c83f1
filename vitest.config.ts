import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/**/*.test.ts', 'packages/*/tests/**/*.test.ts'],
		// Many tests wait for a clock, a socket or a browser: more files than cores at a time use the cores.
		maxWorkers: 3,
		testTimeout: 30_000,
		hookTimeout: 60_000,
	},
});
