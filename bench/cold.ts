// `npm run --silent bench:cold -- [--articles 100000] [--count 40] [--only WORD] --keep FOLDER`: what each answer that
// bench:load asks for takes with nothing kept of any: processor time of this process and of PostgreSQL, and the time on
// the clock, in milliseconds each. JSON.
import { parseArgs } from 'node:util';
import { words } from '../src/language/fold.ts';
import { answerBrief } from '../src/library/answers/brief.ts';
import { answerQuotes } from '../src/library/answers/quotes.ts';
import { openReadings } from '../src/library/answers/readings.ts';
import { answerRelated } from '../src/library/answers/related.ts';
import { answerSearch } from '../src/library/answers/search.ts';
import { speakersOfArticle } from '../src/library/answers/speakers.ts';
import { answerAlsoIn } from '../src/library/answers/stories.ts';
import { suggestSpeakers } from '../src/library/answers/suggest.ts';
import { unsummarised } from '../src/sources/record.ts';
import { openPostgresArchive } from '../src/stores/postgres/archive.ts';
import { inventArticle } from './invented.ts';
import { processorOf } from './prepared/processor.ts';
import { preparedPostgres } from './prepared.ts';
import { rounded } from './processes.ts';

const { values } = parseArgs({
	options: {
		articles: { type: 'string', default: '100000' },
		count: { type: 'string', default: '40' },
		only: { type: 'string', default: '' },
		keep: { type: 'string' },
	},
});
const [articles, count] = [Number(values.articles), Number(values.count)];
/** Answers before those that are measured. */
const warm = 10;
/** So far apart, none has anything to do with the one before. */
const apart = 37;

const prepared = await preparedPostgres(articles, values.keep ?? null);
const archive = await openPostgresArchive(prepared.url, unsummarised);
const view = archive.seenBy(null);
const readings = openReadings();
const article = (index: number) => inventArticle(articles - 1 - ((index * apart) % articles));
const line = async (index: number) => {
	const found = await view.line(article(index).id);
	if (found === null) throw new Error('The archive lacks an article.');
	return found;
};
const speaker = (index: number) => article(index).quotes[0]?.speaker ?? '';
const longest = (index: number) =>
	words(article(index).quotes[0]?.text ?? '').toSorted((one, other) => other.length - one.length);

const answers: Readonly<Record<string, (index: number) => Promise<unknown>>> = {
	'the line of an article': line,
	'quotes of an article': async (index) =>
		answerQuotes(view, { article: article(index).id }, await line(index)),
	'quotes of a speaker': (index) => answerQuotes(view, { speaker: speaker(index) }, null),
	'quotes about a word': (index) => answerQuotes(view, { about: longest(index)[0] ?? '' }, null),
	'speakers offered for two letters': (index) => suggestSpeakers(view, speaker(index).slice(0, 2), 25),
	'speakers offered for five letters': (index) => suggestSpeakers(view, speaker(index).slice(0, 5), 25),
	'an article in brief': async (index) => {
		const body = await view.article(article(index).id);
		return body && answerBrief(view, body, await line(index));
	},
	'where an article’s story is told': async (index) => answerAlsoIn(view, readings, await line(index)),
	'what is related to an article': async (index) => answerRelated(view, readings, await line(index)),
	'speakers of an article': async (index) => speakersOfArticle(view, readings, await line(index), 0),
	'a search for two words': (index) => answerSearch(view, { query: longest(index).slice(0, 2).join(' ') }),
};

const took: Record<string, object> = {};
for (const [name, answer] of Object.entries(answers)) {
	if (!name.includes(values.only)) continue;
	for (let index = 0; index < warm; index++) await answer(count + index);
	const processor = await processorOf(prepared.url);
	const before = processor();
	const began = performance.now();
	for (let index = 0; index < count; index++) await answer(index);
	const clock = performance.now() - began;
	const after = processor();
	took[name] = {
		process: rounded((after.process - before.process) / count),
		database: rounded((after.database - before.database) / count),
		clock: rounded(clock / count),
	};
}
console.log(JSON.stringify({ articles, count, milliseconds: took }, null, '\t'));
await archive.close();
await prepared.server.close();
