/** A choice with the chance that a model gave it. */
interface Chosen {
	readonly sure: number;
	readonly isRight: boolean;
}

const bounds = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];

/** For each bound, how many choices have a smaller chance, and how many in a hundred are right below it and from it on. */
export function calibration(chosen: readonly Chosen[]) {
	const right = (some: readonly Chosen[]) =>
		Math.round((1_000 * some.filter(({ isRight }) => isRight).length) / Math.max(1, some.length)) / 10;
	return bounds.map((bound, at) => {
		const below = chosen.filter(({ sure }) => sure < bound);
		const from = bounds[at - 1] ?? 0;
		return {
			...{ bound, below: below.length, all: chosen.length },
			rightBelow: right(below),
			rightAbove: right(chosen.filter(({ sure }) => sure >= bound)),
			rightSinceTheLast: right(below.filter(({ sure }) => sure >= from)),
		};
	});
}
