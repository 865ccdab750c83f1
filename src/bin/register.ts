// `npm run register`: registers the commands of the code at Discord, and prints what was sent.

import { allowClosedOutput } from '../app/closed-output.ts';
import { configFromEnvironment, runProgram } from '../app/environment.ts';
import { UserError } from '../errors.ts';

allowClosedOutput();
await runProgram(async () => {
	const { token, apiUrl } = configFromEnvironment();
	if (token === null) {
		throw new UserError(
			'DISCORD_TOKEN is not set: put the token from "Bot" in the developer portal into .env.',
		);
	}
	// Loaded only where there is a token.
	const [{ registerOnce }, { loadCommands }] = await Promise.all([
		import('../discord/register.ts'),
		import('../app/commands.ts'),
	]);
	const { created, changed, removed, unchanged } = await registerOnce(
		token,
		apiUrl,
		await loadCommands<never>(),
	);
	for (const [what, names] of Object.entries({ created, changed, removed, unchanged })) {
		process.stdout.write(
			`${what}: ${names.length === 0 ? 'none' : names.map((name) => `/${name}`).join(', ')}\n`,
		);
	}
});
