import { hidden } from '../src/command.ts';
import type { LookUp } from '../src/discussion/service.ts';
import type { QuoteAnswer } from '../src/library/library.ts';
import { command } from './shared/context.ts';
import { defined } from './shared/defined.ts';
import { noArticles, orNoArticles } from './shared/empty.ts';
import { formerCard } from './shared/former-card.ts';
import { allArticles, articleHere } from './shared/here.ts';
import { lookedUp } from './shared/looked-up.ts';
import { noQuotesCard } from './shared/no-quotes-card.ts';
import { oncePerAnswer } from './shared/once.ts';
import { aboutOption, articleOrAllOption, pageOption, speakerOption } from './shared/options.ts';
import { articlePassage } from './shared/passage-card.ts';
import { quotesCard } from './shared/quotes-card.ts';

const once = oncePerAnswer<QuoteAnswer>();

const whoseQuotes = ({ speaker }: QuoteAnswer): LookUp =>
	speaker === null ? { kind: 'quotes', of: null } : { kind: 'speaker', of: speaker };

export default command({
	name: 'quotes',
	description: 'Who said what, word for word',
	options: {
		speaker: speakerOption,
		about: aboutOption,
		article: articleOrAllOption('In which article; in all of them if left out'),
		paragraph: hidden.integer(
			'What stands in this paragraph, counted from 0: of buttons from before /article at',
		),
		former: hidden.boolean('What articles said before they were changed'),
		page: pageOption,
	},
	run: ({ speaker, about, article: given, paragraph, former = false, page = 0 }, context) =>
		orNoArticles(context.library, async () => {
			const { library } = context;
			const article = await articleHere(given, context);
			if (paragraph !== undefined) return articlePassage(library, article, paragraph + 1, page);
			const answer = await library.quotes(defined({ speaker, about, article }));
			const asked = { ...defined({ speaker, about }), article: answer.article?.id ?? allArticles.article };
			if (page === 0) lookedUp(context, answer.article?.id, whoseQuotes(answer));
			const none = answer.total === 0 && answer.partly.length === 0;
			if (answer.former.length > 0 && (former || none)) return formerCard(answer, { ...asked }, page);
			if (none && answer.article === null && (await library.latest(1)).length === 0) return noArticles;
			if (none) return noQuotesCard(answer, asked);
			const canCorrect = context.place.server !== null;
			return once(answer, [asked, page, canCorrect], () => quotesCard(answer, asked, page, canCorrect));
		}),
});
