import type { Action, Card, Text } from '../card.ts';
import { counted } from '../cards/numbers.ts';
import type { DigestSettings } from '../stores/digests.ts';
import type { Composed } from './compose.ts';
import { countOf } from './plan.ts';
import { setAgain, settingsRows } from './state-card.ts';

const frame = { eyebrow: 'Daily digest' } as const;

/**
 * Asks a manager to confirm before a digest is posted.
 * @param isTodayOpen whether the day's digest is still to come.
 * @param extra the slot of the extra one that would be posted.
 */
export function askToPostCard(
	{ channel, time }: DigestSettings,
	{ plan, role }: Composed,
	isTodayOpen: boolean,
	extra: string,
): Card {
	const articles = ['shown', 'same-story', 'message-full', 'over-length'].reduce(
		(sum, why) => sum + countOf(plan, why),
		0,
	);
	const pings: Text = role === null ? ['Nobody is pinged.'] : ['It pings ', { mark: 'role', id: role }, '.'];
	const what: Text =
		articles === 0
			? ['There are no new articles: it would say so in one line. ']
			: [`${counted(articles, 'new article')}. `];
	const post: Action = {
		label: 'Post as today’s',
		command: 'digest now',
		options: { slot: 'daily' },
		style: 'success',
	};
	const postExtra: Action = {
		label: isTodayOpen ? 'Post an extra one' : 'Post it',
		command: 'digest now',
		options: { slot: extra },
		...(isTodayOpen ? {} : { style: 'success' }),
	};
	return {
		...frame,
		title: 'Post the digest now?',
		tone: 'digest',
		blocks: [
			{ kind: 'text', text: ['It goes to ', { mark: 'channel', id: channel }, '. ', ...what, ...pings] },
			{
				kind: 'note',
				text: [
					isTodayOpen
						? `As today’s: nothing more is posted at ${time} today. An extra one: today’s still comes, with what is new by then.`
						: 'No other digest is due today, so this is an extra one: the next one comes when it is due, with what is new by then.',
				],
			},
		],
		actions: [
			[
				...(isTodayOpen ? [post] : []),
				postExtra,
				{ label: 'Preview', command: 'digest preview', options: {} },
				{ label: 'Cancel', command: 'digest show', options: {} },
			],
		],
	};
}

/** Asks a manager to confirm before the settings are deleted. */
export function askToStopCard(settings: DigestSettings): Card {
	return {
		...frame,
		title: 'Stop the digest?',
		tone: 'trouble',
		blocks: [
			{
				kind: 'text',
				text: ['Nothing is posted any more, and these settings are deleted. A pause would keep them.'],
			},
			{ kind: 'list', items: settingsRows(settings) },
		],
		actions: [
			[
				{ label: 'Stop it', command: 'digest stop', options: { confirmed: true }, style: 'danger' },
				...(settings.paused === null
					? [{ label: 'Pause instead', command: 'digest pause', options: {} } as const]
					: []),
				{ label: 'Keep it', command: 'digest show', options: {} },
			],
		],
	};
}

/** Says that the digest is stopped and what was set, and offers to set it up again. */
export function stoppedCard(settings: DigestSettings): Card {
	return {
		...frame,
		title: 'The digest is stopped',
		tone: 'digest',
		blocks: [
			{ kind: 'text', text: ['Nothing is posted any more. These were its settings:'] },
			{ kind: 'list', items: settingsRows(settings) },
		],
		actions: [
			[{ label: 'Set it up again', command: 'digest set', options: setAgain(settings), style: 'success' }],
		],
	};
}
