import { describe, expect, it } from 'vitest';
import { createScorer } from '../../src/language/model/loglinear.ts';
import { createForest, type Tree } from '../../src/language/model/trees.ts';
import { generator } from '../../src/language/random.ts';

/** The leaf of a tree that a row leads to. */
function walked(tree: Tree, features: readonly string[], row: Float64Array): number {
	if (typeof tree === 'number') return tree;
	const [feature, bound, under, other] = tree;
	return walked((row[features.indexOf(feature)] ?? 0) < bound ? under : other, features, row);
}

describe('a forest', () => {
	const forest = {
		features: ['distance', 'is a name'],
		trees: [
			['distance', 2.5, ['is a name', 0.5, -1, 4], 0.25],
			['is a name', 0.5, 0, 8],
		] satisfies Parameters<typeof createForest>[0]['trees'],
	};

	it('adds up the leaf of each tree, under a bound to the one side, from it on to the other', () => {
		const { score } = createForest(forest);
		expect(score(Float64Array.of(0, 1))).toBe(4 + 8);
		expect(score(Float64Array.of(2.5, 1))).toBe(0.25 + 8);
		expect(score(Float64Array.of(1, 0))).toBe(-1 + 0);
	});

	it('scores nothing where it has no trees, or only a leaf', () => {
		expect(createForest({ features: [], trees: [] }).score(Float64Array.of())).toBe(0);
		expect(createForest({ features: [], trees: [0.5] }).score(Float64Array.of())).toBe(0.5);
	});

	it('tells what each feature adds: how far its answers move the score from the mean of both sides', () => {
		const row = Float64Array.of(0, 1);
		const { parts, score } = createForest(forest);
		expect(parts(row)).toEqual(
			new Map([
				['distance', 0.625],
				['is a name', 2.5 + 4],
			]),
		);
		const untouched = (1.5 + 0.25) / 2 + 4;
		expect([...parts(row).values()].reduce((sum, part) => sum + part, untouched)).toBe(score(row));
		expect(createForest({ features: [], trees: [0.5] }).parts(row)).toEqual(new Map());
	});

	it('gives what walking down each tree gives, whatever the trees, and whatever the numbers', () => {
		const next = generator(7);
		const features = ['a', 'b', 'c', 'd'];
		const values = [-1, 0, 0.5, 1, 2, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
		const anyOf = <One>(some: readonly One[]): One => some[Math.floor(next() * some.length)] as One;
		const grow = (leaves: number): Tree => {
			if (leaves === 1) return next() - 0.5;
			const under = 1 + Math.floor(next() * (leaves - 1));
			return [anyOf(features), anyOf([-1, 0, 0.5, 1, 2]), grow(under), grow(leaves - under)];
		};
		for (const leaves of [1, 2, 3, 8, 20, 32]) {
			const trees = [...Array(40)].map(() => grow(leaves));
			const { score } = createForest({ features, trees });
			for (let round = 0; round < 50; round++) {
				const row = Float64Array.from(features, () => anyOf(values));
				expect(score(row)).toBe(trees.reduce<number>((sum, tree) => sum + walked(tree, features, row), 0));
			}
		}
	});

	it('refuses a tree of more leaves than it can hold', () => {
		const grow = (leaves: number): Tree => (leaves === 1 ? 1 : ['a', leaves, grow(leaves - 1), 1]);
		expect(createForest({ features: ['a'], trees: [grow(32)] }).score(Float64Array.of(9))).toBe(1);
		expect(() => createForest({ features: ['a'], trees: [grow(33)] })).toThrow('32 leaves');
	});

	it('refuses a tree that asks for a feature the model does not name', () => {
		expect(() => createForest({ features: ['distance'], trees: [['height', 1, 0, 1]] })).toThrow('height');
	});
});

describe('a log-linear model', () => {
	const scorer = createScorer({ cue: { 'after|say': 2, after: 1 }, steps: { 0: 0.5, 3: -1 } });

	it('adds up the weights of what is emitted, and gives nothing for what training never saw', () => {
		const score = scorer.score((emit) => {
			emit('cue', 'after', 'say');
			emit('steps', 3);
			emit('cue', 'before', 'say');
			emit('unheard of', 1);
		});
		expect(score).toBe(1);
	});

	it('takes codes of texts in place of the texts, also of one that training never saw', () => {
		const { code, score } = createScorer({ word: { 'a|b': 1, 'a|3': 2, 'a|0|7': 4, '-2': 8, '': 16 } });
		const [a, b, three, unseen, empty] = ['a', 'b', '3', 'never seen', ''].map(code);
		if (a === undefined || b === undefined || three === undefined) throw new Error('no code');
		const both = [
			[code('a'), 'b', 1],
			['a', b, 1],
			[a, 3, 2],
			[a, three, 2],
			['a', '3', 2],
			[unseen ?? '', b, 0],
			[a, unseen ?? '', 0],
			[empty ?? '-', undefined, 16],
			[-2, undefined, 8],
			['-2', undefined, 8],
			[a, 0, 0],
		] as const;
		for (const [one, other, weight] of both) expect(score((emit) => emit('word', one, other))).toBe(weight);
		expect(score((emit) => emit('word', a, 0, 7))).toBe(4);
		expect(score((emit) => emit('unseen', a, b))).toBe(0);
	});

	it('holds any number of values apart', () => {
		const next = generator(3);
		const part = () => (next() < 0.5 ? `w${Math.floor(next() * 900)}` : `${Math.floor(next() * 60) - 3}`);
		const values = Object.fromEntries([...Array(5000)].map(() => [`${part()}|${part()}`, next()]));
		const { code, score } = createScorer({ one: values, other: { 'w1|w2': 9 } });
		for (const [value, weight] of Object.entries(values)) {
			const [one = '', other = ''] = value.split('|');
			expect(score((emit) => emit('one', one, code(other)))).toBe(weight);
			expect(score((emit) => emit('other', one, other))).toBe(value === 'w1|w2' ? 9 : 0);
		}
	});

	it('does not depend on the order in which features come', () => {
		const one = scorer.score((emit) => {
			emit('steps', 0);
			emit('cue', 'after');
		});
		const other = scorer.score((emit) => {
			emit('cue', 'after');
			emit('steps', 0);
		});
		expect([one, other]).toEqual([1.5, 1.5]);
	});
});
