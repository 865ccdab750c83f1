import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../src/language/quotations.ts';

const speakersOf = (paragraphs: readonly string[], language: string) =>
	findQuotes(paragraphs, language).map(({ text, speaker }) => [text, speaker]);

describe('German words with a capital', () => {
	it('are no part of a name that stands before them', () => {
		const paragraphs = [
			'Klara Dühring leitet den Hafen von Halden seit neun Jahren.',
			'Hier sieht auch Dühring Vorteile für die Fischer. „Der Kai ist breiter als früher“, sagte sie.',
		];
		expect(speakersOf(paragraphs, 'de')).toEqual([['Der Kai ist breiter als früher', 'Klara Dühring']]);
	});

	it('are no name behind the one whose they are', () => {
		const paragraphs = [
			'Am Abend wartete Anna Quent auf dem Kai. Quents Rückkehr war lange geplant.',
			'„Ich habe die See vermisst“, sagte sie.',
		];
		expect(speakersOf(paragraphs, 'de')).toEqual([['Ich habe die See vermisst', 'Anna Quent']]);
	});

	it('in marks, as the name of a paper, are no quotation', () => {
		const paragraphs = [
			'„Der Kai ist alt“, sagte die Ingenieurin Maud Keller dem „Halden Kurier“ am Dienstag.',
		];
		expect(speakersOf(paragraphs, 'de')).toEqual([['Der Kai ist alt', 'Maud Keller']]);
	});
});

describe('what stands between two quotations', () => {
	it('ends the first speaker’s turn where it is about somebody else', () => {
		const paragraphs = [
			'„Wir gehen nicht“, rief Nora Lund den Fischern zu. Paul Gercke wurde noch deutlicher. „Unser Hafen hatte lange Glück.“',
		];
		const [, second] = speakersOf(paragraphs, 'de');
		expect(second).not.toEqual(['Unser Hafen hatte lange Glück.', 'Nora Lund']);
	});
});

describe('a Spanish verb without its subject', () => {
	it('is not given to a place or a thing that was named last', () => {
		const paragraphs = [
			'Los avisos corrieron por las redes y por Talkly durante la noche.',
			'“Todo el pueblo se volcó con nosotros”, resumió.',
		];
		expect(speakersOf(paragraphs, 'es')).toEqual([['Todo el pueblo se volcó con nosotros', null]]);
	});
});

describe('a name inside the marks', () => {
	it('is the speaker’s behind a verb of speech that cuts in', () => {
		const french = ['« Je garde le phare, explique Mathis Kervrann. Ma famille y vit depuis cent ans. »'];
		expect(speakersOf(french, 'fr')).toEqual([
			['Je garde le phare, explique Mathis Kervrann. Ma famille y vit depuis cent ans.', 'Mathis Kervrann'],
		]);
		const russian = ['«Я ждала парома, — вспоминает Алёна Причалова, — но он не пришёл».'];
		expect(speakersOf(russian, 'ru')).toEqual([
			['Я ждала парома, — вспоминает Алёна Причалова, — но он не пришёл', 'Алёна Причалова'],
		]);
	});
});

describe('a name of which only the first word has been read', () => {
	it('is not shown', () => {
		const [quote] = findQuotes(
			['« Le port nous oublie chaque hiver », accuse l’association Voix au Large.'],
			'fr',
		);
		expect(quote?.speaker).toBeNull();
	});
});

describe('words in marks that a verb of speech without a speaker follows', () => {
	it('are a quotation, however few', () => {
		expect(speakersOf(['«Причал закрыт», — говорится в письме рыбаков.'], 'ru')).toEqual([
			['Причал закрыт', null],
		]);
	});
});
