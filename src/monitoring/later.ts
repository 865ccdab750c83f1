import type { Metrics } from './metrics.ts';

/** Metrics whose library is loaded when somebody first asks for them, or when the start is over. */
export interface LaterMetrics extends Metrics {
	/** Loads it; what was told before is counted then. */
	load(): Promise<void>;
}

/** So many of the events that are told before are kept: a start tells some dozens, and a first look at a full folder more. */
const mostKept = 1_000;

/** Metrics that take no time of the start: what is told meanwhile waits, in its order. */
export function openMetricsLater(
	open: () => Promise<Metrics> = async () => (await import('./metrics.ts')).openMetrics(),
): LaterMetrics {
	const waiting: ((metrics: Metrics) => void)[] = [];
	/** All are kept: there are a few, and one that was lost would be missing for good. */
	const gauges: Parameters<Metrics['gauge']>[] = [];
	let metrics: Metrics | null = null;
	let opening: Promise<Metrics> | null = null;
	const opened = () => {
		opening ??= open().then((made) => {
			metrics = made;
			for (const gauge of gauges) made.gauge(...gauge);
			for (const tell of waiting.splice(0)) tell(made);
			return made;
		});
		return opening;
	};
	const tell = (what: (metrics: Metrics) => void) => {
		if (metrics !== null) what(metrics);
		else if (waiting.length < mostKept) waiting.push(what);
	};
	return {
		command: (...told) => tell((to) => to.command(...told)),
		interaction: (...told) => tell((to) => to.interaction(...told)),
		turnedAway: () => tell((to) => to.turnedAway()),
		store: (...told) => tell((to) => to.store(...told)),
		cache: (...told) => tell((to) => to.cache(...told)),
		gauge(...told) {
			if (metrics === null) gauges.push(told);
			else metrics.gauge(...told);
		},
		text: async () => (await opened()).text(),
		load: async () => void (await opened()),
	};
}
