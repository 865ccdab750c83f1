import { describe, expect, it } from 'vitest';
import { identifyLanguage } from '../../src/language/identify.ts';
import { packFor, readsSpeakers } from '../../src/language/packs.ts';
import { findQuotes } from '../../src/language/quotations.ts';

/** A few sentences of news, each invented, in twelve languages. */
const texts: Record<string, string> = {
	en: 'The ferry to Hallo sails again on Monday. The council paid for the new pier, and pupils travel free.',
	fr: 'Le bac de Hallo reprendra la mer lundi. La commune a payé le nouveau quai, et les élèves voyagent sans payer.',
	de: 'Die Fähre nach Hallo fährt ab Montag wieder. Der Rat hat den neuen Anleger bezahlt, und Schüler fahren umsonst.',
	es: 'El transbordador de Hallo vuelve a navegar el lunes. El ayuntamiento pagó el muelle nuevo y los alumnos viajan gratis.',
	it: 'Il traghetto per Hallo riparte lunedì. Il comune ha pagato il nuovo molo e gli studenti viaggiano gratis.',
	pt: 'A balsa para Hallo volta a navegar na segunda-feira. A câmara pagou o novo cais e os alunos viajam de graça.',
	nl: 'De veerboot naar Hallo vaart maandag weer. De gemeente heeft de nieuwe steiger betaald en scholieren reizen gratis.',
	sv: 'Färjan till Hallo går igen på måndag. Kommunen betalade den nya bryggan, och elever åker gratis.',
	pl: 'Prom do Hallo znów pływa od poniedziałku. Gmina zapłaciła za nową przystań, a uczniowie jeżdżą za darmo.',
	ru: 'Паром на остров Халло снова ходит с понедельника. Новый причал оплатил совет, а школьники ездят бесплатно.',
	uk: 'Пором на острів Халло знову ходить із понеділка. Новий причал оплатила рада, а школярі їздять безкоштовно.',
	tr: 'Hallo feribotu pazartesi günü yeniden sefere başlıyor. Yeni iskelenin parasını belediye ödedi, öğrenciler ücretsiz biniyor.',
};

describe('the language of a text', () => {
	for (const [language, text] of Object.entries(texts)) {
		it(`is decided on two sentences: ${language}`, () => expect(identifyLanguage([text])).toBe(language));
	}

	it('is left open where there is nothing to decide on', () => {
		expect(identifyLanguage([])).toBeNull();
		expect(identifyLanguage(['12 : 30', '—'])).toBeNull();
	});

	it('chooses what is known of it by its first part', () => {
		expect(packFor('en-GB').language).toBe('en');
		expect(packFor('EN').language).toBe('en');
		expect([readsSpeakers('en'), readsSpeakers('fr'), readsSpeakers('pl'), readsSpeakers(null)]).toEqual([
			true,
			true,
			false,
			false,
		]);
		expect(packFor('constructor').speakers).toBeNull();
	});
});

describe('a language whose speakers are not read', () => {
	const marked: [string, string[], string[]][] = [
		[
			'it',
			['« Il mare sale », ha detto Ada Vennes, la sindaca di Hallo. « Noi restiamo. »'],
			['Il mare sale', 'Noi restiamo.'],
		],
		['cs', ['„Voda stoupá“, řekla Ada Vennesová. „Zůstaneme tady.“'], ['Voda stoupá', 'Zůstaneme tady.']],
		['da', ['»Vandet stiger«, sagde Ada Vennes mandag.'], ['Vandet stiger']],
		['pt', ['«A água sobe», disse Ada Venas. “Ficamos aqui”, acrescentou.'], ['A água sobe', 'Ficamos aqui']],
		['bg', ['«Водата се покачва», каза Ада Вен в понеделник.'], ['Водата се покачва']],
		['pl', ['„Woda się podnosi”, powiedziała Ada Wenn.'], ['Woda się podnosi']],
		['sv', ['”Vattnet stiger snabbt”, sade Ada Venn.'], ['Vattnet stiger snabbt']],
		['ja', ['「水が増えている。」と市長は語った。'], ['水が増えている。']],
	];
	for (const [language, paragraphs, words] of marked) {
		it(`has quotation marks and no names: ${language} ${words[0]}`, () => {
			const found = findQuotes(paragraphs, language);
			expect(found.map(({ text }) => text)).toEqual(words);
			for (const quote of found) {
				expect(quote).toMatchObject({
					speaker: null,
					role: null,
					mention: null,
					cue: null,
					confidence: null,
				});
				expect(paragraphs[quote.paragraph]?.slice(quote.start, quote.end)).toContain(quote.text);
			}
		});
	}

	it('names nobody by a label, a dash or a signature either', () => {
		const found = findQuotes(
			['ADA VENN: Restiamo.', 'TOM ORRIN: Andiamo.', '« Vedremo. » – Ada Venn', '— Parto, disse Ada Venn.'],
			'it',
		);
		expect(found.every(({ speaker }) => speaker === null)).toBe(true);
	});

	it('leaves out words in marks that nothing shows to be said', () => {
		expect(findQuotes(['Le film « Hallo » et le « calme » du port.'], 'fr')).toEqual([]);
	});

	it('joins the paragraphs of a quotation over several paragraphs', () => {
		const found = findQuotes(['« Nous restons tous ici.', '« La mer monte chaque jour. »'], 'fr');
		expect(found.map(({ group }) => group)).toEqual([0, 0]);
	});

	it('is decided on the paragraphs where it is not given', () => {
		const spoken = [
			'« Il mare sale ogni anno », ha dichiarato la sindaca Ada Vennes, lunedì, davanti al consiglio.',
		];
		expect(findQuotes(spoken).map(({ speaker }) => speaker)).toEqual([null]);
		expect(findQuotes(['“The sea rises every year,” said the mayor, Ada Venn, on Monday.'])[0]?.speaker).toBe(
			'Ada Venn',
		);
	});
});
