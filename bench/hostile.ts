// `node --expose-gc bench/hostile.ts [WORDS…]`: tries what docs/hostile.md lists (or the cases with these words in their
// name), and prints a row of that table for each, with what it cost: seconds of processor, megabytes over what was there
// before, and the longest time that the main thread worked without a break, in milliseconds.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { groups } from '../tests/sources/web/hostile/all.ts';
import { openArena } from '../tests/sources/web/hostile/arena.ts';
import type { Where } from '../tests/sources/web/hostile/case.ts';
import { watchBlocking } from './hostile/blocked.ts';

const words = process.argv.slice(2).join(' ');
const site = fork(new URL('./hostile/site.ts', import.meta.url));
const [where] = (await once(site, 'message')) as [Where];
const askSite = async (name: string) => {
	const answered = once(site, 'message');
	site.send(name);
	const [reached] = (await answered) as [number];
	return reached;
};
const arena = await openArena({
	where,
	play: async ({ name }) => void (await askSite(name)),
	reached: () => askSite(''),
	close: () => site.disconnect(),
});
const worst = { cpu: 0, memory: 0, blocked: 0 };
let reached = 0;
for (const [group, cases] of groups) {
	console.log(`\n## ${group}\n`);
	for (const one of cases.filter(({ name }) => name.includes(words))) {
		globalThis.gc?.();
		const before = { cpu: process.cpuUsage(), memory: process.memoryUsage.rss() };
		let memory = 0;
		const watch = setInterval(() => {
			memory = Math.max(memory, process.memoryUsage.rss() - before.memory);
		}, 20);
		const blocking = watchBlocking();
		const result = await arena.run(one);
		const blocked = blocking.stop();
		clearInterval(watch);
		const { user, system } = process.cpuUsage(before.cpu);
		const cost = { cpu: (user + system) / 1e6, memory: memory / 1024 / 1024, blocked };
		for (const key of ['cpu', 'memory', 'blocked'] as const) worst[key] = Math.max(worst[key], cost[key]);
		reached += result.reached;
		const figures = `${cost.cpu.toFixed(2)} s, ${cost.memory.toFixed(0)} MB, ${cost.blocked.toFixed(1)} ms`;
		console.log(`| ${one.name} | ${result.said} | ${figures}`);
	}
}
console.log(
	`\nmost: ${worst.cpu.toFixed(2)} s, ${worst.memory.toFixed(0)} MB, ${worst.blocked.toFixed(1)} ms; reached inside: ${reached}`,
);
await arena.close();
