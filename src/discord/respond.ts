import {
	type BaseInteraction,
	DiscordAPIError,
	InteractionResponseType,
	MessageFlags,
	Routes,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Answer } from './answer.ts';
import { answerRequest, closeRequest } from './endpoint/request.ts';
import { deferAfter } from './limits.ts';
import { isOnlyForThem } from './place.ts';
import type { Progress } from './progress.ts';
import { type CardMessage, sent } from './views/message.ts';

/** Where an answer appears. */
export interface Placement {
	/** In place of the message whose button was pressed, or as a new one. */
	readonly as: 'update' | 'new';
	/** Only for the one who asked. */
	readonly privately: boolean;
}

/** Where a refused answer is logged, and what the member gets instead: a card with the reference. */
export interface Fallback {
	readonly log: Logger;
	readonly failed: (reference: string) => Promise<Answer>;
}

/**
 * Sends an answer with the first response, or, where it takes too long, acknowledges first and edits. Plain JSON
 * goes straight to the API: the answer is checked by our views, and discord.js's builders would check it again.
 * Where Discord still refuses the answer, the member gets an error with a reference.
 * @param progress shown in the message that waits for the answer.
 */
export async function respond(
	interaction: BaseInteraction,
	working: Promise<Answer>,
	wanted: Placement,
	{ log, failed }: Fallback,
	progress?: Progress,
): Promise<void> {
	// Discord would hide it from others in any case; what we defer is then the same.
	const placement =
		isOnlyForThem(interaction) && wanted.as === 'new' ? { ...wanted, privately: true } : wanted;
	let send = (answer: Answer): Promise<void> =>
		callback(interaction, first(answer, placement), answer.message.files);
	try {
		let ready = await within(working, deferAfter);
		if (ready === null) {
			await post(interaction, waiting(placement));
			send = (answer) => later(interaction, answer, placement);
			progress?.start(send);
			ready = await working;
			await progress?.stop();
		}
		await send(ready);
	} catch (err) {
		report(err, interaction, log);
		if (isRefusal(err)) {
			await failed(interaction.id)
				.then(send)
				.catch((again: unknown) => report(again, interaction, log));
		}
	}
}

/** Whether Discord refused the content of an answer, so that another answer may still be accepted. */
function isRefusal(err: unknown): boolean {
	const code = codeOf(err);
	return code !== null && code !== tooLate && code !== answeredAlready;
}

/** A value, or null where it takes longer than `ms`. */
export async function within<T>(working: Promise<T>, ms: number): Promise<T | null> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<null>((resolve) => {
		timer = setTimeout(resolve, ms, null);
	});
	try {
		return await Promise.race([working, late]);
	} finally {
		clearTimeout(timer);
	}
}

/**
 * The first response to an interaction, as Discord takes it. One that came over HTTP gets it with the answer to its
 * request, which costs a third of a request of our own; files go to the API.
 */
export async function callback(
	interaction: BaseInteraction,
	body: object,
	files: CardMessage['files'] = [],
): Promise<void> {
	if (files.length === 0 && answerRequest(interaction, body)) return;
	await post(interaction, body, files);
}

/** The first response as a request of our own: when it is over, Discord has taken the response, and edits may follow. */
async function post(
	interaction: BaseInteraction,
	body: object,
	files: CardMessage['files'] = [],
): Promise<void> {
	closeRequest(interaction);
	const { client, id, token } = interaction;
	const send = () =>
		client.rest.post(Routes.interactionCallback(id, token), { body, files: [...files], auth: false });
	await send().catch(async (err: unknown) => {
		if (!brokeOff(err)) throw err;
		await send().catch((again: unknown) => {
			if (codeOf(again) !== answeredAlready) throw again;
		});
	});
}

/**
 * An idle connection may be closed just as it is used. The answer is then sent once more; where the first
 * one did arrive, Discord refuses the second, and all is well.
 */
function brokeOff(err: unknown): boolean {
	return err instanceof Error && 'code' in err && /^(?:ECONN|EPIPE|UND_ERR_SOCKET)/u.test(String(err.code));
}

/** An error never replaces a card, and only the one who asked sees it. */
function first({ message: card, trouble }: Answer, { as, privately }: Placement): object {
	const { body: message } = sent(card);
	if (as === 'update' && !trouble)
		return { type: InteractionResponseType.UpdateMessage, data: { ...noFiles, ...message } };
	const flags = privately || trouble ? message.flags | MessageFlags.Ephemeral : message.flags;
	return { type: InteractionResponseType.ChannelMessageWithSource, data: { ...message, flags } };
}

/** A picture of the card before goes with it. */
const noFiles = { attachments: [] };

function waiting({ as, privately }: Placement): object {
	if (as === 'update') return { type: InteractionResponseType.DeferredMessageUpdate };
	const data = privately ? { data: { flags: MessageFlags.Ephemeral } } : {};
	return { type: InteractionResponseType.DeferredChannelMessageWithSource, ...data };
}

async function later(
	{ client, applicationId, token }: BaseInteraction,
	{ message, trouble }: Answer,
	{ as }: Placement,
): Promise<void> {
	if (as === 'update' && trouble) {
		const { body, ...files } = sent({ ...message, flags: message.flags | MessageFlags.Ephemeral });
		await client.rest.post(Routes.webhook(applicationId, token), { body, ...files, auth: false });
	} else {
		const { body, ...files } = sent(message);
		await client.rest.patch(Routes.webhookMessage(applicationId, token), {
			...{ body: { ...noFiles, ...body }, ...files },
			auth: false,
		});
	}
}

/** Discord's codes. */
const tooLate = 10_062;
const answeredAlready = 40_060;

const codeOf = (err: unknown) => (err instanceof DiscordAPIError ? err.code : null);

export function report(err: unknown, { id }: BaseInteraction, log: Logger): void {
	const code = codeOf(err);
	if (code === tooLate) {
		log.info({ reference: id, code }, 'Discord no longer took an answer');
	} else if (code === answeredAlready) {
		log.warn(
			{ reference: id, code },
			'an interaction was answered already: where several processes run with this token, set SHARDS=auto for each',
		);
	} else {
		log.error({ err, reference: id }, 'an answer could not be sent');
	}
}
