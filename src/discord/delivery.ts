import {
	type APIChannel,
	type APIGuildMember,
	type REST,
	Routes,
	ThreadAutoArchiveDuration,
} from 'discord.js';
import type { Card } from '../card.ts';
import {
	type Address,
	type Delivered,
	type Delivery,
	type GiverState,
	isTrouble,
	type Trouble,
} from '../digest/delivery.ts';
import { channelState } from './delivery-checks.ts';
import { findForumPost, findMessage, isForum, isForumType } from './delivery-find.ts';
import { noticePlaces } from './delivery-notice.ts';
import { marked, postMessage, startThread, trying } from './delivery-requests.ts';
import { giverState, roleState } from './delivery-roles.ts';
import { inServer, troubleOf } from './delivery-trouble.ts';
import * as limits from './limits.ts';
import { plainLine } from './plain.ts';
import type { KnownServer } from './servers/known.ts';
import type { Sender } from './servers/sender.ts';
import { openServers } from './servers/servers.ts';
import { label } from './views/cut.ts';
import type { CardMessage } from './views/message.ts';

/** Milliseconds that a step may take. */
const patience = 60_000;

/** The digest's way to Discord: plain requests, sent by discord.js at the rate that Discord allows. */
export function openDelivery(sender: Sender, show: (card: Card) => Promise<CardMessage>): Delivery {
	const servers = openServers(sender);
	/** Runs requests for a server; an error becomes one of the port's failures. */
	const inTime = <Result extends object>(
		server: string,
		work: (signal: AbortSignal, rest: REST) => Promise<Result>,
	): Promise<Result | Trouble> =>
		trying<Result, Trouble>(
			(signal) => work(signal, sender.rest(server)),
			patience,
			(error) => inServer(servers, server, troubleOf(error)),
		);
	/** What is known of a server, or that Discord does not say. */
	const asked = async <State>(server: string, state: (known: KnownServer | null) => State) => {
		try {
			return state(await servers.of(server));
		} catch {
			return { state: 'unknown' } as const;
		}
	};
	const forumIn = async (server: string, channel: string, rest: REST, signal: AbortSignal) => {
		const type = sender.guild(server)?.channels.cache.get(channel)?.type;
		return type === undefined ? isForum(rest, channel, signal) : isForumType(type);
	};
	const bodyOf = async (card: Card, mark: number, role: string | null) => {
		const message = await show(card);
		return {
			flags: message.flags,
			components: marked(message, mark),
			allowed_mentions: { parse: [], ...(role === null ? {} : { roles: [role] }) },
		};
	};

	return {
		post: ({ server, channel, nonce, mark, card, title, role }) =>
			inTime(server, async (signal, rest) => {
				const message = await bodyOf(card, mark, role);
				if (await forumIn(server, channel, rest, signal)) {
					const body = { ...threadNamed(title), message };
					const thread = (await rest.post(Routes.threads(channel), { body, signal })) as APIChannel;
					return { message: thread.id };
				}
				const body = { ...message, nonce, enforce_nonce: true };
				return { message: await postMessage(rest, channel, body, signal) };
			}),

		find: (address, since) =>
			inTime(address.server, async (signal, rest) => {
				const { server, channel } = address;
				// Without these permissions Discord returns no messages, as if there were none.
				const state = channelState(await servers.of(server), channel, false);
				const blind = state.state === 'known' && state.missing.includes('Read Message History');
				if (blind) return { trouble: 'no-permission', detail: 'Read Message History is missing' } as const;
				const isForum = state.state === 'known' ? state.forum : await forumIn(server, channel, rest, signal);
				const find = isForum ? findForumPost : findMessage;
				return { message: await find({ rest, me: await sender.me() }, address, since, signal) };
			}),

		openThread: ({ server, channel }: Address, message, title) =>
			inTime(server, async (signal, rest): Promise<Delivered> => {
				if (await forumIn(server, channel, rest, signal)) return { message };
				await startThread(rest, { channel, message }, threadNamed(title), signal);
				return { message };
			}),

		channel: (server, channel, apart) => asked(server, (known) => channelState(known, channel, apart)),
		role: (server, role) => asked(server, (known) => roleState(known, role)),

		giver: (server, member, role): Promise<GiverState> =>
			inTime(server, (signal) => giverState(servers, { server, member, role }, signal)),

		toggleRole: (server, member, role, { give }) =>
			inTime(server, async (signal, rest) => {
				const { roles } = (await rest.get(Routes.guildMember(server, member), {
					signal,
				})) as APIGuildMember;
				const route = Routes.guildMemberRole(server, member, role);
				const reason = 'The member pressed the button under the digest';
				if (roles.includes(role)) {
					await rest.delete(route, { signal, reason });
					return { done: 'taken' } as const;
				}
				if (!give) return { done: 'not-given' } as const;
				await rest.put(route, { signal, reason });
				return { done: 'given' } as const;
			}),

		notify: async (server, setBy, card) => {
			const message = await show(card);
			let sent: Delivered = { trouble: 'no-permission', detail: 'there is nowhere to tell it' };
			const known = await servers.of(server).catch(() => null);
			for (const place of noticePlaces(sender.rest(server), known, setBy)) {
				sent = await inTime(server, async (signal, rest) => ({
					message: await postMessage(rest, await place(signal), message, signal),
				}));
				if (!isTrouble(sent)) break;
			}
			return sent;
		},
	};
}

function threadNamed(title: string) {
	return {
		name: label(plainLine(title), limits.threadName) || 'Digest',
		auto_archive_duration: ThreadAutoArchiveDuration.OneDay,
	};
}
