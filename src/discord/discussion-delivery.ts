import {
	type APIChannel,
	type APIThreadChannel,
	DiscordAPIError,
	Routes,
	ThreadAutoArchiveDuration,
} from 'discord.js';
import type { Card } from '../card.ts';
import type { DiscussionDelivery, Opening, Trouble } from '../discussion/delivery.ts';
import { findForumPost, findMessage } from './delivery-find.ts';
import { marked, postMessage, startThread, trying } from './delivery-requests.ts';
import { troubleOf } from './delivery-trouble.ts';
import { channelState } from './discussion-channel.ts';
import * as limits from './limits.ts';
import { plainLine } from './plain.ts';
import type { Sender } from './servers/sender.ts';
import { openServers } from './servers/servers.ts';
import { label } from './views/cut.ts';
import type { CardMessage } from './views/message.ts';

/** Milliseconds that a step may take. */
const patience = 45_000;
/** "Thread is locked", and "Thread is archived" where the bot may not open it again. */
const locked = new Set<unknown>([160_005, 50_083]);

/** The discussions' way to Discord: plain requests, sent by discord.js at the rate that Discord allows. */
export function openDiscussionDelivery(
	sender: Sender,
	show: (card: Card) => Promise<CardMessage>,
): DiscussionDelivery {
	const servers = openServers(sender);
	const inTime = <Result extends object>(
		work: (signal: AbortSignal) => Promise<Result>,
	): Promise<Result | Trouble> => trying(work, patience, discussionTrouble);
	const send = (channel: string, body: object) =>
		inTime(async (signal) => ({ message: await postMessage(sender.rest(), channel, body, signal) }));
	return {
		channel: (server, channel, member) =>
			inTime((signal) =>
				channelState({ rest: sender.rest(server), servers }, { server, channel, member }, signal),
			),
		open: (opening) => inTime(async (signal) => ({ thread: await open(sender, opening, show, signal) })),
		thread: (thread) =>
			inTime(async (signal) => {
				const found = (await sender.rest().get(Routes.channel(thread), { signal })) as APIThreadChannel;
				return { archived: found.thread_metadata?.archived ?? false };
			}),
		post: async (thread, card, nonce) => send(thread, { ...(await show(card)), nonce, enforce_nonce: true }),
		postPoll: (thread, { question, answers, hours }, nonce) =>
			send(thread, {
				poll: {
					question: { text: label(plainLine(question), limits.pollQuestion) },
					answers: answers.map((text) => ({
						poll_media: { text: label(plainLine(text), limits.pollAnswer) },
					})),
					duration: hours,
				},
				allowed_mentions: { parse: [] },
				nonce,
				enforce_nonce: true,
			}),
		archive: (thread) =>
			inTime(async (signal) => {
				try {
					await sender.rest().patch(Routes.channel(thread), { body: { archived: true }, signal });
				} catch (error) {
					// Somebody was faster.
					if (!(error instanceof DiscordAPIError) || error.code !== 50_083) throw error;
				}
				return { archived: true } as const;
			}),
	};
}

function discussionTrouble(error: unknown): Trouble {
	const { trouble, detail } = troubleOf(error);
	if (error instanceof DiscordAPIError && locked.has(error.code)) return { trouble: 'thread-locked', detail };
	switch (trouble) {
		case 'unreachable':
		case 'no-permission':
		case 'refused':
			return { trouble, detail };
		default:
			return { trouble: 'channel-gone', detail };
	}
}

async function open(
	sender: Sender,
	{ server, channel, forum, card, title, tags, nonce, mark, look }: Opening,
	show: (card: Card) => Promise<CardMessage>,
	signal: AbortSignal,
): Promise<string> {
	const address = { server, channel, nonce, mark };
	const rest = sender.rest(server);
	const as = { rest, me: await sender.me() };
	const shown = await show(card);
	const message = { ...shown, components: marked(shown, mark) };
	const named = {
		name: label(plainLine(title), limits.threadName) || 'Discussion',
		auto_archive_duration: ThreadAutoArchiveDuration.ThreeDays,
	};
	if (forum) {
		const before = look === null ? null : await findForumPost(as, address, look, signal);
		if (before !== null) return before;
		const body = { ...named, message, ...(tags.length > 0 && { applied_tags: tags }) };
		return ((await rest.post(Routes.threads(channel), { body, signal })) as APIChannel).id;
	}
	const before = look === null ? null : await findMessage(as, address, look, signal);
	const body = { ...message, nonce, enforce_nonce: true };
	const id = before ?? (await postMessage(rest, channel, body, signal));
	try {
		await startThread(rest, { channel, message: id }, named, signal);
	} catch (error) {
		// A message without its thread is of no use.
		await rest.delete(Routes.channelMessage(channel, id), { signal }).catch(() => {});
		throw error;
	}
	return id;
}
