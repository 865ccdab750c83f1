import { PermissionFlagsBits, type REST } from 'discord.js';
import { directChannel } from './delivery-requests.ts';
import type { KnownServer } from './servers/known.ts';
import { has, permissionsIn } from './servers/permissions.ts';

/** Gives the channel that a notice is sent to. */
type NoticePlace = (signal: AbortSignal) => Promise<string>;

const toWrite = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;

/**
 * The places where those who manage a server see a notice, best first: the channel for Discord's own updates, then the
 * member who set the digest up, then the server's owner, by direct message; then the channel where Discord welcomes
 * members.
 * @param server null where the bot is not in it, or Discord does not say.
 */
export function noticePlaces(rest: REST, server: KnownServer | null, setBy: string | null): NoticePlace[] {
	const channels = [server?.updatesChannel, server?.systemChannel].map((id) => {
		const channel = server?.channel(id ?? '');
		return server && channel && has(permissionsIn(server, channel, server.me), toWrite)
			? async () => channel.id
			: null;
	});
	const members = [...new Set([...(setBy === null ? [] : [setBy]), ...(server ? [server.owner] : [])])];
	const direct = members.map(
		(member): NoticePlace =>
			(signal) =>
				directChannel(rest, member, signal),
	);
	return [channels[0], ...direct, channels[1]].filter((place): place is NoticePlace => place != null);
}
