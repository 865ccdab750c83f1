import { LRUCache } from 'lru-cache';
import type { Piscina } from 'piscina';
import { UserError } from '../errors.ts';
import type { Log } from '../logger.ts';
import type { ChartRequest, PictureRequest, Pictures } from './picture.ts';

/** How many are drawn or wait. */
const mostWaiting = 20;
/** How many pictures are kept for the next one who asks; each has some 100 kB. */
const mostKept = 30;
const idleMs = 60_000;
const mostMegabytes = 256;

/**
 * Draws in a thread of its own, which the gateway never waits for; it ends when nothing was drawn for a minute.
 * @param patienceMs what a picture may take, the first of a script some hundred milliseconds; more is a fault.
 */
export function openPictures(
	log: Log,
	{ file = new URL('./worker.ts', import.meta.url), patienceMs = 5_000 } = {},
): Pictures {
	const kept = new LRUCache<string, Promise<Uint8Array>>({ max: mostKept });
	let pool: Promise<Piscina> | undefined;
	let underWay = 0;
	const start = async (): Promise<Piscina> => {
		const { Piscina } = await import('piscina');
		const piscina = new Piscina({
			filename: file.href,
			minThreads: 0,
			maxThreads: 1,
			idleTimeout: idleMs,
			resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
		});
		piscina.on('error', () => {});
		return piscina;
	};
	const drawn = async (request: PictureRequest | ChartRequest): Promise<Uint8Array> => {
		if (underWay === mostWaiting)
			throw new UserError('Many pictures are being drawn just now. Please try again in a few seconds.');
		underWay++;
		pool ??= start();
		const signal = AbortSignal.timeout(patienceMs);
		try {
			return new Uint8Array((await (await pool).run(request, { signal })) as ArrayBuffer);
		} catch (err) {
			log.error({ err }, 'a picture could not be drawn');
			if (signal.aborted)
				throw new UserError('The picture took too long to draw. The words are on the card.');
			throw new UserError('I cannot draw pictures here; the log says why. The words are on the card.');
		} finally {
			underWay--;
		}
	};
	return {
		draw(request) {
			const key = JSON.stringify(request);
			const before = kept.get(key);
			if (before) return before;
			const picture = drawn(request);
			kept.set(key, picture);
			picture.catch(() => kept.delete(key));
			return picture;
		},
		async close() {
			await (await pool)?.destroy();
		},
	};
}
