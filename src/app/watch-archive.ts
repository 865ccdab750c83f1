import type { Log } from '../logger.ts';
import type { Archive } from '../stores/archive.ts';

/** How often to check whether the archive is still there. */
const everyMs = 2_000;

/**
 * Checks at intervals whether the archive is still the one that was opened. What is written after it was deleted or
 * replaced would be lost, so then an error is logged and `onLost` is called, once. @returns a function that stops it.
 */
export function watchArchive(
	archive: Pick<Archive, 'isLost'>,
	log: Log,
	onLost: () => void,
	pauseMs = everyMs,
): () => void {
	const timer = setInterval(async () => {
		const reason = await archive.isLost().then(
			(isLost) => (isLost ? {} : null),
			(err: unknown) => ({ err }),
		);
		if (reason === null) return;
		clearInterval(timer);
		log.error(
			reason,
			'the archive was deleted or replaced while the bot was running: the bot ends, and opens what is there when it is started again',
		);
		onLost();
	}, pauseMs);
	timer.unref();
	return () => clearInterval(timer);
}
