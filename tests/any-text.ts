import fc from 'fast-check';

/** Between them lie the halves of pairs, which are no characters. */
const [firstHalf, halves] = [0xd800, 0x800];

/**
 * Any code point, to make texts of: `fc.string({ unit: codePoint })` gives what fast-check's own unit "binary" does, but
 * that one spends a second of each process on a table of all of them.
 */
export const codePoint = fc.integer({ min: 0, max: 0x10ffff - halves }).map(
	(number) => String.fromCodePoint(number < firstHalf ? number : number + halves),
	(text) => {
		const number = typeof text === 'string' && [...text].length === 1 ? (text.codePointAt(0) ?? -1) : -1;
		if (number < 0 || (number >= firstHalf && number < firstHalf + halves)) throw new Error('No code point.');
		return number < firstHalf ? number : number - halves;
	},
);

const pathCharacter = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-._~!$&'()*+,;=:@") },
	{ weight: 1, arbitrary: codePoint.map((text) => encodeURIComponent(text)) },
);
const part = fc.string({ unit: pathCharacter, maxLength: 20 });

/**
 * An address of the web; `fc.webUrl` would spend a second of each process on tables of what may stand in one.
 * @param behind whether a query and a fragment may stand behind the path.
 */
export const webAddress = ({ behind = false } = {}) =>
	fc
		.record({
			scheme: fc.constantFrom('https', 'http'),
			host: fc.domain(),
			path: fc.array(part, { maxLength: 5 }),
			query: behind ? fc.option(part) : fc.constant(null),
			fragment: behind ? fc.option(part) : fc.constant(null),
		})
		.map(({ scheme, host, path, query, fragment }) =>
			[
				`${scheme}://${host}`,
				...path.map((segment) => `/${segment}`),
				query === null ? '' : `?${query}`,
				fragment === null ? '' : `#${fragment}`,
			].join(''),
		);
