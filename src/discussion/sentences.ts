import { bold, code, type Sentence } from '../errors.ts';
import type { ChannelState, TroubleKind } from './delivery.ts';

const elsewhere = [' Choose another channel with ', code('where'), '.'] as const;

/** Why no discussion can be opened in a channel, in a sentence for the one who asked; null where it can. */
export function whyNot(state: ChannelState, tags: readonly string[]): Sentence | null {
	if (state.state === 'gone') return ['I do not see that channel.', ...elsewhere];
	if (state.state === 'other') return ['That channel takes no threads.', ...elsewhere];
	const name = bold(`#${state.name}`);
	if (!state.memberMay)
		return ['You may not open ', state.forum ? 'posts' : 'threads', ' in ', name, '.', ...elsewhere];
	if (state.missing.length > 0) {
		const missing = state.missing.join(', ');
		return [
			'In ',
			name,
			` I lack ${missing}. Give me that there, or choose another channel with `,
			code('where'),
			'.',
		];
	}
	if (state.needsTag && tags.length === 0) {
		return ['Posts in ', name, ' need a tag, and none of its tags is a topic of this article.', ...elsewhere];
	}
	return null;
}

/** What went wrong with opening, in a sentence for the one who asked. */
export const openingTroubles: Readonly<Record<TroubleKind, Sentence>> = {
	unreachable: ['Discord did not answer: please try again in a minute.'],
	'no-permission': [
		'Discord does not let me open a thread there: give me Create Public Threads and Send Messages.',
	],
	'channel-gone': ['That channel was deleted.', ...elsewhere],
	'thread-locked': ['That channel takes no messages of mine.', ...elsewhere],
	refused: ['Discord refused the thread. That is a fault of mine; my log says why.'],
};

/** The same of closing. */
export const closingTroubles: Readonly<Record<TroubleKind, Sentence>> = {
	unreachable: ['Discord did not answer: please try again in a minute.'],
	'no-permission': ['I may not write in this thread: give me Send Messages in Threads.'],
	'channel-gone': ['This thread was deleted, so there is nothing to close.'],
	'thread-locked': ['This thread is locked: unlock it, or give me Manage Threads, and close it again.'],
	refused: ['Discord refused the message. That is a fault of mine; my log says why.'],
};

export const noDiscussion =
	'This is no discussion: /discuss close works in a thread that /discuss open has opened.';
export const closedAlready =
	'This discussion was closed already: what was looked up most is further up in the thread.';
export const beingClosed = 'Somebody else is closing this discussion right now.';
export const beingOpened =
	'This article’s discussion is being opened right now: try again in a moment to find it.';
export const mayNotClose =
	'Only who opened this discussion, or those who may manage the server, can close it.';
