// The rehearsal of bench:digest, in a process of its own: servers, faults on demand, and a count at the end.
import type { Fault } from 'discord-rehearsal';
import { startRehearsal } from 'discord-rehearsal';
import { runFast } from './fast-clock.ts';

export interface ServerSetup {
	readonly servers: number;
	readonly since: number;
	readonly speed: number;
}
export interface Ready {
	readonly apiUrl: string;
	readonly token: string;
	readonly owner: string;
	readonly places: readonly { readonly server: string; readonly channel: string }[];
}
/** How many channels have how many messages of the bot. */
export type Tally = Readonly<Record<number, number>>;

const { servers, since, speed } = JSON.parse(process.argv[2] ?? '{}') as ServerSetup;
runFast(since, speed);
const rehearsal = await startRehearsal({
	port: 0,
	rateLimits: false,
	schema: false,
	keepMessages: 100,
	keepRequests: 10,
});
const places = Array.from({ length: servers }, (_, number) => {
	const { id: server, channels } = rehearsal.addGuild({ name: `Server ${number}` });
	return { server, channel: channels[0] ?? '' };
});
const { apiUrl, token, guild, botId } = rehearsal;
process.on('message', (message: Fault | 'count') => {
	if (message !== 'count') {
		rehearsal.fault(message);
		return;
	}
	const tally: Record<number, number> = {};
	for (const { channel } of places) {
		const count = rehearsal.messages(channel).filter(({ author }) => author.id === botId).length;
		tally[count] = (tally[count] ?? 0) + 1;
	}
	process.send?.(tally);
});
process.send?.({ apiUrl, token, owner: guild.members.owner, places } satisfies Ready);
