import { randomUUID } from 'node:crypto';
import { Connection } from '../connection.ts';
import { bold, code, typed, UserError } from '../errors.ts';
import { foldedKey, typedWords, words } from '../language/fold.ts';
import { nonceOfKey } from '../nonce.ts';
import type { Follow, NewFollow } from '../stores/follows.ts';
import { isTrouble } from '../trouble.ts';
import type { FollowContext, FollowOptions } from './context.ts';
import type { FollowDelivery } from './delivery.ts';
import { FollowRunner } from './runner.ts';
import { mentioned } from './send.ts';
import { welcomeCard } from './welcome-card.ts';

export type { EndReason, Follow } from '../stores/follows.ts';

/** What commands do with what members follow. Whatever cannot be done is a UserError that says why. */
export interface FollowService {
	/** Follows a speaker or a topic that the library knows. */
	follow(request: FollowRequest): Promise<Made>;
	/** Everything that a member follows, and what ended by itself. */
	list(member: string): Promise<readonly Follow[]>;
	/** Ends one of a member's by its id, or all. @returns what was going on. */
	stop(member: string, which: number | 'all'): Promise<readonly Follow[]>;
}

/** What is followed from now on. */
export interface Made {
	readonly follow: NewFollow;
	/** Whether it was followed before, in another way. */
	readonly changed: boolean;
	/** Whether the library has it only under another name than was typed, where slips were put right. */
	readonly corrected: boolean;
}

export interface FollowRequest extends Pick<NewFollow, 'member' | 'server' | 'kind' | 'pace'> {
	readonly wanted: string;
	/** Where to write: to the member directly, or in a thread of their own in this channel. */
	readonly where: 'direct' | 'thread';
	readonly channel: string;
}

/** What members follow, in one process. */
export interface Follows {
	readonly service: FollowService;
	connect(delivery: FollowDelivery): void;
	/** Sends what is due; called every minute. Does nothing without a connection. Never rejects. */
	tick(): Promise<void>;
	stop(): Promise<void>;
}

/** Enough for anybody, and few enough for one message. */
export const mostFollows = 20;

export function openFollows(options: FollowOptions): Follows {
	const { store } = options;
	const connection = new Connection<{ context: FollowContext; runner: FollowRunner }>();
	return {
		service: {
			follow: async (request) => follow(request, connection.need().context),
			list: (member) => store.of(member),
			stop: (member, which) => store.remove(member, which),
		},
		connect(delivery) {
			const context = { ...options, delivery, holder: randomUUID() };
			connection.set({ context, runner: new FollowRunner(context) });
		},
		tick: async () => connection.current?.runner.tick(),
		stop: async () => connection.current?.runner.stop(),
	};
}

async function follow(request: FollowRequest, context: FollowContext): Promise<Made> {
	const { member, server, kind, pace, wanted } = request;
	const { subject, corrected } = await subjectOf(request, context);
	const before = await context.store.of(member);
	const key = foldedKey(subject);
	const known = before.find((one) => one.kind === kind && one.key === key && one.server === server);
	const going = before.filter(({ ended }) => ended === null);
	if (going.length >= mostFollows && (known === undefined || known.ended !== null)) {
		throw new UserError(`You follow ${mostFollows} already, which is the most: end one with /follow list.`);
	}
	const target = await targetFor(request, going, context);
	const covered = await context.store.lastArrival();
	const made: NewFollow = { member, server, kind, subject, key, pace, target, covered };
	const put = await context.store.put(made, mostFollows);
	if (put === 'full')
		throw new UserError([typed(wanted), `: you follow ${mostFollows} already, which is the most.`]);
	return { follow: made, changed: put === 'changed' && known?.ended === null, corrected };
}

/** The speaker or topic as the library has it. @throws UserError where none fits, or several speakers. */
async function subjectOf(
	{ server, kind, wanted }: FollowRequest,
	{ libraryOf }: FollowContext,
): Promise<{ readonly subject: string; readonly corrected: boolean }> {
	const library = libraryOf(server);
	if (kind === 'topic') {
		const { topic } = await library.articlesOn(wanted);
		return { subject: topic, corrected: !hasWords(topic, wanted) };
	}
	const { speaker, several, corrected } = await library.quotes({ speaker: wanted });
	if (speaker !== null) return { subject: speaker, corrected: corrected.some(({ of }) => of === 'speaker') };
	const names = several.map((one) => one.speaker).slice(0, 3);
	throw new UserError([
		typed(wanted),
		' may be several people. Pick one of those offered',
		...names.flatMap((name, index) => [index === 0 ? ', e.g. ' : ', ', bold(name)]),
		'.',
	]);
}

/** Whether a name has what was typed as it was typed, each word whole or begun. */
function hasWords(name: string, wanted: string): boolean {
	const parts = words(name);
	return typedWords(wanted).every((word) => parts.some((part) => part.startsWith(word)));
}

/** Where to write. The first message there shows at once whether it can be written to. */
async function targetFor(
	{ member, server, where, channel }: FollowRequest,
	going: readonly Follow[],
	{ delivery, log }: FollowContext,
): Promise<string> {
	if (where === 'direct') {
		if (going.some((one) => one.target === 'direct')) return 'direct';
		await welcome(member, 'direct');
		return 'direct';
	}
	if (server === null)
		throw new UserError(['A thread of your own needs a server. Leave ', code('where'), ' out.']);
	const own = going.find((one) => one.server === server && one.target !== 'direct')?.target;
	if (own !== undefined && !isTrouble(await delivery.channel(member, own))) return own;
	const opened = await delivery.openThread(channel, member);
	if (isTrouble(opened)) {
		log.info({ member, ...opened }, 'a member got no thread of their own');
		throw new UserError(
			opened.trouble === 'unreachable'
				? 'Discord did not answer: please try again in a minute.'
				: 'I may not open private threads in this channel: choose direct messages, or ask for Create Private Threads for me.',
		);
	}
	await welcome(member, opened.thread);
	return opened.thread;

	async function welcome(member: string, target: string): Promise<void> {
		const place = await delivery.channel(member, target);
		// A new one each time: whoever asks again wants to see it again.
		const sent = { nonce: nonceOfKey('welcome', member, target, randomUUID()), mark: 1 };
		const posted = isTrouble(place)
			? place
			: await delivery.post(
					{ ...sent, channel: place.channel, mention: mentioned({ member, target }) },
					welcomeCard,
				);
		if (!isTrouble(posted)) return;
		if (posted.trouble === 'closed') {
			throw new UserError([
				'Your direct messages are closed to me. Open them, or choose a thread of your own with ',
				code('where'),
				'.',
			]);
		}
		log.warn({ member, target, ...posted }, 'a first message could not be sent');
		throw new UserError('Discord did not take a message to you: please try again in a minute.');
	}
}
