import type { ShownMessage } from '../../api.ts';
import type { Stage } from '../stage.ts';

/** Longer than this, and a component shows that it waits. Shorter waits would only flicker. */
const patience = 150;

/** Uses a component of a message. What comes of it comes as dispatches; a failure is shown under the message. */
export async function press(
	message: ShownMessage,
	customId: string,
	stage: Stage,
	values?: readonly string[],
): Promise<void> {
	if (stage.busy.has(message.id)) return;
	stage.busy.add(message.id);
	const failedBefore = stage.failed.delete(message.id);
	const slow = setTimeout(() => {
		stage.waiting.set(message.id, customId);
		stage.redraw(message);
	}, patience);
	const answer = await stage.act({
		kind: 'component',
		messageId: message.id,
		customId,
		...(values === undefined ? {} : { values }),
	});
	clearTimeout(slow);
	stage.busy.delete(message.id);
	const waited = stage.waiting.delete(message.id);
	const problem = answer.kind === 'refused' ? answer.error : answer.outcome.problem;
	if (problem !== null) stage.failed.set(message.id, problem);
	if (waited || failedBefore || problem !== null) stage.redraw(message);
}
