import { UserError } from '../errors.ts';
import type { Config } from './config.ts';
import { openBrowser } from './open-browser.ts';
import type { Shutdown } from './shutdown.ts';

/** What a start without a token says where the rehearsal is not installed. */
export const noToken =
	'DISCORD_TOKEN is not set, and the rehearsal, which runs without one, is not installed: set DISCORD_TOKEN in .env, or run npm ci without --omit=dev.';

/**
 * Loads the rehearsal, a dev dependency that a production install leaves out.
 * @param missing what to say where it is not installed.
 * @throws UserError where it is not installed.
 */
export async function loadRehearsal(missing: string) {
	try {
		return await import('discord-rehearsal');
	} catch (err) {
		throw (err as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND' ? new UserError(missing) : err;
	}
}

/**
 * Starts a loopback Discord with its page; prints on stdout in two lines where it is and what to do next.
 * @param allow gets its host and port, so that files that members upload to it can be read.
 */
export async function openRehearsal(
	config: Config,
	closing: Shutdown,
	allow: Set<string>,
): Promise<{ token: string; apiUrl: string }> {
	const { startRehearsal } = await loadRehearsal(noToken);
	const { openPage } = await import('discord-rehearsal/page');
	const rehearsal = await startRehearsal({
		port: config.rehearsalPort,
		handle: await openPage(),
		botName: 'Verbatim',
	});
	closing.add('rehearsal', () => rehearsal.close());
	allow.add(new URL(rehearsal.url).host);
	process.stdout.write(
		`DISCORD_TOKEN is not set, so Verbatim runs against a Discord on this machine: open ${rehearsal.url} and type /help.\n` +
			'To use the real one, put DISCORD_TOKEN into the file .env (see the README) and start again.\n',
	);
	if (process.argv.includes('--open')) openBrowser(rehearsal.url);
	return rehearsal;
}
