import {
	type APIChannel,
	type APIGuildMember,
	type Client,
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
import { findForumPost, findMessage, isForum } from './delivery-find.ts';
import { noticePlaces } from './delivery-notice.ts';
import { marked, postMessage, startThread, trying } from './delivery-requests.ts';
import { giverState, roleState } from './delivery-roles.ts';
import { inServer, troubleOf } from './delivery-trouble.ts';
import * as limits from './limits.ts';
import { plainLine } from './plain.ts';
import { label } from './views/cut.ts';
import type { CardMessage } from './views/message.ts';

/** Milliseconds that a step may take. */
const patience = 60_000;

/** The digest's way to Discord: plain requests, sent by discord.js at the rate that Discord allows. */
export function openDelivery(client: Client<true>, show: (card: Card) => Promise<CardMessage>): Delivery {
	/** Runs requests for a server; an error becomes one of the port's failures. */
	const inTime = <Result extends object>(
		server: string,
		work: (signal: AbortSignal) => Promise<Result>,
	): Promise<Result | Trouble> =>
		trying(work, patience, (error) => inServer(client, server, troubleOf(error)));
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
			inTime(server, async (signal) => {
				const message = await bodyOf(card, mark, role);
				if (await isForum(client, channel, signal)) {
					const body = { ...threadNamed(title), message };
					const thread = (await client.rest.post(Routes.threads(channel), { body, signal })) as APIChannel;
					return { message: thread.id };
				}
				const body = { ...message, nonce, enforce_nonce: true };
				return { message: await postMessage(client, channel, body, signal) };
			}),

		find: (address, since) =>
			inTime(address.server, async (signal) => {
				// Without these permissions Discord returns no messages, as if there were none.
				const state = channelState(client, address.server, address.channel, false);
				const blind = state.state === 'known' && state.missing.includes('Read Message History');
				if (blind) return { trouble: 'no-permission', detail: 'Read Message History is missing' } as const;
				const find = (await isForum(client, address.channel, signal)) ? findForumPost : findMessage;
				return { message: await find(client, address, since, signal) };
			}),

		openThread: ({ server, channel }: Address, message, title) =>
			inTime(server, async (signal): Promise<Delivered> => {
				if (await isForum(client, channel, signal)) return { message };
				await startThread(client, { channel, message }, threadNamed(title), signal);
				return { message };
			}),

		channel: (server, channel, apart) => channelState(client, server, channel, apart),
		role: (server, role) => roleState(client, server, role),

		giver: (server, member, role): Promise<GiverState> =>
			inTime(server, (signal) => giverState(client, { server, member, role }, signal)),

		toggleRole: (server, member, role, { give }) =>
			inTime(server, async (signal) => {
				const { roles } = (await client.rest.get(Routes.guildMember(server, member), {
					signal,
				})) as APIGuildMember;
				const route = Routes.guildMemberRole(server, member, role);
				const reason = 'The member pressed the button under the digest';
				if (roles.includes(role)) {
					await client.rest.delete(route, { signal, reason });
					return { done: 'taken' } as const;
				}
				if (!give) return { done: 'not-given' } as const;
				await client.rest.put(route, { signal, reason });
				return { done: 'given' } as const;
			}),

		notify: async (server, setBy, card) => {
			const message = await show(card);
			let sent: Delivered = { trouble: 'no-permission', detail: 'there is nowhere to tell it' };
			for (const place of noticePlaces(client, server, setBy)) {
				sent = await inTime(server, async (signal) => ({
					message: await postMessage(client, await place(signal), message, signal),
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
