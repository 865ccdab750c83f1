import type { Card } from '../../src/card.ts';
import { type Sentence, UserError } from '../../src/errors.ts';
import { type CheckOptions, checkCard } from './check-card.ts';
import type { Context } from './context.ts';
import { defined } from './defined.ts';
import { orNoArticles } from './empty.ts';
import { articleHere } from './here.ts';
import { lookedUp } from './looked-up.ts';

/**
 * Checks what was posted, in the article of this thread or the one that is given, else in all.
 * @param nothing what to say where there are no words.
 */
export async function checkPosted(
	{ text, speaker, article: given }: CheckOptions,
	context: Context,
	{
		page = 0,
		canPost = false,
		nothing,
	}: { readonly page?: number; readonly canPost?: boolean; readonly nothing: string | Sentence },
): Promise<Card> {
	return orNoArticles(context.library, async () => {
		const wanted = await articleHere(given, context);
		const article = wanted === undefined ? undefined : (await context.library.brief(wanted)).line;
		const answer = await context.check({
			text,
			...(speaker !== undefined && { speaker }),
			...(article && { article }),
		});
		if (answer.checked.length === 0) throw new UserError(nothing);
		for (const { pieces } of page === 0 ? answer.checked : []) {
			const [place] = pieces.map((piece) => piece.place);
			if (place && place.paragraph !== null)
				lookedUp(context, place.article.id, { kind: 'check', of: place.paragraph });
		}
		return checkCard(answer, { text, ...defined({ speaker, article: article?.id }) }, page, { canPost });
	});
}
