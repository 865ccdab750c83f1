import { UserError } from '../errors.ts';
import { type Config, readConfig } from './config.ts';

/** The configuration out of the environment and, where there is one, the file `.env`. */
export function configFromEnvironment(): Config {
	try {
		process.loadEnvFile();
	} catch (err) {
		if ((err as NodeJS.ErrnoException).code !== 'ENOENT') {
			throw new UserError(`The file .env cannot be read: ${(err as Error).message}`);
		}
	}
	return readConfig(process.env);
}

/**
 * Runs a program: a UserError ends it with one line and code 1, any other error with its stack and code 1.
 * @returns what the program returned, or undefined where it failed.
 */
export async function runProgram<T>(program: () => Promise<T>): Promise<T | undefined> {
	try {
		return await program();
	} catch (err) {
		process.stderr.write(`${err instanceof UserError ? err.message : (err as Error).stack}\n`);
		process.exitCode = 1;
		return undefined;
	}
}
