import { choice, string } from '../src/command.ts';
import { typed, UserError } from '../src/errors.ts';
import type { QuoteAnswer } from '../src/library/library.ts';
import { compareCard, type Side, silentCard } from './shared/compare-card.ts';
import { type Context, command } from './shared/context.ts';
import { defined } from './shared/defined.ts';
import { orNoArticles } from './shared/empty.ts';
import { allArticles, articleHere, givenOrThread } from './shared/here.ts';
import { lookedUp } from './shared/looked-up.ts';
import { aboutOption, articleOrAllOption, pageOption } from './shared/options.ts';
import { namesIn, offerNames } from './shared/speakers-list.ts';

export default command({
	name: 'compare',
	description: 'What two to four people said on a subject, side by side',
	options: {
		speakers: string<Context, true>({
			description: 'Two to four names with commas between them',
			required: true,
			maxLength: 300,
			suggest: (text, context, { article }) =>
				offerNames(text, context, givenOrThread(article, context.place)),
		}),
		topic: string<Context, true>({
			description: 'What they speak about: a word or a few',
			required: true,
			suggest: async (text, context, { article }) =>
				(await aboutOption.suggest?.(text, context, typeof article === 'string' ? { article } : {})) ?? [],
		}),
		article: articleOrAllOption('In which article; in all of them if left out'),
		order: choice({
			description: 'What comes first; the newest if left out',
			choices: { newest: 'The newest first', reading: 'In the order of the articles' },
		}),
		page: pageOption,
	},
	run: ({ speakers, topic, article: given, order = 'newest', page = 0 }, context) =>
		orNoArticles(context.library, async () => {
			const { library } = context;
			const article = await articleHere(given, context);
			const answers = await Promise.all(
				namesIn(speakers).map(async (speaker) => {
					const answer = await library.quotes(defined({ speaker, about: topic, article }));
					// What one of several with the name said on it is not what the name said.
					const all = answer.speaker === null ? await library.quotes(defined({ speaker, article })) : answer;
					return { answer, side: sideOf(speaker, answer, all) };
				}),
			);
			const [first] = answers;
			const sides = answers.map(({ side }) => side);
			if (sides.every(({ utterances }) => utterances.length === 0)) return silentCard(topic, sides);
			const line = first?.answer.article ?? null;
			for (const { speaker, utterances } of page === 0 ? sides : [])
				if (utterances.length > 0) lookedUp(context, line?.id, { kind: 'speaker', of: speaker });
			return compareCard(
				{ topic, sought: first?.answer.about ?? [], article: line, sides, order },
				{ speakers, topic, article: line?.id ?? allArticles.article },
				page,
			);
		}),
});

/** What one person said. @param all whatever is quoted under the name. @throws UserError for a name of several people. */
function sideOf(name: string, { speaker, groups, total, corrected }: QuoteAnswer, all: QuoteAnswer): Side {
	const named = all.groups.flatMap((group) => group.speaker ?? []);
	if (named.length > 1) {
		const others = named.slice(0, 4).flatMap((one, index) => [index === 0 ? '' : ', ', typed(one)]);
		throw new UserError([typed(name), ' may be several people: ', ...others, '. Please give the full name.']);
	}
	return {
		speaker: named[0] ?? speaker ?? name,
		utterances: total === 0 ? [] : groups.flatMap(({ utterances }) => utterances),
		corrected: corrected.filter(({ of }) => of === 'speaker'),
	};
}
