import type { ShownMessage } from '../api.ts';
import type { RawPoll } from '../rules/poll.ts';
import type { World } from '../state/world.ts';

interface Results {
	is_finalized: boolean;
	answer_counts: { id: number; count: number; me_voted: boolean }[];
}

/** A poll as a message holds it, open for `duration` hours. */
export function newPoll(world: World, poll: RawPoll): unknown {
	return {
		question: poll.question,
		answers: poll.answers.map((answer, index) => ({ answer_id: index + 1, poll_media: answer.poll_media })),
		expiry: new Date(world.now() + (poll.duration ?? 24) * 3_600_000).toISOString(),
		allow_multiselect: poll.allow_multiselect ?? false,
		layout_type: poll.layout_type ?? 1,
		results: { is_finalized: false, answer_counts: [] } satisfies Results,
	};
}

/** The message with its poll ended. */
export function ended(message: ShownMessage, now: number): ShownMessage {
	const { poll } = message;
	if (poll === undefined) return message;
	const results = { answer_counts: [], ...poll.results, is_finalized: true };
	return { ...message, poll: { ...poll, expiry: new Date(now).toISOString(), results } };
}

/** The message with one vote more or fewer. */
export function counted(message: ShownMessage, answerId: number, by: 1 | -1): ShownMessage {
	const { poll } = message;
	if (poll === undefined) return message;
	const counts = poll.results?.answer_counts ?? [];
	const before = counts.find(({ id }) => id === answerId)?.count ?? 0;
	const answer_counts = [
		...counts.filter(({ id }) => id !== answerId),
		{ id: answerId, count: Math.max(0, before + by), me_voted: false },
	];
	return { ...message, poll: { ...poll, results: { is_finalized: false, ...poll.results, answer_counts } } };
}
