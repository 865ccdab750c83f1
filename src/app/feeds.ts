import type { Card } from '../card.ts';
import { shortLine } from '../cards/cut.ts';
import type { Delivery } from '../digest/delivery.ts';
import type { Log } from '../logger.ts';
import { type FeedNotice, type Feeds, openFeeds } from '../sources/feeds/service.ts';
import { feedReading, feedThread } from '../sources/feeds/thread.ts';
import { readingThread } from '../sources/reading-thread.ts';
import type { Web } from '../sources/web/fetch.ts';
import type { Archive } from '../stores/archive.ts';
import { readerFingerprint } from './fingerprint.ts';

interface FeedsOptions {
	readonly archive: Pick<Archive, 'feeds'>;
	readonly web: Web;
	/** Where the archive is, a folder or a database's address, for the reading thread's own connection. */
	readonly archivePlace: string;
	readonly log: Log;
}

/** Opens the feeds with a reading thread of their own. */
export function openTheFeeds({ archive, web, archivePlace, log }: FeedsOptions): Feeds {
	const worker = new URL('./reading-worker.ts', import.meta.url);
	const thread = feedThread(readingThread(worker, feedReading), archivePlace, readerFingerprint());
	return openFeeds({ store: archive.feeds, web, thread, log });
}

/** Tells those who manage a server of a feed that fails, where a digest would tell them that it is paused. */
export function feedNotices({ notify }: Pick<Delivery, 'notify'>): (notice: FeedNotice) => Promise<void> {
	return async (notice) => {
		await notify(notice.server, notice.addedBy, noticeCard(notice));
	};
}

function noticeCard({ address, trouble, since }: FeedNotice): Card {
	return {
		eyebrow: 'Feeds of this server',
		title: since === null ? 'A feed has ended' : 'A feed has failed for a day',
		tone: 'trouble',
		blocks: [
			{ kind: 'text', text: [{ mark: 'code', text: shortLine(address, 200) }] },
			{ kind: 'text', text: [shortLine(trouble, 300)] },
			{
				kind: 'note',
				text: [
					since === null
						? 'It is not asked any more. You are told only once. '
						: 'It is asked again, at longer and longer intervals. You are told only once. ',
					{ mark: 'command', name: 'feeds list' },
					' shows all feeds.',
				],
			},
		],
	};
}
