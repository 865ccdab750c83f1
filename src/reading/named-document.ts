import { UserError } from '../errors.ts';

/** Documents that are known by their content, by the ending of their files. */
const documents: readonly (readonly [ending: RegExp, what: string])[] = [
	[/\.docx$/iu, 'Word document'],
	[/\.pdf$/iu, 'PDF'],
];

/**
 * The error of a file that was read as plain text because nothing in it is of the document that its name promises.
 * What is wrong with it as plain text would mislead: it was never meant as that.
 */
export function asDocument(error: unknown, name: string): unknown {
	const what = documents.find(([ending]) => ending.test(name))?.[1];
	if (what === undefined || !(error instanceof UserError)) return error;
	return new UserError(
		`${name} could not be opened as a ${what}: open it in its program, and save it again.`,
		{
			cause: error,
		},
	);
}
