import { choice, string } from '../src/command.ts';
import { code, UserError } from '../src/errors.ts';
import { longestQuery } from '../src/library/search-way.ts';
import { type Context, command } from './shared/context.ts';
import { readDays } from './shared/day.ts';
import { defined } from './shared/defined.ts';
import { noArticles, orNoArticles } from './shared/empty.ts';
import { pageOption, speakerOption, topicOption } from './shared/options.ts';
import { nearestCard, searchCard } from './shared/search-card.ts';

const queryOption = string<Context, true>({
	description: 'Words; a phrase in quotation marks; -word for what must not be there; word* for a beginning',
	maxLength: longestQuery,
	required: true,
	suggest: async (typed, { library }, { speaker }) => {
		const within = defined({ speaker: typeof speaker === 'string' ? speaker : undefined });
		const offered = await library.suggestAbout(typed, 24, within);
		const own = typed.trim();
		const all = own === '' ? offered : [own, ...offered.filter((words) => words !== own)];
		return all.map((words) => ({ label: words, value: words }));
	},
});

export default command({
	name: 'search',
	description: 'Find articles, quotes and comments by their words',
	options: {
		query: queryOption,
		in: choice({
			description: 'Where to look; everywhere if left out',
			choices: { articles: 'Articles', quotes: 'Quotes', comments: 'Comments' },
		}),
		speaker: speakerOption,
		topic: topicOption,
		since: string({ description: 'Articles from this day on: 2026-11-03, Nov 2026, 2 weeks ago' }),
		until: string({ description: 'Articles up to this day, with it' }),
		page: pageOption,
	},
	run: ({ query, in: kind, speaker, topic, since, until, page = 0 }, { library }) =>
		orNoArticles(library, async () => {
			const from = since === undefined ? undefined : readDays(since, 'since').from;
			const to = until === undefined ? undefined : readDays(until, 'until').to;
			if (from !== undefined && to !== undefined && from >= to) {
				throw new UserError([
					...[code('since'), ' is after ', code('until'), ': no day lies between them. '],
					'Give the earlier day as ',
					...[code('since'), '.'],
				]);
			}
			const asked = defined({ in: kind, speaker, topic, since: from, until: to });
			const answer = await library.search({ query, ...asked, page });
			if (answer.nearest && (await library.latest(1)).length === 0) return noArticles;
			const searched = {
				options: { query, ...defined({ speaker, topic, since, until }) },
				in: kind,
				page,
				dates: datesOf(since, until),
			};
			if (!answer.nearest) return searchCard(answer, searched);
			const isEmpty = [answer.quotes, answer.articles, answer.comments].every(
				({ hits }) => hits.length === 0,
			);
			// What nothing within the filters is like may stand outside of them.
			const anywhere = isEmpty && Object.keys(asked).length > 0 ? await library.search({ query }) : answer;
			return nearestCard(answer, searched, anywhere.nearest ? answer : anywhere);
		}),
});

function datesOf(since: string | undefined, until: string | undefined): string {
	if (since !== undefined && until !== undefined) return ` from ${since} to ${until}`;
	return since !== undefined ? ` since ${since}` : until !== undefined ? ` until ${until}` : '';
}
