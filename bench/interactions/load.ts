// A process of its own: the rehearsal, and members who use a command at a steady rate, whether or not the answers
// keep up.
import { setTimeout as pause } from 'node:timers/promises';
import type { Outcome } from 'discord-rehearsal';
import { startRehearsal } from 'discord-rehearsal';

export interface LoadRequest {
	/** A second. */
	readonly rate: number;
	readonly seconds: number;
}

export interface LoadReport {
	readonly answered: number;
	readonly deferred: number;
	readonly failed: number;
	/** Milliseconds from the click to the acknowledgement. */
	readonly p50: number;
	readonly p99: number;
	/** The last answer shown. */
	readonly components: readonly unknown[];
}

const rehearsal = await startRehearsal({
	port: 0,
	rateLimits: false,
	schema: false,
	keepRequests: 10,
	keepMessages: 100,
});
process.send?.({ apiUrl: rehearsal.apiUrl, token: rehearsal.token });
process.on('message', (request: LoadRequest) => {
	void run(request).then((report) => process.send?.(report));
});
process.on('disconnect', () => process.exit());

async function run({ rate, seconds }: LoadRequest): Promise<LoadReport> {
	const going: Promise<Outcome>[] = [];
	const start = performance.now();
	while (going.length < rate * seconds) {
		const due = Math.min(rate * seconds, Math.ceil(((performance.now() - start) / 1000) * rate));
		while (going.length < due)
			going.push(rehearsal.interact({ kind: 'command', name: 'quotes', until: 'answered' }));
		await pause(1);
	}
	const outcomes = await Promise.all(going);
	const times = outcomes.map(({ ms }) => ms).sort((one, other) => one - other);
	const at = (share: number) =>
		times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
	return {
		answered: outcomes.filter(({ message }) => message !== null).length,
		deferred: outcomes.filter(({ deferred }) => deferred).length,
		failed: outcomes.filter(({ problem }) => problem !== null).length,
		p50: at(0.5),
		p99: at(0.99),
		components: outcomes.at(-1)?.message?.components ?? [],
	};
}
