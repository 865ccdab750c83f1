import { describe, expect, it } from 'vitest';
import { bCubed, pairwise } from '../../bench/stories/score.ts';
import article from '../../commands/article.ts';
import topics from '../../commands/topics.ts';
import { storiesAmong } from '../../src/language/stories/cluster.ts';
import { storyPrint } from '../../src/language/stories/print.ts';
import { answersFrom } from '../../src/library/answers/answers.ts';
import { openCache } from '../../src/library/cache/cache.ts';
import type { Shelf } from '../../src/shelves.ts';
import type { Archive } from '../../src/stores/archive.ts';
import { contextOf } from '../commands/plain-library.ts';
import { read } from '../commands/reading.ts';
import { inventedRecord } from '../library/invented.ts';
import { quietLog } from '../quiet-log.ts';
import { sqliteArchive } from '../stores/sqlite-under-test.ts';
import { openForEach } from '../stores/under-test.ts';
import { printOf, type Told, toldStories } from './told-stories.ts';

const held = toldStories('held-out');
const truth = (told: readonly Told[]) => told.map(({ story }) => story);

describe('articles that tell the same story', () => {
	it('are put together, and no others, among those that the threshold was not chosen on', () => {
		const groups = storiesAmong(held.map(printOf));
		expect(pairwise(truth(held), groups).f1).toBeGreaterThanOrEqual(0.95);
		expect(bCubed(truth(held), groups).f1).toBeGreaterThanOrEqual(0.95);
	});

	it('are told from others where there are only a few', () => {
		for (const story of new Set(truth(held))) {
			const few = held.filter((one, index) => one.story === story || index === 0 || index === 29);
			const groups = storiesAmong(few.map(printOf));
			expect(pairwise(truth(few), groups).f1, story).toBeGreaterThanOrEqual(0.9);
		}
	});

	it('are near in time: the same words weeks later are another story', () => {
		const [one] = held;
		if (!one) throw new Error('There are no articles.');
		const later = { ...one, at: '2031-07-30T08:00:00Z' };
		expect(storiesAmong([printOf(one), printOf(later)])).toEqual([[0], [1]]);
		expect(storiesAmong([printOf(one), printOf({ ...one, at: '2031-06-03T08:00:00Z' })])).toEqual([[0, 1]]);
	});

	it('are compared in scripts without blanks, too, and an article without words is none', () => {
		const print = (paragraph: string) =>
			storyPrint(
				{ headline: paragraph.slice(0, 8), deck: null, paragraphs: [paragraph], quotes: [], language: 'ja' },
				0,
			);
		const a = print('港の渡し船が九時間遅れた。乗客二百人が船内で待たされた。');
		const b = print('渡し船が九時間遅れ、乗客二百人が港で待たされた。');
		const c = print('市議会は新しい図書館の予算を可決した。開館は来年の春になる。');
		expect(storiesAmong([a, b, c])).toEqual([[0, 1], [2]]);
		expect(storiesAmong([print(''), print('')])).toHaveLength(2);
		expect(storiesAmong([])).toEqual([]);
	});
});

describe('the stories of a library', () => {
	let archive: Archive;
	openForEach(sqliteArchive, (opened) => {
		archive = opened;
	});
	const idOf = (told: Told) => `${told.story}-${told.site.toLowerCase().replace(/\W/gu, '')}`;
	const recordOf = ({ headline, site, paragraphs, at, ...told }: Told) =>
		inventedRecord({
			...{ id: idOf({ headline, site, paragraphs, at, ...told }), headline, site },
			...{ paragraphs: [...paragraphs], publishedAt: at, topics: ['Valley'] },
			url: `https://${site.toLowerCase().replace(/\W/gu, '')}.example/${told.story}`,
		});
	const put = async (told: readonly Told[], shelf: Shelf = null) => {
		for (const one of told) {
			const state = { name: idOf(one), size: 0, modified: 0, sha256: 'ab', reader: 'test' };
			await archive.sources({ shelf, kind: 'feed' }).put([recordOf(one)], state);
		}
	};
	const library = (server: Shelf) => answersFrom(archive.seenBy(server), openCache(null, quietLog));
	const of = (story: string) => held.filter((one) => one.story === story);

	it('are found from any of their articles among all others', async () => {
		await put(held);
		for (const one of held) {
			const also = await library(null).alsoIn(idOf(one));
			const others = of(one.story).filter((other) => other !== one);
			expect(also.map(({ id }) => id).sort(), idOf(one)).toEqual(others.map(idOf).sort());
		}
	});

	it('have only what a server sees, and change with it', async () => {
		const [one, other, third] = of('heat-pumps');
		if (!one || !other || !third) throw new Error('The story has three articles.');
		await put([one, ...of('wolf')]);
		await put([other], '100');
		await put([third], '200');
		const also = async (server: Shelf) => (await library(server).alsoIn(idOf(one))).map(({ id }) => id);
		expect(await also('100')).toEqual([idOf(other)]);
		expect(await also('200')).toEqual([idOf(third)]);
		expect(await also('300')).toEqual([]);
		expect(await also(null)).toEqual([]);
		const all = [one, other, third].map(idOf);
		expect(await library('100').stories(all)).toEqual([[idOf(one), idOf(other)]]);
		expect(await library(null).stories(all)).toEqual([]);
		await archive.sources({ shelf: '100', kind: 'feed' }).remove(idOf(other));
		expect(await also('100')).toEqual([]);
	});

	it('are named under an article, with a way to each, and are shown once among the articles on a topic', async () => {
		await put([...of('heat-pumps'), ...of('wolf'), ...of('bakery').slice(0, 1)]);
		const context = contextOf(library(null));
		const [one] = of('heat-pumps');
		if (!one) throw new Error('There are no articles.');
		const brief = await article.run({ article: idOf(one) }, context);
		expect(await read(brief)).toMatch(/Also in Green Wire \(\S+\), Varnholt Echo \(\S+\)/u);
		const menu = brief.blocks.find((block) => block.kind === 'menu');
		expect(menu?.choices.slice(-2).map(({ label }) => label)).toEqual([
			'Also in Green Wire',
			'Also in Varnholt Echo',
		]);
		const alone = await article.run({ article: 'bakery-valleycourier' }, context);
		expect(await read(alone)).not.toContain('Also in');

		const topic = await read(await topics.run({ topic: 'Valley' }, context));
		expect(topic).toContain('Topic of 7 articles');
		expect(topic.match(/ · also in /gu)).toHaveLength(2);
		expect(topic.match(/ · published /gu)).toHaveLength(3);
	});
});
