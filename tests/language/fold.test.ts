import { expect, test } from 'vitest';
import { fold, wordForm, words } from '../../src/language/fold.ts';

test('an apostrophe in a name is the same, however it is typed', () => {
	for (const typed of ["O'Brien", 'O’Brien', 'Oʼbrien', 'Oʻbrien', 'O`BRIEN', 'O´brien', 'O′Brien']) {
		expect([typed, words(typed)]).toEqual([typed, ['o', 'brien']]);
		expect([...typed.matchAll(wordForm)].map(([form]) => fold(form))).toEqual(['o', 'brien']);
	}
});

test('letters with accents behind them stay one word', () => {
	expect([...'Café Ła\u0301ska'.matchAll(wordForm)].map(([form]) => fold(form))).toEqual(['cafe', 'laska']);
});
