import type { Outcome, Rehearsal } from 'discord-rehearsal';
import { afterAll, beforeAll } from 'vitest';
import type { Site } from '../sources/web/site.ts';
import { startFerrySite } from './ferry-site.ts';
import { read, settled } from './settled.ts';
import { type ShippedBot, startShippedBot } from './shipped-bot.ts';

/** What a member gives to a slash command. */
export type Options = Parameters<Rehearsal['interact']>[0] extends infer Input
	? Input extends { kind: 'command'; options?: infer O }
		? NonNullable<O>
		: never
	: never;

/** Who uses a command, and where. */
interface Where {
	readonly memberId?: string;
	readonly channelId?: string;
	readonly inDirectMessage?: boolean;
}

/** For one test file, a bot that members give articles to, and a site of news about a ferry that it may fetch from. */
export function addingBot() {
	const at = {} as { news: Site; shipped: ShippedBot; rehearsal: Rehearsal };
	beforeAll(async () => {
		at.news = await startFerrySite();
		const reach = {
			allow: new Set([`127.0.0.1:${at.news.port}`]),
			turns: { everyMs: 0, longestWaitMs: 1_000 },
		};
		at.shipped = await startShippedBot({}, { reach });
		at.rehearsal = at.shipped.rehearsal;
	}, 60_000);
	afterAll(async () => {
		await at.shipped.close();
		at.news.close();
	});

	/** What a member reads who uses a command. */
	const ask = async (name: string, options: Options = {}, where: Where = {}) =>
		read(
			await settled(
				at.rehearsal,
				await at.rehearsal.interact({ kind: 'command', name, options, until: 'answered', ...where }),
			),
		);
	return {
		at,
		settled: (outcome: Outcome) => settled(at.rehearsal, outcome),
		ask,
		addLink: (path: string, where: Where = {}) =>
			ask('add link', { address: `${at.news.address}${path}` }, where),
		owner: () => ({ memberId: at.rehearsal.guild.members.owner }),
	};
}
