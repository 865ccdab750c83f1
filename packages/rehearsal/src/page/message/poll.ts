import type { ShownMessage } from '../../api.ts';
import { h } from '../dom.ts';
import type { Page } from '../page.ts';

/** A poll: choose and vote, or its results. */
export function showPoll(message: ShownMessage, page: Page): HTMLElement {
	const { poll } = message;
	if (poll === undefined) return h('div');
	const counts = new Map((poll.results?.answer_counts ?? []).map((count) => [count.id, count]));
	const total = [...counts.values()].reduce((sum, { count }) => sum + count, 0);
	const voted = [...counts.values()].some(({ me_voted }) => me_voted);
	const over = poll.results?.is_finalized === true || Date.parse(poll.expiry ?? '') < Date.now();
	const name = `poll-${message.id}`;
	const vote = (ids: readonly number[]) =>
		page.live.send({ type: 'vote', channelId: message.channel_id, messageId: message.id, answerIds: ids });
	const answers = poll.answers.map(({ answer_id: id, poll_media: media }) => {
		const count = counts.get(id);
		const share = total === 0 ? 0 : Math.round((100 * (count?.count ?? 0)) / total);
		const words = h('span', { class: 'answer-words', dir: 'auto' }, emojiOf(media.emoji), media.text ?? '');
		if (voted || over) {
			const bar = h(
				'li',
				{ class: count?.me_voted ? 'answer mine' : 'answer' },
				words,
				h('span', { class: 'share' }, `${share}% · ${votes(count?.count ?? 0)}`),
			);
			bar.style.setProperty('--share', `${share}%`);
			return bar;
		}
		return h(
			'li',
			{},
			h(
				'label',
				{ class: 'answer' },
				words,
				h('input', { type: poll.allow_multiselect ? 'checkbox' : 'radio', name, value: id }),
			),
		);
	});
	const submit = (event: Event) => {
		event.preventDefault();
		const chosen = new FormData(event.currentTarget as HTMLFormElement).getAll(name).map(Number);
		if (chosen.length > 0) vote(chosen);
	};
	return h(
		'form',
		{ class: 'poll', 'aria-label': poll.question.text ?? 'Poll', on: { submit } },
		h('h4', { dir: 'auto' }, poll.question.text ?? ''),
		h('p', { class: 'hint' }, poll.allow_multiselect ? 'Select one or more answers' : 'Select one answer'),
		h('ul', {}, answers),
		h(
			'p',
			{ class: 'poll-foot' },
			h('span', { class: 'hint' }, `${votes(total)} · ${over ? 'Poll closed' : 'Open'}`),
			!over &&
				(voted
					? h('button', { class: 'linklike', type: 'button', on: { click: () => vote([]) } }, 'Remove vote')
					: h('button', { class: 'button primary', type: 'submit' }, 'Vote')),
		),
	);
}

const votes = (count: number) => (count === 1 ? '1 vote' : `${count} votes`);
const emojiOf = (emoji: { id?: string | null; name?: string | null } | undefined): string =>
	emoji === undefined ? '' : emoji.id ? `:${emoji.name}: ` : `${emoji.name} `;
