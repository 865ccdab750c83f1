import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/**/*.test.ts', 'packages/*/tests/**/*.test.ts'],
		// A machine that runs the tests unattended may be busy with other things: a test gets a second try there, and the
		// report names it. Here a failure is a failure.
		retry: process.env.CI ? 1 : 0,
		testTimeout: 30_000,
		hookTimeout: 60_000,
	},
});
