/** Rounds over all pairs of columns: the rest is then far below what a byte holds. */
const rounds = 12;

/**
 * The mean of some rows, and the directions in which they differ most, the strongest first (principal components, by
 * Jacobi's rotations of the covariance matrix). Cubic in the width of a row.
 */
export function directionsOf(rows: readonly Float64Array[], count: number) {
	const width = rows[0]?.length ?? 0;
	const mean = new Float64Array(width);
	for (const row of rows)
		for (let at = 0; at < width; at++) mean[at] = (mean[at] as number) + (row[at] as number) / rows.length;
	const matrix = covariance(rows, mean);
	const turned = rotated(matrix);
	const order = Array.from(mean.keys()).sort(
		(one, other) => (matrix[other]?.[other] ?? 0) - (matrix[one]?.[one] ?? 0),
	);
	// The sign of a direction says nothing: the largest number of each is above 0, so that runs agree.
	const directions = order.slice(0, count).map((column) => {
		const way = Float64Array.from(turned, (row) => row[column] ?? 0);
		const most = way.reduce((one, other) => (Math.abs(other) > Math.abs(one) ? other : one), 0);
		return most < 0 ? way.map((one) => -one) : way;
	});
	return { mean, directions };
}

function covariance(rows: readonly Float64Array[], mean: Float64Array): Float64Array[] {
	const width = mean.length;
	const matrix = Array.from({ length: width }, () => new Float64Array(width));
	for (const row of rows) {
		const own = row.map((value, at) => value - (mean[at] as number));
		for (const [at, line] of matrix.entries()) {
			const value = own[at] as number;
			for (let other = 0; other < width; other++)
				line[other] = (line[other] as number) + (value * (own[other] as number)) / rows.length;
		}
	}
	return matrix;
}

/** Makes a symmetric matrix diagonal in place. @returns the directions, as columns. */
function rotated(matrix: readonly Float64Array[]): Float64Array[] {
	const width = matrix.length;
	const turned = Array.from({ length: width }, (_, at) => {
		const row = new Float64Array(width);
		row[at] = 1;
		return row;
	});
	const turn = (row: Float64Array, one: number, other: number, cosine: number, sine: number) => {
		const first = row[one] as number;
		const second = row[other] as number;
		row[one] = cosine * first - sine * second;
		row[other] = sine * first + cosine * second;
	};
	for (let round = 0; round < rounds; round++) {
		for (let one = 0; one < width; one++) {
			for (let other = one + 1; other < width; other++) {
				const [first, second] = [matrix[one] as Float64Array, matrix[other] as Float64Array];
				const off = first[other] as number;
				if (Math.abs(off) < 1e-12) continue;
				const theta = ((second[other] as number) - (first[one] as number)) / (2 * off);
				const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
				const cosine = 1 / Math.sqrt(tangent * tangent + 1);
				const sine = tangent * cosine;
				for (const row of matrix) turn(row, one, other, cosine, sine);
				for (let at = 0; at < width; at++) {
					const [left, right] = [first[at] as number, second[at] as number];
					first[at] = cosine * left - sine * right;
					second[at] = sine * left + cosine * right;
				}
				for (const row of turned) turn(row, one, other, cosine, sine);
			}
		}
	}
	return turned;
}
