import type { APIApplicationCommand, APIChannel, APIRole, APIUser } from 'discord-api-types/v10';
import type { RecordedRequest, ShownMessage, Snapshot, SnapshotGuild } from '../../api.ts';

export type Member = SnapshotGuild['members'][number];
/** A channel, thread or direct message: the fields that the page reads, whichever kind it is. */
export type Place = APIChannel;
export type { APIRole, APIUser };

/** What one member knows of the rehearsal: the snapshot, kept up to date. */
export interface World {
	readonly memberId: string;
	readonly applicationId: string;
	readonly bot: APIUser;
	botOnline: boolean;
	readonly guilds: Map<string, SnapshotGuild>;
	/** Channels, threads and direct messages by id. */
	readonly places: Map<string, Place>;
	/** By channel, oldest first. */
	readonly messages: Map<string, ShownMessage[]>;
	/** Channels of which there is nothing older to fetch. */
	readonly complete: Set<string>;
	readonly commands: APIApplicationCommand[];
	faults: Snapshot['faults'];
	/** What this member has set of their own account. */
	account: Snapshot['member'];
	/** The last requests of the bot, oldest first. */
	readonly requests: RecordedRequest[];
	/** Who types in a channel, and until when (ms since 1970). */
	readonly typing: Map<string, Map<string, number>>;
	readonly unread: Set<string>;
}

/** How many messages a snapshot brings of a channel; fewer are all there are. */
const inSnapshot = 50;

export function worldOf(snapshot: Snapshot, requests: readonly RecordedRequest[]): World {
	const places = new Map<string, Place>();
	for (const guild of snapshot.guilds) {
		for (const place of [...guild.channels, ...guild.threads]) places.set(place.id, place);
	}
	for (const place of snapshot.directMessages) places.set(place.id, place);
	const messages = new Map(Object.entries(snapshot.messages).map(([id, list]) => [id, [...list]]));
	const complete = new Set([...places.keys()].filter((id) => (messages.get(id)?.length ?? 0) < inSnapshot));
	return {
		memberId: snapshot.memberId,
		applicationId: snapshot.applicationId,
		bot: snapshot.bot,
		botOnline: snapshot.botOnline,
		guilds: new Map(snapshot.guilds.map((guild) => [guild.id, guild])),
		places,
		messages,
		complete,
		commands: [...snapshot.commands],
		faults: snapshot.faults,
		account: snapshot.member,
		requests: [...requests],
		typing: new Map(),
		unread: new Set(),
	};
}
