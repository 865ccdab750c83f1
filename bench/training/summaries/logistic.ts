/**
 * Logistic regression by iteratively reweighted least squares. Each row needs a constant of its own.
 * @param pull added to the diagonal: weights of what is seldom seen stay small.
 * @returns a weight for each column.
 */
export function fitLogistic(
	rows: readonly Float64Array[],
	right: readonly boolean[],
	pull: number,
	rounds = 7,
): Float64Array {
	const size = rows[0]?.length ?? 0;
	let weights: Float64Array = new Float64Array(size);
	for (let round = 0; round < rounds; round++) {
		// The last column is the right-hand side.
		const sums = Array.from({ length: size }, () => new Float64Array(size + 1));
		for (const [index, row] of rows.entries()) {
			let score = 0;
			for (let at = 0; at < size; at++) score += (row[at] as number) * (weights[at] as number);
			const chance = 1 / (1 + Math.exp(-score));
			const bend = Math.max(chance * (1 - chance), 1e-3);
			const aim = bend * score + ((right[index] ? 1 : 0) - chance);
			for (let at = 0; at < size; at++) {
				const value = row[at] as number;
				const line = sums[at];
				if (value === 0 || !line) continue;
				const bent = value * bend;
				for (let other = at; other < size; other++)
					line[other] = (line[other] as number) + bent * (row[other] as number);
				line[size] = (line[size] as number) + value * aim;
			}
		}
		for (const [at, line] of sums.entries()) {
			for (let other = 0; other < at; other++) line[other] = sums[other]?.[at] ?? 0;
			line[at] = (line[at] ?? 0) + pull;
		}
		weights = solved(sums);
	}
	return weights;
}

/** Solves a system of linear equations, given with the right-hand side as the last column, by elimination. */
function solved(lines: Float64Array[]): Float64Array {
	const size = lines.length;
	for (let at = 0; at < size; at++) {
		const pivot = lines
			.slice(at)
			.reduce((best, line) => (Math.abs(line[at] ?? 0) > Math.abs(best[at] ?? 0) ? line : best));
		lines[lines.indexOf(pivot)] = lines[at] as Float64Array;
		lines[at] = pivot;
		for (const line of lines.slice(at + 1)) {
			const share = (line[at] as number) / (pivot[at] as number);
			if (share === 0) continue;
			for (let other = at; other <= size; other++)
				line[other] = (line[other] as number) - share * (pivot[other] as number);
		}
	}
	const found = new Float64Array(size);
	for (let at = size - 1; at >= 0; at--) {
		const line = lines[at] as Float64Array;
		let sum = line[size] as number;
		for (let other = at + 1; other < size; other++) sum -= (line[other] as number) * (found[other] as number);
		found[at] = sum / (line[at] as number);
	}
	return found;
}
