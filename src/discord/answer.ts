import type { Logger } from 'pino';
import type { Card } from '../card.ts';
import { type Command, mayUse, whereOf } from '../command.ts';
import { UserError } from '../errors.ts';
import type { Place } from '../place.ts';
import type { KeptOptions } from './ids.ts';
import type { Observer } from './observer.ts';
import { readOptions } from './options.ts';
import { refusal } from './refusal.ts';
import type { Turns } from './turns.ts';
import type { CardMessage } from './views/message.ts';
import type { Views } from './views/views.ts';

/** What the bot needs to answer: its commands, and what they and the views need. */
export interface Runtime<Context> {
	/** By name, with a blank before the subcommand. */
	readonly commands: ReadonlyMap<string, Command<Context>>;
	/** The context that a command gets, for the place where it was used. */
	readonly contextOf: (place: Place) => Context;
	readonly kept: KeptOptions;
	/** The id of the article that a thread is about, or null; left out where no thread is about one. */
	readonly articleOfThread?: (thread: string) => Promise<string | null>;
	readonly views: Views;
	readonly log: Logger;
	readonly observer?: Observer | undefined;
	/** Shared by all that answers in one process; made where it is left out. */
	readonly turns?: Turns;
}

/** A card that is ready to be sent; `trouble` where it says what went wrong. */
export interface Answer {
	readonly message: CardMessage;
	readonly trouble: boolean;
}

export interface Asked {
	readonly command: string;
	readonly options: Readonly<Record<string, unknown>>;
	readonly place: Place;
	/** Whether the answer is to a button or a menu: only these fill in hidden options. */
	readonly pressed: boolean;
	/** Whether the member wanted an answer for all, where it can only be for them. */
	readonly onlyForThem?: boolean;
}

/**
 * Runs a command and lays its card out. Never rejects: an error becomes a card that says so.
 * @param reference the interaction's id, which the member and the log both get, where something broke.
 */
export async function answer<Context>(
	ask: () => Promise<Asked>,
	reference: string,
	runtime: Runtime<Context>,
): Promise<Answer> {
	const start = performance.now();
	let command = '';
	const observe = (outcome: Parameters<Observer['command']>[1]) =>
		runtime.observer?.command(
			runtime.commands.has(command) ? command : 'unknown',
			outcome,
			(performance.now() - start) / 1000,
		);
	try {
		const asked = await ask();
		({ command } = asked);
		const card = await runCommand(asked, runtime);
		const shown = asked.onlyForThem ? withNote(card, onlyForYou) : card;
		const message = await runtime.views.show(shown);
		observe('answered');
		return { message, trouble: false };
	} catch (err) {
		observe(err instanceof UserError ? 'refused' : 'failed');
		if (err instanceof UserError)
			return { message: await runtime.views.show(refusal(err.sentence, err.ways)), trouble: true };
		runtime.log.error({ err, reference }, 'a command failed');
		return failed(reference, runtime);
	}
}

/** The card for an error inside the bot: it says how to find the reason. */
export async function failed<Context>(reference: string, { views }: Runtime<Context>): Promise<Answer> {
	return { message: await views.show(failure(reference)), trouble: true };
}

async function runCommand<Context>(
	{ command: name, options, place, pressed }: Asked,
	runtime: Runtime<Context>,
): Promise<Card> {
	const command = runtime.commands.get(name);
	if (command === undefined)
		throw new UserError(`I have no command /${name} any more. Type /help to see what I can do.`);
	if (!mayUse(command.only, place.member))
		throw new UserError(`/${name} is for those who may manage ${managed(command)}.`);
	if (place.server === null && whereOf(command) === 'server') throw new UserError(notHere(name, place));
	const given = readOptions(command.options, options, { hidden: pressed });
	return command.run(given as never, runtime.contextOf(place));
}

const managed = ({ only }: Pick<Command<never>, 'only'>) =>
	only === 'moderators' ? 'this server or its messages' : 'this server';

/** In a menu the name is no command that can be typed. */
function notHere(name: string, { own }: Place): string {
	return own
		? `/${name} works only in a server that has me: here only you have installed me. Everything else works.`
		: `/${name} works only in a server.`;
}

const onlyForYou =
	'Only you see this: here apps that members have installed for themselves may not answer in public. Those who manage the server can add me to it, or allow Use External Apps.';

function withNote(card: Card, note: string): Card {
	return { ...card, blocks: [...card.blocks, { kind: 'note', text: [note] }] };
}

function failure(reference: string): Card {
	return {
		title: 'Something went wrong',
		tone: 'trouble',
		blocks: [
			{
				kind: 'text',
				text: [
					'I could not answer that; it is my fault, not yours. Whoever runs me finds the reason in the log by this reference: ',
					{ mark: 'code', text: reference },
					'.',
				],
			},
		],
	};
}
