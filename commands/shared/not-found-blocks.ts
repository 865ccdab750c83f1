import type { Block, Text } from '../../src/card.ts';
import { headlineLink } from '../../src/cards/articles.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { utteranceBlocks } from '../../src/cards/utterance.ts';
import type { CheckedQuote } from '../../src/discussion/checked.ts';
import { withoutQuotationMarks } from '../../src/errors.ts';
import { postedWords } from '../../src/language/compare/words.ts';

/** Characters of a name, of a headline, and of the nearest that was said. */
const most = { name: 80, headline: 60, nearest: 500 };

/**
 * What is said of a quote that was not found: the nearest that was said, or that there is none.
 * @param inOne whether only one article was compared, where a single word would have been found.
 */
export function notFoundBlocks({ nearest, posted, verdict }: CheckedQuote, inOne: boolean): readonly Block[] {
	if (verdict !== 'not found') return [];
	const short: readonly Block[] =
		inOne || postedWords(posted.text).length > 1
			? []
			: [
					{
						kind: 'note',
						text: [
							'A single word is only found within one article: name it with article, or post more of the sentence',
						],
					},
				];
	if (nearest === null) {
		const whose: Text =
			posted.speaker === null
				? ['Nothing that is quoted here has its words']
				: [
						'Nothing that is quoted here under the name of ',
						{ mark: 'strong', text: shortLine(withoutQuotationMarks(posted.speaker), most.name) },
						' has its words',
					];
		return [...short, { kind: 'note', text: whose }];
	}
	const name = nearest.speaker ?? nearest.role;
	const who: Text =
		posted.speaker === null || name === null
			? ['The nearest that was said']
			: ['The nearest that ', { mark: 'strong', text: shortLine(name, most.name) }, ' said'];
	return [
		...short,
		{ kind: 'note', text: [...who, ', by its words'] },
		...utteranceBlocks(
			nearest,
			{ most: most.nearest },
			{ after: [' · ', ...headlineLink(nearest.article, most.headline)] },
		),
	];
}
