import type { BotProcess } from './bots.ts';

export interface Memory {
	/** Of each process, in MB: after a minute, and at the end. */
	readonly afterAMinuteMb: readonly number[];
	readonly atTheEndMb: readonly number[];
	/** By how much they grew in between, in hundredths. */
	readonly grownPercent: readonly number[];
}

const every = 2_000;
/** Each figure is the middle one of so many, since memory goes up and down with the garbage collector. */
const together = 15;

/** Looks at the memory of processes until it is stopped. */
export function memoryOf(bots: readonly Pick<BotProcess, 'rss'>[]): { stop(): Memory } {
	const seen: number[][] = bots.map(() => []);
	const timer = setInterval(() => {
		for (const [index, bot] of bots.entries()) void bot.rss().then((mb) => seen[index]?.push(mb));
	}, every);
	const middle = (some: readonly number[]) =>
		some.toSorted((one, other) => one - other)[some.length >> 1] ?? 0;
	return {
		stop() {
			clearInterval(timer);
			const first = seen.map((all) => middle(all.slice(60_000 / every, 60_000 / every + together)));
			const last = seen.map((all) => middle(all.slice(-together)));
			return {
				afterAMinuteMb: first.map(Math.round),
				atTheEndMb: last.map(Math.round),
				grownPercent: last.map((mb, index) => Math.round((mb / (first[index] ?? mb) - 1) * 1_000) / 10),
			};
		},
	};
}
