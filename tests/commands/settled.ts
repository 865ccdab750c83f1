import type { Outcome, Rehearsal } from 'discord-rehearsal';
import { readMessage } from 'discord-rehearsal/text';
import { vi } from 'vitest';

/** What a member reads of an answer. */
export const read = ({ message, problem }: Outcome) =>
	message ? readMessage(message.components ?? []) : `${problem}`;

/** Waits until what is added is there, and the answer no longer says what is being done. */
export async function settled(rehearsal: Rehearsal, outcome: Outcome): Promise<Outcome> {
	const now = () => rehearsal.outcome(outcome.interactionId) ?? outcome;
	await vi.waitUntil(() => !/^Add article\n(?:Fetching|Reading)…/u.test(read(now())), { timeout: 20_000 });
	return now();
}
