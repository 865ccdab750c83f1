import type { Block, Filled } from '../../src/card.ts';
import { counted } from '../../src/cards/numbers.ts';

/** Discord's: choices in a menu. */
const mostChoices = 25;

/** A menu of speakers, each leading to their quotes; none where there is only one to choose. */
export function speakerMenu(
	speakers: readonly {
		readonly speaker: string | null;
		readonly role: string | null;
		readonly count: number;
	}[],
	options: Filled,
): readonly Block[] {
	const choices = speakers.flatMap(({ speaker, role, count }) =>
		speaker === null || speaker.length > 100
			? []
			: [
					{
						label: speaker,
						description: [counted(count, 'quote'), ...(role === null ? [] : [role])].join(' · '),
						command: 'quotes',
						options: { ...options, speaker },
					},
				],
	);
	if (choices.length < 2) return [];
	const shown = choices.slice(0, mostChoices);
	const some = shown.length < choices.length ? ` (${shown.length} of ${choices.length} speakers)` : '';
	return [{ kind: 'menu', placeholder: `What one speaker said…${some}`, choices: shown }];
}
