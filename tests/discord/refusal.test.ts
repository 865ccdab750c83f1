import { expect, test } from 'vitest';
import { refusal } from '../../src/discord/refusal.ts';
import { bold, code, typed } from '../../src/errors.ts';

const text = (...text: readonly unknown[]) => [{ kind: 'text', text }];

test('what was wrong is the title, what to do is below it', () => {
	expect(refusal(['No digest yet: set one up with /digest set.'])).toMatchObject({
		title: 'No digest yet',
		blocks: text('Set one up with /digest set.'),
	});
	expect(
		refusal(['No speaker called ', typed('a. b: c'), '. Perhaps ', bold('Ada Quillon'), '?']),
	).toMatchObject({
		title: 'No speaker called a. b: c',
		blocks: text('Perhaps ', bold('Ada Quillon'), '?'),
	});
	expect(refusal(['In which time zone is that? Give a city.']).title).toBe('In which time zone is that?');
});

test('a single short sentence is only a title', () => {
	expect(refusal(['The option ', code('loud'), ' takes true or false.'])).toMatchObject({
		title: 'The option loud takes true or false',
		blocks: [],
	});
});

test('a command that may help is a button, whatever the sentence is like', () => {
	const ways = [{ label: 'Search the words', command: 'search', options: { query: 'pier' } }];
	expect(refusal(['No article called ', typed('pier'), '. Look again.'], ways).actions).toEqual([ways]);
	expect(refusal([`${'This sentence goes on '.repeat(9)}.`], ways).actions).toEqual([ways]);
	expect(refusal(['No article.'])).not.toHaveProperty('actions');
});

test('a long sentence is never a title', () => {
	const long = 'This sentence goes on '.repeat(9);
	expect(refusal([`${long}. Then what?`])).toMatchObject({
		title: 'That is not possible',
		blocks: text(`${long}. Then what?`),
	});
});

test('what a member typed is set off without quotation marks of its own', () => {
	expect(typed('say “peace” «now» "x"').text).toBe('say peace now x');
	expect(typed('“”').text).toBe('that');
	expect(typed('「a」 『b』 ＂c〞').text).toBe('a b c');
	expect(typed('x'.repeat(300)).text).toHaveLength(81);
});
