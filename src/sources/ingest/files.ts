import { opendir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { deepest, isArticleName, isHidden } from '../folder/names.ts';
import { plainly } from '../folder/plainly.ts';

/** A file that is to be read, or a sentence on what cannot be. */
export type Listed =
	| { readonly kind: 'file'; readonly path: string; readonly size: number; readonly modified: number }
	| { readonly kind: 'refused'; readonly name: string; readonly why: string };

/** Lists of feeds and packed exports of comments are read, too, where a folder has them. */
const isList = /\.(?:opml|xml\.gz)$/iu;

/**
 * The files that a name on a command line stands for: that file, whatever it is called, or those in a folder that have
 * the ending of a format, in the order of their names. @throws UserError where there is none.
 */
export async function* filesOf(given: string): AsyncGenerator<Listed> {
	const path = await realpath(resolve(given)).catch((error: unknown) => {
		throw new UserError(
			`${given} cannot be opened: ${plainly(error)}. Give a file, a folder, or an address that begins with https://.`,
		);
	});
	const found = await stat(path);
	if (found.isDirectory()) yield* filesIn(path, 0);
	else if (!found.isFile())
		throw new UserError(`${given} is neither a file nor a folder, so it is not read.`);
	else yield { kind: 'file', path, size: found.size, modified: found.mtimeMs };
}

async function* filesIn(folder: string, depth: number): AsyncGenerator<Listed> {
	const names: string[] = [];
	try {
		for await (const { name } of await opendir(folder)) if (!isHidden(name)) names.push(name);
	} catch (error) {
		yield { kind: 'refused', name: folder, why: `${folder} cannot be opened: ${plainly(error)}.` };
		return;
	}
	for (const name of names.sort()) {
		const path = join(folder, name);
		// A link is followed where it is named itself, not within a folder: it may lead round in a circle.
		const found = await stat(path).catch(() => null);
		const real = await realpath(path).catch(() => null);
		if (found === null || real !== path) continue;
		if (found.isDirectory()) {
			if (depth < deepest) yield* filesIn(path, depth + 1);
		} else if (found.isFile() && (isArticleName(name) || isList.test(name)))
			yield { kind: 'file', path, size: found.size, modified: found.mtimeMs };
	}
}
