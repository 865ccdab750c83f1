// `npm run --silent bench:interactions`: how much more an answer of Verbatim costs than one of a bare discord.js
// client with the same, constant answer. Both run in turn in processes of their own against one rehearsal in
// another. JSON.
import type { ChildProcess } from 'node:child_process';
import type { LoadReport } from './interactions/load.ts';
import { ask, end, median, next, rounded, start } from './processes.ts';

const rates = [100, 500];
const rounds = Number(process.argv[2] ?? 3);
const seconds = Number(process.argv[3] ?? 8);

interface Measured {
	readonly p50: number;
	readonly p99: number;
	/** Milliseconds of CPU an interaction. */
	readonly cpu: number;
	readonly deferred: number;
	readonly failed: number;
}

const files = {
	verbatim: new URL('./interactions/verbatim.ts', import.meta.url),
	raw: new URL('./interactions/raw.ts', import.meta.url),
};
const load = start(new URL('./interactions/load.ts', import.meta.url));
const discord = await next<{ apiUrl: string; token: string }>(load);
const results = rates.map(() => ({ verbatim: [] as Measured[], raw: [] as Measured[] }));
let components: readonly unknown[] = [];

for (let round = 0; round < rounds; round += 1) {
	for (const side of ['verbatim', 'raw'] as const) {
		const bot = start(files[side]);
		await ask(bot, { ...discord, components });
		const warm = await ask<LoadReport>(load, { rate: 200, seconds: 3 });
		if (side === 'verbatim') components = withoutIds(warm.components);
		for (const [index, rate] of rates.entries()) results[index]?.[side].push(await measure(bot, rate));
		await end(bot);
	}
}
await end(load);
console.log(JSON.stringify({ rounds, seconds, rates: rates.map(summary) }, null, '\t'));

async function measure(bot: ChildProcess, rate: number): Promise<Measured> {
	const before = await ask<number>(bot, {});
	const { p50, p99, answered, deferred, failed } = await ask<LoadReport>(load, { rate, seconds });
	const cpu = ((await ask<number>(bot, {})) - before) / answered;
	return { p50, p99, cpu, deferred, failed };
}

function summary(rate: number, index: number) {
	const { verbatim = [], raw = [] } = results[index] ?? {};
	const of = (measured: readonly Measured[]) => ({
		p50Ms: rounded(median(measured.map(({ p50 }) => p50))),
		p99Ms: rounded(median(measured.map(({ p99 }) => p99))),
		cpuMs: rounded(median(measured.map(({ cpu }) => cpu))),
		deferred: measured.reduce((sum, { deferred }) => sum + deferred, 0),
		failed: measured.reduce((sum, { failed }) => sum + failed, 0),
	});
	const ratio = (what: 'p50' | 'p99' | 'cpu') =>
		rounded(median(verbatim.map((one, round) => one[what] / (raw[round]?.[what] ?? Number.NaN))));
	return {
		perSecond: rate,
		raw: of(raw),
		verbatim: of(verbatim),
		ratio: { p50: ratio('p50'), p99: ratio('p99'), cpu: ratio('cpu') },
	};
}

/** Discord numbers the components of a message; messages are sent without numbers. */
function withoutIds(value: readonly unknown[]): readonly unknown[] {
	return JSON.parse(
		JSON.stringify(value, (key, inner: unknown) =>
			key === 'id' && typeof inner === 'number' ? undefined : inner,
		),
	);
}
