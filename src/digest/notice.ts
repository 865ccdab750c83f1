import type { Card } from '../card.ts';
import type { DigestSettings } from '../library/digests.ts';
import type { TroubleKind } from './delivery.ts';

const what: Readonly<Record<TroubleKind, string>> = {
	'no-permission': 'I am not allowed to post in the channel any more.',
	'channel-gone': 'The channel is gone.',
	'server-gone': 'I am not in the server any more.',
	unreachable: 'Discord did not answer.',
	refused: 'Discord refused the message.',
};

/** Tells those who manage a server, once, that its digest is paused, and how it goes on. */
export function noticeCard(trouble: TroubleKind, { channel }: Pick<DigestSettings, 'channel'>): Card {
	return {
		eyebrow: 'Daily digest',
		title: 'The daily digest is paused',
		tone: 'trouble',
		blocks: [
			{ kind: 'text', text: [what[trouble], ' It was to go to ', { mark: 'channel', id: channel }, '.'] },
			{
				kind: 'text',
				text: [
					'Nothing is lost: the settings are kept. When it is mended, ',
					{ mark: 'command', name: 'digest resume' },
					' goes on, and ',
					{ mark: 'command', name: 'digest set' },
					' takes another channel.',
				],
			},
			{
				kind: 'note',
				text: ['I say this once. ', { mark: 'command', name: 'digest why' }, ' tells what was not posted.'],
			},
		],
	};
}
