import {
	type APIChannel,
	ChannelType,
	ComponentType,
	DiscordAPIError,
	Routes,
	ThreadAutoArchiveDuration,
} from 'discord.js';
import type { Card } from '../card.ts';
import type { FollowDelivery, Trouble } from '../follow/delivery.ts';
import { findMessage } from './delivery-find.ts';
import { directChannel, marked, postMessage, trying } from './delivery-requests.ts';
import { troubleOf } from './delivery-trouble.ts';
import type { Sender } from './servers/sender.ts';
import type { CardMessage } from './views/message.ts';

/** Milliseconds that a step may take. */
const patience = 45_000;
/** "Cannot send messages to this user", also where they share no server with the bot and have not installed it. */
const closed = new Set<unknown>([50_007, 50_278]);
/** The thread was deleted, is locked, or the bot may not see it or write in it. */
const gone = new Set<unknown>([10_003, 50_001, 50_013, 50_083, 160_005]);
/** "Unknown Guild", "Unknown Member", "Unknown User", and a server that the bot is not in. */
const noMember = new Set<unknown>([10_004, 10_007, 10_013, 50_001]);

/** The way to members who follow something: plain requests, sent by discord.js at the rate that Discord allows. */
export function openFollowDelivery(
	sender: Sender,
	show: (card: Card) => Promise<CardMessage>,
): FollowDelivery {
	const inTime = <Result extends object>(
		work: (signal: AbortSignal) => Promise<Result>,
	): Promise<Result | Trouble> => trying(work, patience, followTrouble);
	return {
		channel: (member, target) =>
			inTime(async (signal) => {
				if (target !== 'direct') {
					await sender.rest().get(Routes.channel(target), { signal });
					return { channel: target };
				}
				return { channel: await directChannel(sender.rest(), member, signal) };
			}),
		openThread: (channel, member) =>
			inTime(async (signal) => {
				const body = {
					name: 'What you follow',
					type: ChannelType.PrivateThread,
					invitable: false,
					auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
				};
				const thread = (await sender.rest().post(Routes.threads(channel), { body, signal })) as APIChannel;
				await sender.rest().put(Routes.threadMembers(thread.id, member), { signal });
				return { thread: thread.id };
			}),
		find: (sent, since) =>
			inTime(async (signal) => ({
				message: await findMessage(
					{ rest: sender.rest(), me: await sender.me() },
					{ ...sent, server: '' },
					since,
					signal,
				),
			})),
		post: ({ channel, nonce, mark, mention }, card) =>
			inTime(async (signal) => {
				const message = await show(card);
				const body = {
					flags: message.flags,
					components: [
						...marked(message, mark),
						...(mention === null ? [] : [{ type: ComponentType.TextDisplay, content: `<@${mention}>` }]),
					],
					allowed_mentions: { parse: [], ...(mention === null ? {} : { users: [mention] }) },
					nonce,
					enforce_nonce: true,
				};
				return { message: await postMessage(sender.rest(), channel, body, signal) };
			}),
		isMember: (server, member) =>
			inTime(async (signal) => {
				try {
					await sender.rest(server).get(Routes.guildMember(server, member), { signal });
					return { isMember: true };
				} catch (error) {
					if (error instanceof DiscordAPIError && noMember.has(error.code)) return { isMember: false };
					throw error;
				}
			}),
	};
}

function followTrouble(error: unknown): Trouble {
	const { trouble, detail } = troubleOf(error);
	const code = error instanceof DiscordAPIError ? error.code : null;
	if (closed.has(code)) return { trouble: 'closed', detail };
	if (gone.has(code)) return { trouble: 'gone', detail };
	return { trouble: trouble === 'unreachable' ? 'unreachable' : 'refused', detail };
}
