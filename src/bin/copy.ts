// `npm run copy -- FROM TO`: copies everything from one archive to another. Each is a folder that the bot writes to, the
// address of a PostgreSQL, or STORE_URL. It may be stopped at any time, and goes on where it was.

import { allowClosedOutput } from '../app/closed-output.ts';
import { configFromEnvironment, runProgram } from '../app/environment.ts';
import { UserError } from '../errors.ts';

/** The name of the variable stands for its value, since what is typed on a command line is seen by others. */
function placeOf(given: string): string {
	if (given !== 'STORE_URL') return given;
	const { storeUrl } = configFromEnvironment();
	if (storeUrl === null)
		throw new UserError('STORE_URL is not set: put it into .env, or name a folder instead.');
	return storeUrl;
}

allowClosedOutput();
await runProgram(async () => {
	const [from, to, ...more] = process.argv.slice(2).map(placeOf);
	if (from === undefined || to === undefined || more.length > 0 || from === to) {
		throw new UserError(
			'Say from where to where: npm run copy -- data STORE_URL (a folder that DATA_DIR names, and the database in your .env), or the other way round.',
		);
	}
	// Loaded only where it is clear what to copy.
	const { copyBetween } = await import('../app/copy-archive.ts');
	const counts = await copyBetween(from, to, (what) => process.stderr.write(`copying ${what}\n`));
	const width = Math.max(...counts.map(({ table }) => table.length));
	for (const { table, from, to } of counts) {
		process.stdout.write(`${table.padEnd(width)} ${String(from).padStart(10)} ${String(to).padStart(10)}\n`);
	}
	const differs = counts.filter((count) => count.from !== count.to).map(({ table }) => table);
	if (differs.length > 0) {
		throw new UserError(
			`The archive was changed while it was copied (${differs.join(', ')}): stop the bot, and copy again into an empty place.`,
		);
	}
});
