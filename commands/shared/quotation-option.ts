import { shortLine } from '../../src/cards/cut.ts';
import { plainWords } from '../../src/cards/utterance.ts';
import type { Suggestion } from '../../src/command.ts';
import type { QuoteQuery } from '../../src/library/library.ts';
import { referenceTo } from '../../src/library/reference.ts';
import type { Context } from './context.ts';

/** At most as many as Discord shows, each as long as Discord shows it. */
const offers = { most: 25, label: 100, name: 36 };

/** Quotations to pick from while a member types their first words or what they are about. */
export async function offerQuotations(
	text: string,
	{ library }: Pick<Context, 'library'>,
	within: Pick<QuoteQuery, 'speaker' | 'article'>,
): Promise<Suggestion[]> {
	const found = await library.quotesLike(text, offers.most, within);
	return found.map((utterance) => {
		const name = shortLine(utterance.speaker ?? utterance.role ?? 'Speaker unclear', offers.name);
		const whole = plainWords(utterance).replace(/[\s,;:]+$/u, '');
		return {
			label: `${shortLine(whole, offers.label - name.length - 3)} · ${name}`,
			value: referenceTo(utterance),
		};
	});
}
