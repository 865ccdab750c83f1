import { describe, expect, it } from 'vitest';
import { isInAnotherLanguage } from '../../../src/language/retrieval/asked-language.ts';

describe('a question in another language than the text', () => {
	it.each([
		'Wer hat den Tunnel gebaut?',
		'Wo liegt Ostwick?',
		'Wer gewann?',
		'Combien coûte le tunnel ?',
		'Pourquoi la grève ?',
		'¿Quién ganó?',
		'¿Cuánto cuesta el túnel?',
		'Кто победил?',
		'Quando ha vinto?',
		'Quem ganhou?',
		'Hoeveel kost de tunnel?',
		'Kto wygrał?',
		'トンネルはいくらですか',
		'Πόσο κοστίζει η σήραγγα;',
		'كم تكلفة النفق؟',
	])('is seen by its words or its letters: %s', (question) => {
		expect(isInAnotherLanguage(question, 'en-GB')).toBe(true);
		expect(isInAnotherLanguage(question, null)).toBe(false);
	});

	it.each([
		'Who won?',
		'tunnel cost',
		'Bruno Ruiz',
		'Was Die Nadel shown?',
		'Who runs Das Haus in El Puerto?',
		'Who said "où est le musée"?',
		'Who met Ханна?',
		'What is La Niña?',
		'why die',
		'Cosa Nostra boss arrested',
		'dove soap recall',
		'son of the mayor',
		'',
	])('is not taken for one by names and by what it quotes: %s', (question) => {
		expect(isInAnotherLanguage(question, 'en')).toBe(false);
	});

	it('is an English one where the text is in another', () => {
		for (const language of ['de', 'fr', 'es', 'ru']) {
			expect(isInAnotherLanguage('Who built the tunnel under the harbour?', language)).toBe(true);
		}
		expect(isInAnotherLanguage('Wer hat den Tunnel gebaut?', 'de')).toBe(false);
		expect(isInAnotherLanguage('Кто победил?', 'ru')).toBe(false);
	});
});
