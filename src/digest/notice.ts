import type { Card } from '../card.ts';
import type { DigestSettings } from '../stores/digests.ts';
import type { TroubleKind } from './delivery.ts';

const causes: Readonly<Record<TroubleKind, string>> = {
	'no-permission': 'I am no longer allowed to post in the channel.',
	'channel-gone': 'The channel is gone.',
	'server-gone': 'I am no longer in the server.',
	'message-gone': 'The message was deleted.',
	unreachable: 'Discord did not answer.',
	refused: 'Discord refused the message.',
};

/** Tells those who manage a server, once, that its digest is paused, and how to resume it. */
export function noticeCard(trouble: TroubleKind, { channel }: Pick<DigestSettings, 'channel'>): Card {
	return {
		eyebrow: 'Daily digest',
		title: 'The daily digest is paused',
		tone: 'trouble',
		blocks: [
			{
				kind: 'text',
				text: [causes[trouble], ' The digest is set for ', { mark: 'channel', id: channel }, '.'],
			},
			{
				kind: 'text',
				text: [
					'All settings are kept. When this is fixed, use ',
					{ mark: 'command', name: 'digest resume' },
					', or choose another channel with ',
					{ mark: 'command', name: 'digest set' },
					'.',
				],
			},
			{
				kind: 'note',
				text: [
					'You are told only once. ',
					{ mark: 'command', name: 'digest why' },
					' shows what was not posted.',
				],
			},
		],
	};
}
