import { UserError } from '../errors.ts';

/**
 * Loads the rehearsal, a dev dependency that a production install leaves out.
 * @param without what cannot be done without it, as the beginning of a sentence.
 * @throws UserError where it is not installed.
 */
export async function loadRehearsal(without: string) {
	try {
		return await import('discord-rehearsal');
	} catch (err) {
		if ((err as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw err;
		throw new UserError(`${without}; to install the rehearsal, run npm ci without --omit=dev.`);
	}
}
