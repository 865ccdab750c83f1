import { describe, expect, test } from 'vitest';
import { coarseHidden } from '../../src/cards/coarse.ts';

const hidden = (text: string) =>
	coarseHidden(text).flatMap((part) => (typeof part === 'object' && 'text' in part ? [part.text] : []));
const whole = (text: string) =>
	coarseHidden(text)
		.map((part) => (typeof part === 'string' ? part : 'text' in part ? part.text : ''))
		.join('');

describe('coarse words', () => {
	test('are hidden behind a spoiler, the whole word and no more', () => {
		expect(coarseHidden('What a fucking mess, said the baker.')).toEqual([
			'What a ',
			{ mark: 'spoiler', text: 'fucking' },
			' mess, said the baker.',
		]);
	});

	test('are found with figures and signs for letters, in capitals, and inside longer words', () => {
		expect(hidden('Sh1t! BULLSHIT, utter bullshit. f*ck that, motherfucker')).toEqual([
			'Sh1t',
			'BULLSHIT',
			'bullshit',
			'f*ck',
			'motherfucker',
		]);
	});

	test.each([
		'Scunthorpe and Penistone lie in the north, Middlesex in the south.',
		'Dick Cheney met Willie Cock of Essex; Philip K. Dick wrote about it.',
		'The cockpit, the cockerel, the cocktail and the peacock.',
		'An assassin passed the class with an assessment of the grapes.',
		'Cumin, shiitake and therapists; a chink in the armour; arsenal, titan, analysis.',
		'The dyke broke at the sex education centre where the rape trial was held.',
		'Pussy Riot sang among pussy willows.',
	])('are not found in: %s', (text) => {
		expect(hidden(text)).toEqual([]);
	});

	test('are the only thing that changes: no letter is lost', () => {
		const text = 'A shit day, a bloody shitty 💩 day — merde!\n\nAnd “asshole” in marks.';
		expect(whole(text)).toBe(text);
		expect(hidden(text)).toEqual(['shit', 'shitty', 'asshole']);
	});
});
