import type { ShownMessage } from '../../api.ts';
import type { Page } from '../page.ts';

/** Longer than this, and a component shows that it waits. Shorter waits would only flicker. */
const patience = 150;

/** Uses a component of a message. The results come as dispatches; a failure is shown under the message. */
export async function press(
	message: ShownMessage,
	customId: string,
	page: Page,
	values?: readonly string[],
): Promise<void> {
	if (page.busy.has(message.id)) return;
	page.busy.add(message.id);
	const failedBefore = page.failed.delete(message.id);
	const slow = setTimeout(() => {
		page.waiting.set(message.id, customId);
		page.redraw(message);
	}, patience);
	const answer = await page.act({
		kind: 'component',
		messageId: message.id,
		customId,
		...(values === undefined ? {} : { values }),
	});
	clearTimeout(slow);
	page.busy.delete(message.id);
	const waited = page.waiting.delete(message.id);
	const problem = answer.kind === 'refused' ? answer.error : answer.outcome.problem;
	if (problem !== null) page.failed.set(message.id, problem);
	if (waited || failedBefore || problem !== null) page.redraw(message);
}
