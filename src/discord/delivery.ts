import {
	type APIChannel,
	type APIGuildMember,
	type APIMessage,
	type Client,
	DiscordAPIError,
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
import { giverState, roleState } from './delivery-roles.ts';
import { inServer, troubleOf } from './delivery-trouble.ts';
import * as limits from './limits.ts';
import { plainLine } from './plain.ts';
import { label } from './views/cut.ts';
import type { CardMessage } from './views/message.ts';

/** No step takes longer, discord.js's own queues included; it is shorter than a lease. */
const patience = 60_000;
/** "A thread has already been created for this message." */
const hasThread = 160_004;

/** The digest's way to Discord: plain requests, sent by discord.js at the rate that Discord allows. */
export function openDelivery(client: Client<true>, show: (card: Card) => Promise<CardMessage>): Delivery {
	/** Runs requests for a server; an error becomes one of the port's failures. */
	const trying = async <Result extends object>(
		server: string,
		work: (signal: AbortSignal) => Promise<Result>,
	): Promise<Result | Trouble> => {
		try {
			return await work(AbortSignal.timeout(patience));
		} catch (error) {
			return inServer(client, server, troubleOf(error));
		}
	};
	const bodyOf = async (card: Card, mark: number, role: string | null) => {
		const { flags, components } = await show(card);
		const [container, ...more] = components;
		return {
			flags,
			components: container === undefined ? [] : [{ ...container, id: mark }, ...more],
			allowed_mentions: { parse: [], ...(role === null ? {} : { roles: [role] }) },
		};
	};

	return {
		post: ({ server, channel, nonce, mark, card, title, role }) =>
			trying(server, async (signal) => {
				const message = await bodyOf(card, mark, role);
				if (await isForum(client, channel, signal)) {
					const body = { ...threadNamed(title), message };
					const thread = (await client.rest.post(Routes.threads(channel), { body, signal })) as APIChannel;
					return { message: thread.id };
				}
				const body = { ...message, nonce, enforce_nonce: true };
				const posted = (await client.rest.post(Routes.channelMessages(channel), {
					body,
					signal,
				})) as APIMessage;
				return { message: posted.id };
			}),

		find: (address, since) =>
			trying(address.server, async (signal) => {
				// Without these permissions Discord returns no messages, as if there were none.
				const state = channelState(client, address.server, address.channel, false);
				const blind = state.state === 'known' && state.missing.includes('Read Message History');
				if (blind) return { trouble: 'no-permission', detail: 'Read Message History is missing' } as const;
				const find = (await isForum(client, address.channel, signal)) ? findForumPost : findMessage;
				return { message: await find(client, address, since, signal) };
			}),

		openThread: ({ server, channel }: Address, message, title) =>
			trying(server, async (signal): Promise<Delivered> => {
				if (await isForum(client, channel, signal)) return { message };
				try {
					await client.rest.post(Routes.threads(channel, message), { body: threadNamed(title), signal });
				} catch (error) {
					if (!(error instanceof DiscordAPIError) || error.code !== hasThread) throw error;
				}
				return { message };
			}),

		channel: (server, channel, apart) => channelState(client, server, channel, apart),
		role: (server, role) => roleState(client, server, role),

		giver: (server, member, role): Promise<GiverState> =>
			trying(server, (signal) => giverState(client, { server, member, role }, signal)),

		toggleRole: (server, member, role, { give }) =>
			trying(server, async (signal) => {
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
				sent = await trying(server, async (signal) => {
					const channel = await place(signal);
					const body = { ...message };
					const posted = (await client.rest.post(Routes.channelMessages(channel), {
						body,
						signal,
					})) as APIMessage;
					return { message: posted.id };
				});
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
