import { expect, it, vi } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { generator } from '../../../src/language/random.ts';
import { answersFrom } from '../../../src/library/answers/answers.ts';
import { openCache } from '../../../src/library/cache/cache.ts';
import type { AnswerKind } from '../../../src/library/cache/stores.ts';
import type { Library } from '../../../src/library/library.ts';
import { recordOf } from '../../../src/sources/record.ts';
import type { Archive } from '../../../src/stores/archive.ts';
import { openPostgresArchive } from '../../../src/stores/postgres/archive.ts';
import { inventedRecord, saying } from '../../library/invented.ts';
import { quietLog } from '../../quiet-log.ts';
import { emptyArchive } from './under-test.ts';

const random = generator(7);
const pick = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)] as One;
const people = [
	...['Ada Quillon', 'Ada M. Quillon', 'Dr. Ada Quillon', 'Emil Sand', 'Emilia Sand', 'Emil Sandberg'],
	...['Port Ellery Council', 'Desmond Quill', 'Quillon Ada', 'Tove Marsh', 'T. Marsh', 'Tova Marsden'],
];
/** Of each of some stories; articles of one share most of them. */
const stories = [
	'ferry harbour engine repair captain island storm ticket crew pier winter season anchor tide',
	'school teacher pupils classroom lessons strike salary council building roof exam principal bell yard',
	'bakery flour oven bread price mill harvest farmer wheat market queue morning loaf yeast',
].map((story) => story.split(' '));
const topics = ['Ferries', 'Schools', 'Bread', 'Port Ellery'];
const servers = [null, '100'] as const;

let added = 0;
/** An article of one of the stories, with two to four quotations. */
function article(id = `article${added++}`) {
	const story = pick(stories);
	const said = () => `The ${pick(story)} and the ${pick(story)} need a ${pick(stories.flat())} ${added},`;
	const quotes = Array.from({ length: 2 + Math.floor(random() * 3) }, () => ({
		said: said(),
		by: pick(people),
	}));
	const { paragraphs = [], quotes: placed = [] } = saying(...quotes);
	return inventedRecord({
		...{ id, quotes: placed, topics: [pick(topics)], publishedAt: '2031-05-03T08:00:00Z' },
		headline: `${pick(story)} ${pick(story)} ${pick(story)}`,
		paragraphs: [
			`About ${story
				.toSorted(() => random() - 0.5)
				.slice(0, 13)
				.join(' and the ')}.`,
			...paragraphs,
		],
	});
}

/** What members ask, each time in the same order. */
const questions: readonly ((library: Library) => Promise<unknown>)[] = [
	...people.flatMap((speaker) => [(one: Library) => one.quotes({ speaker })]),
	...['quill', 'ada', 'sand', 'tov', 'council', 'dr', 'xy'].flatMap((typed) => [
		(one: Library) => one.suggestSpeakers(typed, 25),
		(one: Library) => one.suggestSpeakers(typed, 1),
		(one: Library) => one.suggestSpeakers(typed, 2),
		(one: Library) => one.quotes({ speaker: typed }),
	]),
	...topics.flatMap((topic) => [(one: Library) => one.articlesOn(topic)]),
	...['ada', 'emil'].flatMap((speaker) => [
		(one: Library) => one.quotesLike('the', 5, { speaker }),
		(one: Library) => one.suggestAbout('', 5, { speaker }),
		(one: Library) => one.ask(`What did ${speaker} say?`),
	]),
	(one: Library) => one.stories(['article1', 'article3', 'article5']),
	...stories.flat().flatMap((word) => [(one: Library) => one.quotes({ about: word })]),
	...stories.flatMap(([first = '', second = '']) => [
		(one: Library) => one.quotes({ about: `${first} ${second}` }),
		(one: Library) => one.quotes({ about: first, speaker: 'Ada Quillon' }),
	]),
	...Array.from({ length: 8 }, (_, index) => `article${index}`).flatMap((id) => [
		(one: Library) => one.related(id),
		(one: Library) => one.alsoIn(id),
		(one: Library) => one.speakers(id, 0),
	]),
];
const asked = (library: Library) =>
	Promise.all(
		questions.map((ask) =>
			ask(library).catch((error: unknown) => {
				if (error instanceof UserError) return error.sentence;
				throw error;
			}),
		),
	);

