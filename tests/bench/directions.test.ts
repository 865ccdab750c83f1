import { expect, it } from 'vitest';
import { directionsOf } from '../../bench/training/meanings/directions.ts';

it('finds the directions in which rows differ most, the strongest first', () => {
	// Along (3, 4) by up to 10, across it by up to 1, around (2, 1).
	const rows = [-10, -5, 5, 10].flatMap((along) =>
		[-1, 1].map((across) =>
			Float64Array.of(2 + 0.6 * along - 0.8 * across, 1 + 0.8 * along + 0.6 * across, 7),
		),
	);
	const { mean, directions } = directionsOf(rows, 2);
	expect([...mean].map((one) => Math.round(one * 1e6) / 1e6)).toEqual([2, 1, 7]);
	const [first, second] = directions.map((way) => [...way].map((one) => Math.round(one * 1e6) / 1e6));
	expect(first).toEqual([0.6, 0.8, 0]);
	expect(second).toEqual([0.8, -0.6, 0]);
});
