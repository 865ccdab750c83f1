import { UserError } from '../errors.ts';
import type { Library } from '../library/library.ts';
import { nonceOfKey } from '../nonce.ts';
import type { Discussion } from '../stores/discussions.ts';
import { isTrouble } from '../trouble.ts';
import type { DiscussionContext } from './context.ts';
import { beingClosed, closedAlready, closingTroubles, mayNotClose, noDiscussion } from './sentences.ts';
import { summaryCard } from './summary-card.ts';

export interface Asker {
	readonly member: string;
	readonly mayManageServer: boolean;
}

/** Longer than posting takes. */
const leaseMs = 2 * 60_000;
/** How many of each kind the summary names. */
const mostNamed = 5;

/** Posts what was looked up most in a thread, once, and notes that it is closed. */
export async function closeDiscussion(
	{ server, thread, asker }: { readonly server: string; readonly thread: string; readonly asker: Asker },
	{ store, libraryOf, delivery, holder, log }: DiscussionContext,
): Promise<void> {
	const discussion = await store.discussion(thread);
	if (discussion === null || discussion.server !== server) throw new UserError(noDiscussion);
	if (asker.member !== discussion.openedBy && !asker.mayManageServer) throw new UserError(mayNotClose);
	if (!(await store.beginClosing(thread, { holder, leaseMs }))) {
		const now = await store.discussion(thread);
		throw new UserError(now?.state === 'closing' ? beingClosed : closedAlready);
	}
	let state: 'closed' | 'open' = 'open';
	try {
		const card = await summary(discussion, libraryOf(server), store);
		const posted = await delivery.post(thread, card, nonceOfKey('closing', thread));
		if (isTrouble(posted)) {
			log.warn({ thread, ...posted }, 'a discussion could not be closed');
			if (posted.trouble === 'channel-gone') await store.forget(thread);
			throw new UserError(closingTroubles[posted.trouble]);
		}
		state = 'closed';
	} finally {
		await store.endClosing(thread, holder, state);
	}
}

async function summary(
	{ thread, article: id }: Discussion,
	library: Library,
	store: DiscussionContext['store'],
) {
	const counted = await store.counted(thread, mostNamed);
	const line = await library.line(id);
	if (line === null) return summaryCard(counted, null);
	const { groups } = await library.quotes({ article: id });
	const { paragraphs } = await library.article(id);
	return summaryCard(counted, { line, paragraphs, utterances: groups.flatMap((group) => group.utterances) });
}
