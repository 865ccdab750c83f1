import { describe, expect, it } from 'vitest';
import { ownHyphens } from '../../../src/reading/pdf/hyphens.ts';

const text = [
	'The harbour office has ordered a new engine for the well-',
	'known ferry of the island, the mayor said on Monday, and the har-',
	'bour will be closed for a week while the engine is put into its place.',
	'Nobody on the island had heard of a long-distance ferry before, and a',
	'school teacher called the wheel of the ferry a paddle wheel.',
];

describe('the hyphen at the end of a line', () => {
	const isOwn = ownHyphens(text);

	it.each([
		['harbour', 'har', 'bour', false],
		['long-distance', 'long', 'distance', true],
		['well-known', 'well', 'known', true],
		['island-based', 'island', 'based', true],
		['paddle-wheel', 'paddle', 'wheel', true],
		['engine', 'en', 'gine', false],
		['something', 'some', 'thing', false],
		['carefully', 'care', 'fully', false],
	])('of %s', (_, before, after, own) => {
		expect(isOwn(before, after)).toBe(own);
	});

	it('of another language is not judged by English words', () => {
		const french = [
			'Le bureau du port a commandé un nouveau moteur pour le bac de l’île, dit le maire lundi.',
			'Le directeur de l’école second-',
			'aire du village trouve que c’est une bonne nouvelle pour tous les enfants.',
		];
		expect(ownHyphens(french)('second', 'aire')).toBe(false);
	});
});
