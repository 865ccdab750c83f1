const minute = 60_000;
const periods: Readonly<Record<string, number>> = {
	hourly: 60 * minute,
	daily: 24 * 60 * minute,
	weekly: 7 * 24 * 60 * minute,
	monthly: 30 * 24 * 60 * minute,
	yearly: 365 * 24 * 60 * minute,
};

/** Milliseconds between two requests that a feed asks for: RSS's ttl in minutes, or the syndication module's period. */
export function updatePeriod(
	ttl: number | undefined,
	sy: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined,
): number | null {
	if (ttl !== undefined && Number.isFinite(ttl) && ttl > 0) return ttl * minute;
	const period = periods[sy?.updatePeriod?.trim().toLowerCase() ?? ''];
	if (period === undefined) return null;
	const times = sy?.updateFrequency ?? 1;
	return Number.isFinite(times) && times >= 1 ? period / times : period;
}
