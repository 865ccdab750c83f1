import { describe, expect, it } from 'vitest';
import { explain } from '../../src/reading/explain.ts';

const page = [
	'Home | News | Sport',
	'',
	'Weir of Ostermarsh is opened after nine winters',
	'By Orla Finch',
	'',
	'The weir of Ostermarsh was opened on Tuesday for the first time in nine winters, and the mill below it turned.',
	'\u202e“We oiled it,” said the miller, Ilse Tarn, and asked everybody who had come to step back from the wheel.',
	'Nobody else in the valley grinds rye, so that bakers have bought their flour from the coast until now.',
].join('\n');

describe('what a page was read as, line by line', () => {
	const lines = explain(new TextEncoder().encode(page), 'weir.txt');

	it('has every line that holds something, with what it was taken for', () => {
		expect(lines.map(({ line }) => line)).toEqual([1, 3, 4, 6, 7, 8]);
		expect(lines.map(({ as }) => as[0])).toEqual([
			expect.stringMatching(/^furniture/),
			'headline',
			'byline',
			'paragraphs[0]',
			'paragraphs[1]',
			'paragraphs[2]',
		]);
	});

	it('says how sure that is, and gives the line unchanged', () => {
		for (const { sure } of lines) expect(sure).toBeGreaterThanOrEqual(0);
		for (const { sure } of lines) expect(sure).toBeLessThanOrEqual(1);
		expect(lines[1]?.text).toBe('Weir of Ostermarsh is opened after nine winters');
	});
});
