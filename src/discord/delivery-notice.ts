import { type Client, PermissionFlagsBits } from 'discord.js';
import { directChannel } from './delivery-requests.ts';

/** Gives the channel that a notice is sent to. */
type NoticePlace = (signal: AbortSignal) => Promise<string>;

const toWrite = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;

/**
 * The places where those who manage a server see a notice, best first: the channel for Discord's own updates, then the
 * member who set the digest up, then the server's owner, by direct message; then the channel where Discord welcomes
 * members.
 */
export function noticePlaces(client: Client, server: string, setBy: string | null): NoticePlace[] {
	const guild = client.guilds.cache.get(server);
	const me = guild?.members.me;
	const channels = [guild?.publicUpdatesChannel, guild?.systemChannel].map((channel) =>
		channel && me && channel.permissionsFor(me).has(toWrite) ? async () => channel.id : null,
	);
	const members = [...new Set([...(setBy === null ? [] : [setBy]), ...(guild ? [guild.ownerId] : [])])];
	const direct = members.map(
		(member): NoticePlace =>
			(signal) =>
				directChannel(client, member, signal),
	);
	return [channels[0], ...direct, channels[1]].filter((place): place is NoticePlace => place != null);
}