/** One change of the archive, mostly an article that comes in. */
async function change(archive: Archive): Promise<void> {
	const chance = random();
	const files = archive.sources({ shelf: pick(servers), kind: 'folder' });
	const old = Math.floor(random() * added);
	const put = (record: ReturnType<typeof article>) =>
		files.put([record], {
			...{ name: `${record.line.id}.txt`, size: 1, modified: 1, reader: 'reader' },
			sha256: record.line.revision,
		});
	if (chance < 0.6) await put(article());
	else if (chance < 0.7) await archive.put([article(), article()], null);
	else if (chance < 0.85) await put(article(`article${old}`));
	else await files.remove(`article${old}.txt`);
}

it('an answer is worked out anew where somebody comes in who has a name of those that it names', async () => {
	const archive = await openPostgresArchive(await emptyArchive(), recordOf);
	const by = (id: string, name: string, said: string) =>
		inventedRecord({ id, ...saying({ said, by: name }) });
	await archive.put([by('one', 'Ada Quillon', 'The ferry sails,'), by('two', 'Ada M. Quillon', 'No ferry,')]);
	// From five to eight, how rare a word is stays the same.
	await archive.put(['a', 'b', 'c'].map((id) => by(id, 'Emil Sand', 'It sinks,')));
	const library = answersFrom(archive.seenBy(null), openCache(null, quietLog));
	const first = await library.quotes({ about: 'ferry' });
	expect(first.groups.map(({ speaker }) => speaker)).toEqual(['Ada M. Quillon']);
	await archive.put([by('three', 'Tove Marsh', 'Bread is dear,')]);
	expect(await library.quotes({ about: 'ferry' })).toBe(first);
	// Now it is not known any more which of the two the first one is.
	await archive.put([by('four', 'Ada T. Quillon', 'Bread is cheap,')]);
	const { groups } = await library.quotes({ about: 'ferry' });
	expect(groups.map(({ speaker }) => speaker)).toEqual(['Ada M. Quillon', 'Ada Quillon']);
	await archive.close();
});

it('the first of many offered names outlive whoever has no such name, and nobody else', async () => {
	const archive = await openPostgresArchive(await emptyArchive(), recordOf);
	const by = (id: string, name: string) =>
		inventedRecord({ id, ...saying({ said: `It sinks ${id},`, by: name }) });
	await archive.put([
		by('a', 'Ada Quillon'),
		by('b', 'Ada Quillon'),
		by('c', 'Dr. Emil Sand'),
		by('d', 'Dr. Ada Marsh'),
	]);
	await archive.put([by('e', 'Dr. Ada Marsh')]);
	const library = answersFrom(archive.seenBy(null), openCache(null, quietLog));
	const first = await library.suggestSpeakers('dr', 1);
	expect(first.map(({ speaker }) => speaker)).toEqual(['Dr. Ada Marsh']);
	await archive.put([by('f', 'Tove Quillon')]);
	expect(await library.suggestSpeakers('dr', 1)).toBe(first);
	// Without the title it is the same person, who is listed under it and now quoted most.
	await archive.put([by('g', 'Emil Sand'), by('h', 'Emil Sand')]);
	expect((await library.suggestSpeakers('dr', 1)).map(({ speaker }) => speaker)).toEqual(['Dr. Emil Sand']);
	await archive.close();
});

it('answers that outlive are what they would be if they were worked out anew', async () => {
	const url = await emptyArchive();
	const [writer, reader] = [
		await openPostgresArchive(url, recordOf),
		await openPostgresArchive(url, recordOf),
	];
	await writer.put(Array.from({ length: 8 }, () => article()));
	await writer.put([article()], '100');
	const reused = new Map<AnswerKind, number>();
	const kept = openCache(null, quietLog, (kind, found) => {
		if (found) reused.set(kind, (reused.get(kind) ?? 0) + 1);
	});
	for (let step = 0; step < 24; step++) {
		await vi.waitFor(
			() => {
				for (const server of servers)
					expect(reader.seenBy(server).generation()).toBe(writer.seenBy(server).generation());
			},
			{ timeout: 10_000, interval: 5 },
		);
		for (const server of servers) {
			const [before, anew] = await Promise.all([
				asked(answersFrom(reader.seenBy(server), kept)),
				asked(answersFrom(reader.seenBy(server), openCache(null, quietLog))),
			]);
			expect(before).toEqual(anew);
		}
		await change(writer);
	}
	// Else nothing was shown.
	for (const kind of ['quotes', 'suggestions', 'topics', 'stories', 'speakers'] as const)
		expect(reused.get(kind) ?? 0, kind).toBeGreaterThan(10);
	await Promise.all([writer.close(), reader.close(), kept.close()]);
}, 300_000);
