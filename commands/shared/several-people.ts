import type { Block, Text } from '../../src/card.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { number } from '../../src/cards/numbers.ts';
import { bold, typed } from '../../src/errors.ts';
import type { MeantSpeaker, QuoteAnswer } from '../../src/library/library.ts';

/** People that are named, and characters of a name and of an office. */
const most = { people: 4, name: 60, role: 60 };

/** "Barrow may be Helen Barrow (mayor of Tarn) or Tom Barrow: …", where a name that was typed fits several people. */
export function severalNote(
	{ several, corrected }: Pick<QuoteAnswer, 'several' | 'corrected'>,
	given: string | undefined,
	whatToDo: string,
): readonly Block[] {
	// Where a slip in the name was corrected, that note already names whom it was taken for.
	if (given === undefined || several.length < 2 || corrected.some(({ of }) => of === 'speaker')) return [];
	return [{ kind: 'note', text: [typed(given), ' may be ', ...named(several), `. ${whatToDo}`] }];
}

function named(several: readonly MeantSpeaker[]): Text {
	const shown = several.slice(0, most.people);
	const others = several.length - shown.length;
	return [
		...shown.flatMap(({ speaker, role }, index): Text => {
			const before = index === 0 ? '' : index === shown.length - 1 && others === 0 ? ' or ' : ', ';
			const office = role === null ? '' : ` (${shortLine(role, most.role)})`;
			return [before, bold(shortLine(speaker, most.name)), office];
		}),
		...(others === 0 ? [] : [` or ${number(others)} ${others === 1 ? 'other' : 'others'}`]),
	];
}
