import { Locale, type Message, MessageReferenceType, Routes } from 'discord.js';
import type { Command } from '../command.ts';
import type { Place } from '../place.ts';
import { answer, type Runtime } from './answer.ts';
import { messageTarget } from './target.ts';
import { sent } from './views/message.ts';

/** The command that answers who mentions the bot, or null. @throws TypeError where there are two. */
export function mentionCommand<Context>({
	commands,
}: Pick<Runtime<Context>, 'commands'>): Command<Context> | null {
	const [one = null, other] = [...commands.values()].filter(({ way }) => way === 'mention');
	if (other)
		throw new TypeError(`${one?.name} and ${other.name} both answer mentions: only one command may.`);
	if (one?.only !== undefined) throw new TypeError(`${one.name} answers mentions, so everybody may use it.`);
	return one;
}

/**
 * Answers a message of a member that mentions the bot, or any in direct messages with it, with a reply that pings
 * nobody.
 */
export async function answerMention<Context>(
	message: Message,
	command: Command<Context>,
	runtime: Runtime<Context>,
): Promise<void> {
	const { client, id, channelId, author, guild } = message;
	const mention = new RegExp(`<@!?${client.user.id}>`, 'gu');
	if (author.bot || message.system) return;
	if (guild !== null && !mention.test(message.content)) return;
	const place = async (): Promise<Place> => ({
		server: guild === null ? null : { id: guild.id, name: guild.name },
		channel: { id: channelId },
		article: guild === null ? null : ((await runtime.articleOfThread?.(channelId)) ?? null),
		member: {
			id: author.id,
			name: message.member?.nickname ?? author.globalName ?? author.username,
			mayManageServer: false,
		},
		locale: guild?.preferredLocale ?? Locale.EnglishUS,
		target: messageTarget(message, mention),
	});
	const ask = async () => ({ command: command.name, options: {}, place: await place(), pressed: false });
	const { message: card } = await answer(ask, id, runtime);
	const reply = {
		...card,
		allowed_mentions: { parse: [], replied_user: false },
		message_reference: { type: MessageReferenceType.Default, message_id: id, fail_if_not_exists: false },
	};
	await client.rest.post(Routes.channelMessages(channelId), sent(reply));
}
