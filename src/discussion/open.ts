import type { Card } from '../card.ts';
import { UserError } from '../errors.ts';
import { foldedKey } from '../language/fold.ts';
import type { ArticleLine } from '../library/library.ts';
import { markOfKey, nonceOfKey } from '../nonce.ts';
import type { DiscussionPlace } from '../stores/discussions.ts';
import { isTrouble } from '../trouble.ts';
import type { DiscussionContext } from './context.ts';
import type { ChannelState } from './delivery.ts';
import { pollOf } from './poll.ts';
import { asksIn, questionsOf } from './questions/questions.ts';
import { questionsCard } from './questions-card.ts';
import { beingOpened, openingTroubles, whyNot } from './sentences.ts';

export interface OpenRequest {
	readonly server: string;
	/** Where it was asked for, and where it is to be opened where that is another channel. */
	readonly channel: string;
	readonly member: string;
	/** As `Library.article` takes it. */
	readonly article: string | undefined;
	readonly poll: boolean;
	/** The card that the thread begins with. */
	readonly brief: (article: string) => Promise<Card>;
}

export interface Opened {
	readonly thread: string;
	readonly article: ArticleLine;
	/** Whether it was open before. */
	readonly before: { readonly archived: boolean } | null;
	/** What could not be done, each in a sentence. */
	readonly notes: readonly string[];
}

/** Longer than opening takes: each request ends after a minute. */
const leaseMs = 3 * 60_000;
/** Discord: tags of a post. */
const mostTags = 5;

/** Opens the thread of an article's discussion with the brief and the questions, or finds the one that is open. */
export async function openDiscussion(request: OpenRequest, context: DiscussionContext): Promise<Opened> {
	const { store, libraryOf, delivery } = context;
	const { server, member } = request;
	const library = libraryOf(server);
	const { id, topics } = await library.article(request.article);
	const line = await library.line(id);
	if (line === null) throw new UserError('That article was just removed from the library.');
	const state = await delivery.channel(server, request.channel, member);
	if (isTrouble(state)) throw new UserError(openingTroubles[state.trouble]);
	const tags = tagsFor(state, topics);
	const refusal = whyNot(state, tags);
	if (refusal !== null || state.state !== 'known') throw new UserError(refusal ?? 'That channel is gone.');

	const place = { server, channel: state.id, article: id };
	const begun = await begin(place, member, context);
	if ('thread' in begun) return { thread: begun.thread, article: line, before: begun, notes: [] };
	const key = ['discussion', server, state.id, id, String(begun.startedAt)];
	try {
		const opened = await delivery.open({
			server,
			channel: state.id,
			forum: state.forum,
			card: await request.brief(id),
			title: line.headline,
			tags,
			nonce: nonceOfKey(...key),
			mark: markOfKey(...key),
			look: begun.again ? begun.startedAt : null,
		});
		if (isTrouble(opened)) {
			context.log.warn({ ...place, ...opened }, 'a discussion could not be opened');
			throw new UserError(openingTroubles[opened.trouble]);
		}
		await store.opened(place, context.holder, opened.thread);
		const notes = await ask(opened.thread, line, { ...request, mayPoll: state.mayPoll }, context);
		return { thread: opened.thread, article: line, before: null, notes };
	} catch (error) {
		// Does nothing where it was opened.
		await store.abandon(place, context.holder);
		throw error;
	}
}

/** Claims the opening; a thread that was deleted is forgotten, and a new one is opened. */
async function begin(
	place: DiscussionPlace,
	member: string,
	{ store, delivery, holder }: DiscussionContext,
): Promise<{ startedAt: number; again: boolean } | { thread: string; archived: boolean }> {
	for (let tries = 0; tries < 3; tries++) {
		const begun = await store.begin(place, { holder, leaseMs, member });
		if (begun.state === 'opening') throw new UserError(beingOpened);
		if (begun.state === 'begun') return begun;
		const there = await delivery.thread(begun.thread);
		if (!isTrouble(there)) return { thread: begun.thread, archived: there.archived };
		if (there.trouble !== 'channel-gone') throw new UserError(openingTroubles[there.trouble]);
		await store.forget(begun.thread);
	}
	throw new UserError(beingOpened);
}

/** Posts the questions, and a poll where it is wanted. What fails is only noted: the thread is there. */
async function ask(
	thread: string,
	line: ArticleLine,
	{ server, poll, mayPoll }: OpenRequest & { readonly mayPoll: boolean },
	{ libraryOf, delivery, log }: DiscussionContext,
): Promise<readonly string[]> {
	const library = libraryOf(server);
	const [article, { groups }, { comments }] = await Promise.all([
		library.article(line.id),
		library.quotes({ article: line.id }),
		library.comments({ article: line.id, sort: 'threads', seed: 0 }),
	]);
	const utterances = groups.flatMap((group) => group.utterances);
	const questions = questionsOf({ ...article, utterances, comments });
	const none = asksIn(article.language)
		? 'This article gives no question to start with.'
		: 'Questions are made only of articles in English.';
	const posted = await delivery.post(
		thread,
		questionsCard(line, questions, none),
		nonceOfKey('questions', thread),
	);
	if (isTrouble(posted)) {
		log.warn({ thread, ...posted }, 'the questions of a discussion could not be posted');
		return ['The questions could not be posted there.'];
	}
	if (!poll) return [];
	if (!mayPoll) return ['Without a poll: there I lack the permission Create Polls.'];
	const made = pollOf(questions);
	if (made === null) return ['Without a poll: none of the questions has answers to choose from.'];
	const sent = await delivery.postPoll(thread, made, nonceOfKey('poll', thread));
	return isTrouble(sent) ? ['Discord did not take the poll.'] : [];
}

/** The tags of a forum that are topics of the article. */
function tagsFor(state: ChannelState, topics: readonly string[]): readonly string[] {
	if (state.state !== 'known') return [];
	const keys = new Set(topics.map(foldedKey));
	return state.tags
		.filter(({ name }) => keys.has(foldedKey(name)))
		.map(({ id }) => id)
		.slice(0, mostTags);
}
