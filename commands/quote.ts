import { randomInt } from 'node:crypto';
import type { Block } from '../src/card.ts';
import { number as written } from '../src/cards/numbers.ts';
import { choice, hidden, string } from '../src/command.ts';
import { bold, typed } from '../src/errors.ts';
import type { Found } from '../src/library/library.ts';
import { readReference } from '../src/library/reference.ts';
import { type Context, command } from './shared/context.ts';
import { defined } from './shared/defined.ts';
import { noArticles, orNoArticles } from './shared/empty.ts';
import { allArticles, articleHere, givenOrThread } from './shared/here.ts';
import { lookedUp } from './shared/looked-up.ts';
import { noQuotesCard } from './shared/no-quotes-card.ts';
import { inOrderToShow } from './shared/one-quotation.ts';
import { articleOrAllOption, speakerOption } from './shared/options.ts';
import { pictureCard, pictureOf } from './shared/picture-card.ts';
import { offerQuotations } from './shared/quotation-option.ts';
import { quoteCard } from './shared/quote-card.ts';
import { slipNotes } from './shared/slip-notes.ts';
import { pictureOption, themeOf } from './shared/theme.ts';

/** The value of `about` for whatever was said. */
const anything = 'anything';

const aboutOption = string<Context, true>({
	description: 'How it begins, or what it is about; pick one of those offered, or type a word or two',
	required: true,
	suggest: async (text, { library, place }, { speaker, article }) => {
		const within = defined({
			speaker: typeof speaker === 'string' ? speaker : undefined,
			article: givenOrThread(article, place),
		});
		const offered = await offerQuotations(text, { library }, within);
		const isOffered = anything.startsWith(text.trim().toLowerCase());
		return isOffered ? [{ label: 'Anything', value: anything }, ...offered] : offered;
	},
});

export default command({
	name: 'quote',
	description: 'One quotation, word for word, to drop into the conversation',
	options: {
		about: aboutOption,
		speaker: speakerOption,
		article: articleOrAllOption('In which article; in all of them if left out'),
		show: choice({
			description: 'Which of those that fit; the best if left out',
			choices: { best: 'The best', newest: 'The newest', random: 'Any of them, at random' },
		}),
		picture: pictureOption('A picture of the one that is named'),
		number: hidden.integer('Which of those that fit, counted from 0'),
	},
	run: ({ about, speaker, article: given, show = 'best', number: asked, picture }, context) =>
		orNoArticles(context.library, async () => {
			const { library } = context;
			const canCorrect = context.place.server !== null;
			const reference = readReference(about);
			if (reference) {
				const utterance = await library.quotation(reference);
				if (picture !== undefined) {
					const theme = themeOf(picture);
					const { language } = await library.article(reference.article);
					const drawn = await context.pictures.draw(pictureOf(utterance, language, theme));
					return pictureCard(utterance, drawn, theme);
				}
				lookedUp(context, reference.article, { kind: 'passage', of: utterance.paragraph });
				const others =
					utterance.speaker === null
						? { article: reference.article }
						: { speaker: utterance.speaker, ...allArticles };
				const options = { about: anything, ...others, show: 'random', number: randomInt(1_000) };
				return quoteCard(utterance, {
					eyebrow: 'Quote',
					canCorrect,
					another: { label: 'Another', command: 'quote', options },
				});
			}
			const article = await articleHere(given, context);
			const words = about.trim().toLowerCase() === anything ? undefined : about;
			const answer = await library.quotes(defined({ speaker, about: words, article }));
			const number = asked ?? (show === 'random' ? randomInt(1_000) : 0);
			const fit = inOrderToShow(answer, words ?? '', show, number);
			const utterance = fit[number % Math.max(1, fit.length)];
			const where = { article: answer.article?.id ?? allArticles.article };
			if (!utterance) {
				if (answer.article === null && (await library.latest(1)).length === 0) return noArticles;
				return noQuotesCard(answer, { ...defined({ speaker, about: words }), ...where });
			}
			lookedUp(context, utterance.article.id, { kind: 'passage', of: utterance.paragraph });
			const { found, ...alone } = utterance;
			return quoteCard(alone, {
				canCorrect,
				eyebrow: eyebrow(show, number % fit.length, fit.length, words),
				notes: [
					...slipNotes(answer.corrected, 'No quote has'),
					...(answer.total > 0 ? [] : [{ kind: 'note', text: ['With only some of the words'] } as const]),
					...aroundNote(found),
				],
				another: {
					label: 'Another',
					command: 'quote',
					options: { about, ...defined({ speaker }), ...where, show, number: number + 1 },
					disabled: fit.length < 2,
				},
			});
		}),
});

/** "**ferry** is in the text around it, not in the quote": why it is shown for a word that it does not have. */
function aroundNote(found: Found | undefined): readonly Block[] {
	if (found === undefined || found.around.length === 0) return [];
	const where = found.around.length === 1 ? ' is' : ' are';
	const words = bold(found.around.join(', '));
	return [{ kind: 'note', text: [words, `${where} in the text around it, not in the quote`] }];
}

/** "Quote 2 of 14 about money". */
function eyebrow(show: string, at: number, count: number, about: string | undefined): string {
	const which = count < 2 || show === 'random' ? '' : ` ${written(at + 1)} of ${written(count)}`;
	return `Quote${which}${about === undefined ? '' : ` about ${typed(about).text}`}`;
}
