// The rehearsal of bench:load, its members and the load balancer in front of the bot, in a process of their own.
import { setTimeout as pause } from 'node:timers/promises';
import { startRehearsal } from 'discord-rehearsal';
import { generator } from '../../src/language/random.ts';
import { type Asked, invent } from './asked.ts';
import { openBalancer, type Upstream } from './balancer.ts';
import { type Judged, judge } from './judged.ts';
import { settingsWriter, type Written } from './writes.ts';

export interface DiscordSetup {
	readonly servers: number;
	/** How many of them have a channel for digests. */
	readonly withDigests: number;
	readonly articles: number;
}
export interface DiscordReady {
	readonly apiUrl: string;
	readonly token: string;
	readonly owner: string;
	/** Members who follow something. */
	readonly followers: readonly string[];
	readonly digests: readonly { readonly server: string; readonly channel: string }[];
}
export type DiscordQuestion =
	| { readonly kind: 'use'; readonly upstreams: readonly Upstream[] }
	| { readonly kind: 'load'; readonly rate: number; readonly seconds: number; readonly writes: boolean }
	| { readonly kind: 'digests' }
	| { readonly kind: 'told'; readonly headlines: readonly string[] };

export interface LoadReport {
	readonly asked: number;
	/** How long it took to ask all, in seconds: more than planned where this process was too busy. */
	readonly seconds: number;
	readonly perSecond: number;
	readonly p50: number;
	readonly p99: number;
	readonly deferred: number;
	/** By outcome. */
	readonly outcomes: Readonly<Record<Judged, number>>;
	/** Answers that were compared with their article. */
	readonly compared: number;
	/** What went wrong, each once, with how often. */
	readonly problems: Readonly<Record<string, number>>;
	/** An answer, for a raw client to give. */
	readonly components: readonly unknown[];
	readonly written: readonly Written[];
	readonly withoutProcess: number;
}

const { servers, withDigests, articles } = JSON.parse(process.argv[2] ?? '{}') as DiscordSetup;
const rehearsal = await startRehearsal({
	...{ port: 0, rateLimits: false, schema: false, keepRequests: 10, keepMessages: 30 },
});
const { member, outsider, foreigner, owner } = rehearsal.guild.members;
const places = Array.from({ length: servers }, (_, number) => {
	const channels = number < withDigests ? ['general', 'digest'] : ['general'];
	const made = rehearsal.addGuild({ name: `Server ${number}`, members: [member], channels });
	return { server: made.id, general: made.channels[0] ?? '', digest: made.channels[1] ?? null };
});
const balancer = await openBalancer();
const random = generator(41);
const writer = settingsWriter(rehearsal, places.slice(-Math.min(50, Math.ceil(servers / 20))));

process.on('disconnect', () => process.exit());
process.on('message', (question: DiscordQuestion) => {
	void answer(question).then((reply) => process.send?.(reply));
});
process.send?.({
	...{ apiUrl: rehearsal.apiUrl, token: rehearsal.token, owner },
	followers: [member, outsider, foreigner],
	digests: places.flatMap(({ server, digest }) => (digest === null ? [] : [{ server, channel: digest }])),
} satisfies DiscordReady);

async function answer(question: DiscordQuestion): Promise<unknown> {
	switch (question.kind) {
		case 'use':
			// A process is ready before its commands are: with Discord those of its last start are there.
			while (!areRegistered()) await pause(100);
			balancer.use(question.upstreams);
			await rehearsal.setInteractionsEndpoint(balancer.url);
			return true;
		case 'load':
			return load(question);
		case 'digests':
			return Object.fromEntries(
				places.flatMap(({ server, digest }) =>
					digest === null
						? []
						: [
								[
									server,
									rehearsal.messages(digest).filter(({ author }) => author.id === rehearsal.botId).length,
								],
							],
				),
			);
		case 'told':
			return question.headlines.map((headline) =>
				[member, outsider, foreigner].map(
					(one) =>
						rehearsal
							.snapshot(one)
							.directMessages.flatMap(({ id }) => rehearsal.messages(id, one))
							.filter((message) => JSON.stringify(message).includes(headline)).length,
				),
			);
	}
}

function areRegistered(): boolean {
	const names = new Set(rehearsal.snapshot(member).commands.map(({ name }) => name));
	return ['quotes', 'article', 'topics', 'speakers', 'search', 'digest'].every((name) => names.has(name));
}

async function load({ rate, seconds, writes }: DiscordQuestion & { kind: 'load' }): Promise<LoadReport> {
	const times: number[] = [];
	const outcomes: Record<Judged, number> = {
		...{ answered: 0, 'turned away': 0, 'archive away': 0, unanswered: 0, wrong: 0 },
	};
	const problems: Record<string, number> = {};
	let compared = 0;
	let deferred = 0;
	let components: readonly unknown[] = [];
	let waiting = 0;
	const one = async ({ input, article }: Asked, compare: boolean) => {
		waiting += 1;
		try {
			const outcome = await rehearsal.interact(input);
			const { judged, why } = judge(outcome, compare ? article : null);
			outcomes[judged] += 1;
			if (compare && article !== null) compared += 1;
			if (why !== null) problems[why] = (problems[why] ?? 0) + 1;
			if (outcome.deferred) deferred += 1;
			if (judged === 'answered') {
				times.push(outcome.ms);
				if (article !== null && input.kind === 'command' && input.name === 'quotes')
					components = outcome.message?.components ?? components;
			}
		} finally {
			waiting -= 1;
		}
	};
	if (writes) writer.begin();
	const began = performance.now();
	let asked = 0;
	while (asked < rate * seconds) {
		const due = Math.min(rate * seconds, Math.ceil(((performance.now() - began) / 1000) * rate));
		for (; asked < due; asked += 1) {
			const place = places[Math.floor(random() * places.length)];
			if (place === undefined) throw new Error('There are no servers.');
			const where = { channelId: place.general, memberId: member };
			void one(invent(random, articles, where), asked % 10 === 0);
		}
		// Until the next is due: to look every millisecond would take as long as many answers.
		await pause(Math.max(1, ((asked + 1) / rate) * 1000 - (performance.now() - began)));
	}
	const took = (performance.now() - began) / 1000;
	while (waiting > 0) await pause(20);
	times.sort((left, right) => left - right);
	const at = (share: number) =>
		times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
	return {
		...{ asked, seconds: took, perSecond: asked / took, p50: at(0.5), p99: at(0.99), deferred, outcomes },
		...{ compared, problems, components, written: writes ? await writer.end() : [] },
		withoutProcess: balancer.refused(),
	};
}
