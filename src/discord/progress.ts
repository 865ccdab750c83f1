import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Card } from '../card.ts';
import type { Answer } from './answer.ts';
import { editEvery } from './limits.ts';
import type { Views } from './views/views.ts';

/** Cards of a command that is still at work, shown in the message that waits for its answer. */
export interface Progress {
	/** Shows a card in place of the one before it, as soon as the next edit is due. */
	readonly push: (card: Card) => void;
	/** From now on there is a message to edit. */
	start(edit: (answer: Answer) => Promise<void>): void;
	/** Resolves when no edit is under way, and none will begin: the answer itself comes next. */
	stop(): Promise<void>;
}

/** @param every milliseconds from the end of one edit to the next. */
export function openProgress(
	{ views, log }: { readonly views: Views; readonly log: Logger },
	every = editEvery,
): Progress {
	const over = new AbortController();
	let latest: Card | null = null;
	let edit: ((answer: Answer) => Promise<void>) | null = null;
	let working: Promise<void> | null = null;

	const work = async () => {
		while (latest !== null && edit !== null && !over.signal.aborted) {
			const card = latest;
			latest = null;
			try {
				await edit({ message: await views.show(card), trouble: false });
			} catch (err) {
				// The answer still comes, and says what there is to say.
				log.info({ err }, 'the progress of an answer could not be shown');
			}
			await pause(every, undefined, { signal: over.signal }).catch(() => {});
		}
		working = null;
	};
	const wake = () => {
		if (edit !== null && latest !== null) working ??= work();
	};
	return {
		push(card) {
			latest = card;
			wake();
		},
		start(send) {
			edit = send;
			wake();
		},
		async stop() {
			over.abort();
			await working;
		},
	};
}
