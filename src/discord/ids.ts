import { createHash } from 'node:crypto';
import type { Filled } from '../card.ts';
import { UserError } from '../errors.ts';
import { customId, keptOptions } from './limits.ts';

/**
 * A custom id is "1h0.quotes;speaker=John+Kerry;page=2": the version of this form, where the answer appears
 * (h: here, n: new message, p: new message for everybody), the place in the message (two buttons may do the same, and Discord wants their ids
 * different), the command, its options. See docs/decisions/custom-ids.md.
 */
const version = '1';
const letters = { here: 'h', new: 'n', public: 'p' } as const;
const form = /^(\d)([hnp])([0-9a-z]{1,2})\.([^;]{1,100})(;.*)?$/su;
/** Before the command's place: what did not fit, kept under a key. */
const keptMark = '~';

/** What a button or a menu choice runs. */
export interface Pressed {
	/** With a blank before the subcommand. */
	readonly command: string;
	/** As they were written; checked against the command's own options before use. */
	readonly options: Readonly<Record<string, string>>;
}

/** Keeps what is too long for a custom id, also across restarts. The archive does it. */
export interface KeptOptions {
	/** For how many days a text is kept after it was last asked to be. */
	readonly keptForDays: number;
	/**
	 * Keeps a text and gives the key it is found by, at most 64 of A-Z, a-z, 0-9, "-" and "_". The same text has the
	 * same key. A text has at most 8,000 characters.
	 */
	keep(text: string): Promise<string>;
	/** The text, or null where there is none by that key. */
	find(key: string): Promise<string | null>;
}

/** Keeps long options in memory only: for tests, and where nothing has to survive the process. */
export function keptInMemory(): KeptOptions {
	const texts = new Map<string, string>();
	return {
		keptForDays: Number.POSITIVE_INFINITY,
		async keep(text) {
			const key = createHash('sha256').update(text).digest('base64url').slice(0, 22);
			texts.set(key, text);
			return key;
		},
		async find(key) {
			return texts.get(key) ?? null;
		},
	};
}

/**
 * Packs a command with its options into a custom id.
 * @param place counts the buttons and choices of one message, from 0 to 1,295.
 * @returns null for options that are too long even to be kept.
 */
export async function packId(
	pressed: { readonly command: string; readonly options: Filled; readonly opens?: 'here' | 'new' | 'public' },
	place: number,
	kept: KeptOptions,
): Promise<string | null> {
	const head = `${version}${letters[pressed.opens ?? 'here']}${place.toString(36)}.`;
	const rest = written(pressed.command, pressed.options);
	const whole = head + rest;
	if (rest.length > keptOptions) return null;
	return whole.length <= customId ? whole : `${head}${keptMark}${await kept.keep(rest)}`;
}

/**
 * Unpacks a custom id. Anybody can send any id, so nothing in it is trusted: the options are texts.
 * @throws UserError for one that is of an earlier version, forged, or whose options are no longer kept.
 */
export async function unpackId(id: string, kept: KeptOptions): Promise<Pressed> {
	const [, from, , , command = '', options = ''] = form.exec(id) ?? [];
	if (from === undefined || id.length > customId) throw new UserError(notOurs);
	const name = unescaped(command);
	if (from !== version) throw stale(name);
	if (!command.startsWith(keptMark)) return read(command + options);
	const key = command.slice(keptMark.length);
	if (!/^[\w-]{1,64}$/u.test(key)) throw new UserError(notOurs);
	const text = await kept.find(key);
	if (text === null)
		throw new UserError(
			`This button has expired: what does not fit into a button is kept for ${kept.keptForDays} days. Please type the command again.`,
		);
	return read(text);
}

/** Where the answer to a button appears; it is at the front of the id and can be read without the store. */
export function opens(id: string): 'here' | 'new' | 'public' {
	const letter = form.exec(id)?.[2];
	return letter === 'n' ? 'new' : letter === 'p' ? 'public' : 'here';
}

const notOurs = 'This button is not one of mine. Type /help to see what I can do.';

function stale(command: string): UserError {
	const known = /^[\w-]{1,32}(?: [\w-]{1,32})?$/u.test(command);
	return new UserError(
		`This button is from an earlier version of me. Please type /${known ? command : 'help'} instead.`,
	);
}

function written(command: string, options: Filled): string {
	const pairs = Object.entries(options).map(([name, value]) => `;${escaped(name)}=${escaped(String(value))}`);
	return escaped(command) + pairs.join('');
}

function read(text: string): Pressed {
	const [command = '', ...pairs] = text.split(';');
	const options: Record<string, string> = {};
	for (const pair of pairs) {
		const [name = '', value] = pair.split('=');
		// A name like "__proto__" is no option of any command.
		if (value === undefined || !/^[\w-]{1,32}$/u.test(name) || name.startsWith('__'))
			throw new UserError(notOurs);
		options[name] = unescaped(value);
	}
	return { command: unescaped(command), options };
}

/** Blanks are the most common, so they take one character; Discord trims ids, so the ends are encoded. */
function escaped(text: string): string {
	return text
		.toWellFormed()
		.replace(/[;=+%~]|[^\S ]/gu, encodeURIComponent)
		.replace(/~/gu, '%7E')
		.replaceAll(' ', '+');
}

function unescaped(text: string): string {
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		throw new UserError(notOurs);
	}
}
