import { UserError } from './errors.ts';

/** What a part has from the moment that the bot is connected to Discord. */
export class Connection<Connected> {
	#connected: Connected | null = null;

	/** Null where the bot has not connected yet. */
	get current(): Connected | null {
		return this.#connected;
	}

	/** @throws UserError where the bot has not connected yet. */
	need(): Connected {
		if (this.#connected === null)
			throw new UserError('I am still connecting to Discord: please try again in a minute.');
		return this.#connected;
	}

	set(connected: Connected): void {
		this.#connected = connected;
	}
}
