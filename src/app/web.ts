import { readFileSync } from 'node:fs';
import { openWeb, userAgent, type Web, type WebOptions } from '../sources/web/fetch.ts';
import type { Config } from './config.ts';

/** What is reached on the web in addition to public addresses, and how: given in code alone, by tests and the rehearsal. */
export type Reach = Pick<WebOptions, 'allow' | 'lookup' | 'turns'>;

/** Opens the way to the web under the bot's own name. */
export function openTheWeb({ token, contact }: Pick<Config, 'token' | 'contact'>, reach: Reach): Web {
	const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
	return openWeb({ userAgent: userAgent(version, contact ?? profileOf(token)), ...reach });
}

/** The bot's profile at Discord, by which a site can find out whose it is: a token begins with the bot's id. */
function profileOf(token: string | null): string | null {
	const id = Buffer.from(token?.split('.')[0] ?? '', 'base64url').toString();
	return /^\d{15,20}$/u.test(id) ? `https://discord.com/users/${id}` : null;
}
