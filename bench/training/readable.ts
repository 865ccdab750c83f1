/** JSON with a line a weight, and a line a tree. */
export function readable(value: unknown): string {
	const lines = JSON.stringify(
		value,
		(key, part) =>
			key === 'trees' && Array.isArray(part)
				? part.map((tree: unknown) => `\0${JSON.stringify(tree)}`)
				: part,
		'\t',
	);
	return lines.replace(/"\\u0000((?:[^"\\]|\\.)*)"/gu, (_, tree: string) => JSON.parse(`"${tree}"`));
}
