import type { Archive } from '../../src/stores/archive.ts';
import type { Written } from './writes.ts';

/**
 * Whether what was acknowledged is there: the last time of day that was, or one that was tried after it, which may have
 * been saved although nobody heard of it.
 */
export async function lostWrites(archive: Pick<Archive, 'digests'>, written: readonly Written[]) {
	let [acknowledged, refused, lost] = [0, 0, 0];
	for (const { server, times } of written) {
		const last = times.findLastIndex((one) => one.acknowledged);
		acknowledged += times.filter((one) => one.acknowledged).length;
		refused += times.filter((one) => !one.acknowledged).length;
		if (last === -1) continue;
		const there = (await archive.digests.settings(server))?.time;
		if (!times.slice(last).some(({ time }) => time === there)) lost += 1;
	}
	return { acknowledged, refused, lost };
}
