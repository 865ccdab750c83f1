import { setTimeout as pause } from 'node:timers/promises';
import type { Rehearsal } from 'discord-rehearsal';
import { readMessage } from 'discord-rehearsal/text';

/** What a member who manages a server was told of a change of its digest. */
export interface Written {
	readonly server: string;
	/** The times of day that were asked for, in order, and whether each was acknowledged. */
	readonly times: readonly { readonly time: string; readonly acknowledged: boolean }[];
}

const failing = /archive|went wrong|connecting/u;

/** Managers of some servers who change the time of their digest again and again, and note what was acknowledged. */
export function settingsWriter(
	rehearsal: Rehearsal,
	places: readonly { readonly server: string; readonly general: string }[],
): { begin(): void; end(): Promise<readonly Written[]> } {
	let going = false;
	let working: Promise<Written>[] = [];
	const write = async (server: string, channel: string): Promise<Written> => {
		const times: { time: string; acknowledged: boolean }[] = [];
		for (let minute = 0; going; minute = (minute + 1) % 60) {
			const time = `03:${String(minute).padStart(2, '0')}`;
			const outcome = await rehearsal.interact({
				...{ kind: 'command', name: 'digest set', channelId: channel, until: 'answered' },
				memberId: rehearsal.guild.members.owner,
				options: { channel, time, timezone: 'UTC' },
			});
			const said = readMessage(outcome.message?.components ?? []);
			times.push({
				time,
				acknowledged: outcome.message !== null && !failing.test(said) && said.includes(time),
			});
			await pause(2_000 + Math.random() * 2_000);
		}
		return { server, times };
	};
	return {
		begin() {
			going = true;
			working = places.map(({ server, general }) => write(server, general));
		},
		async end() {
			going = false;
			return Promise.all(working);
		},
	};
}
