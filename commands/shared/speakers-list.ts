import { counted } from '../../src/cards/numbers.ts';
import type { Suggestion } from '../../src/command.ts';
import { code, UserError } from '../../src/errors.ts';
import { foldedKey } from '../../src/language/fold.ts';
import type { Context } from './context.ts';

/** As many can be set side by side; more would need a screen for one round. */
const most = 4;
/** At most as many as Discord shows, and no longer than it gives back. */
const offers = { most: 25, longest: 100 };

/** The names in a list with commas, each once. @throws UserError unless there are two to four. */
export function namesIn(list: string): readonly string[] {
	const names = list.split(/[,;\n]/u).map((name) => name.replace(/\s+/gu, ' ').trim());
	const once = [
		...new Map(names.filter((name) => name !== '').map((name) => [foldedKey(name) || name, name])).values(),
	];
	if (once.length >= 2 && once.length <= most) return once;
	throw new UserError([
		'Name two to four people in ',
		code('speakers'),
		`, with commas between them; there ${once.length === 1 ? 'is' : 'are'} ${once.length}.`,
	]);
}

/** Completes the last name of a list with commas. */
export async function offerNames(
	typed: string,
	{ library }: Pick<Context, 'library'>,
	article: string | undefined,
): Promise<readonly Suggestion[]> {
	const [, before = '', last = ''] = /^(.*[,;])?([^,;]*)$/su.exec(typed) ?? [];
	const named = new Set(before.split(/[,;]/u).map(foldedKey));
	if ([...named].filter((name) => name !== '').length >= most) return [];
	const found = await library.suggestSpeakers(last, offers.most, article);
	const first = before.replace(/[\s,;]+$/u, '');
	return found
		.filter(({ speaker }) => !named.has(foldedKey(speaker)))
		.map(({ speaker, quotes }) => {
			const value = first === '' ? speaker : `${first}, ${speaker}`;
			return { label: `${value} · ${counted(quotes, 'quote')}`, value };
		})
		.filter(({ value }) => value.length <= offers.longest);
}
