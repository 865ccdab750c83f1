import { describe, expect, it } from 'vitest';
import { fitForest, type Group } from '../../bench/training/boost.ts';
import { cut } from '../../bench/training/corpus.ts';
import { hasName, toLesson } from '../../bench/training/examples.ts';
import { attributeAll, foldsOf, learnTables, modelsOf, toCourse } from '../../bench/training/folds.ts';
import { random, Space } from '../../bench/training/learn.ts';
import { createForest } from '../../src/language/model/trees.ts';

const people = ['Ada Venn', 'Tom Orrin', 'Ilse Brandt', 'Magnus Holm', 'Clara Lund', 'Jo Keller'];
const said = ['The ice is thin,', 'We sail on Monday,', 'Nobody paid for it,', 'The bridge is old,'];

/** An invented article of three quotations and one title of a film, with what a person would mark in it. */
function invented(index: number) {
	const name = people[index % people.length] ?? '';
	const other = people[(index + 1 + Math.floor(index / 6)) % people.length] ?? '';
	const lines = [
		`${name} met ${other} on the quay and watched the film “Winter Harbour” there.`,
		`“${said[index % 4]}” ${name} said.`,
		`“${said[(index + 1) % 4]}” said ${other}.`,
		`“${said[(index + 2) % 4]}” ${other} told the Courier.`,
	];
	const text = lines.join('\n');
	const quotes = lines.slice(1).map((line) => {
		const start = text.indexOf(line);
		const end = start + line.indexOf('”') + 1;
		const speaker = line.includes(name) ? name : other;
		const speakerStart = text.indexOf(speaker, end);
		return {
			start,
			end,
			kind: 'direct' as const,
			closed: true,
			speaker,
			speakerStart,
			speakerEnd: speakerStart + speaker.length,
			speakerType: 'named',
		};
	});
	const title = text.indexOf('“Winter');
	return cut(
		{
			id: `invented ${index}`,
			text,
			quotes,
			nonQuotes: [{ start: title, end: text.indexOf('”', title) + 1 }],
			partial: [],
		},
		'double',
	);
}

function learn() {
	const space = new Space();
	const lessons = [...Array(60).keys()].map((index) => toLesson(invented(index)));
	const courses = lessons.map((lesson, index) =>
		toCourse(lesson, space, { meant: null, isResolved: true, group: String(Math.floor(index / 5)) }),
	);
	return { lessons, courses, tables: learnTables(courses, space) };
}

describe('training', () => {
	const { lessons, tables } = learn();

	it('gives the same models from the same corpus', () => {
		expect(JSON.stringify(learn().tables)).toBe(JSON.stringify(tables));
	});

	it('learns who speaks, and that a title of a film is no quotation', () => {
		const [lesson] = lessons;
		if (!lesson) throw new Error('no lesson');
		const course = { lesson, choices: [], meant: null, isResolved: true, group: '' };
		const [, { byModels: found } = { byModels: [] }] = attributeAll([course], modelsOf(tables))[0] ?? [];
		expect(found.map(({ person }) => person?.name).slice(1)).toEqual(['Ada Venn', 'Tom Orrin', 'Tom Orrin']);
		const [title = 1, ...quotations] = found.map(({ quotation }) => quotation);
		expect(title).toBeLessThan(Math.min(...quotations));
	});
});

describe('folds', () => {
	const { courses } = learn();

	it('keep the articles of a site together, and read each once', () => {
		const folds = foldsOf(courses);
		expect(folds.flatMap(({ unseen }) => unseen)).toHaveLength(courses.length);
		for (const { seen, unseen } of folds) {
			const sites = new Set(unseen.map(({ group }) => group));
			expect(seen.filter(({ group }) => sites.has(group))).toEqual([]);
		}
	});
});

describe('boosting', () => {
	const next = random(7);
	/** The right one is the nearest, but for those that are far and named. */
	const groups = [...Array(400).keys()].map((): Group => {
		const rows = [...Array(4)].map(() => Float64Array.of(next() * 10, next() < 0.3 ? 1 : 0));
		const worth = rows.map(([distance = 0, named = 0]) => (named ? 20 : 10) - distance);
		return { rows, right: [worth.indexOf(Math.max(...worth))], weight: 1 };
	});
	const options = { trees: 80, leaves: 6, rate: 0.2, pull: 1, least: 5, sample: 0.8, columns: 1, seed: 1 };
	const forest = fitForest(groups, ['distance', 'named'], options);

	it('finds a rule that joins two features', () => {
		const { score } = createForest(forest);
		const right = groups.filter(({ rows, right }) => {
			const scores = rows.map(score);
			return right.includes(scores.indexOf(Math.max(...scores)));
		});
		expect(right.length / groups.length).toBeGreaterThan(0.95);
	});

	it('gives the same trees from the same seed', () => {
		expect(fitForest(groups, ['distance', 'named'], options)).toEqual(forest);
	});

	it('learns when the answer is "none of them"', () => {
		const yesOrNo = [...Array(300).keys()].map((index): Group => {
			const value = index % 10;
			return { rows: [Float64Array.of(value)], right: [value > 4 ? 0 : 1], weight: 1, orNone: true };
		});
		const { score } = createForest(fitForest(yesOrNo, ['value'], options));
		expect(score(Float64Array.of(9))).toBeGreaterThan(1);
		expect(score(Float64Array.of(1))).toBeLessThan(-1);
	});
});

describe('a name in the resolved pronouns', () => {
	it('is borne by the person who has all its words, whatever accents and apostrophes', () => {
		const { parsedArticle } = toLesson(invented(0));
		const [person] = parsedArticle.people.all;
		if (!person) throw new Error('nobody');
		expect([hasName(person, 'venn'), hasName(person, 'Ada Venn'), hasName(person, 'Tom Venn')]).toEqual([
			true,
			true,
			false,
		]);
	});
});
