import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../src/language/quotations.ts';
import type { Fixture } from './fixtures/articles.ts';
import { french } from './fixtures/french.ts';
import { german } from './fixtures/german.ts';
import { russian } from './fixtures/russian.ts';
import { spanish } from './fixtures/spanish.ts';

/** A short report in each language that has verbs of speech and no model: who says what. */
const reports: Record<string, { paragraphs: string[]; truth: [text: string, source: string | null][] }> = {
	fr: {
		paragraphs: [
			'Le maire de Halden, Jean Morvan, a présenté mardi le nouveau quai. « La mer monte, nous aussi », a-t-il déclaré devant une centaine d’habitants. « Nous ne partirons pas. »',
			'« C’est un projet fou », s’insurge Claire Dubreuil, présidente de l’association des pêcheurs. Elle dénonce « une facture de douze millions d’euros ».',
			'Selon l’ingénieure Maud Kervella, « le béton tiendra trente ans ».',
			'« On verra », a répondu le maire.',
			'Interrogée par la presse, la préfète a assuré que « personne ne sera oublié ».',
			'Pour Paul Garrec, pêcheur depuis trente ans : « On nous a menti. »',
			'— Vous partez ? demande un voisin.',
			'— Jamais, répond Claire Dubreuil. Pas avant l’hiver.',
		],
		truth: [
			['La mer monte, nous aussi', 'Jean Morvan'],
			['Nous ne partirons pas.', 'Jean Morvan'],
			['C’est un projet fou', 'Claire Dubreuil'],
			['une facture de douze millions d’euros', 'Claire Dubreuil'],
			['le béton tiendra trente ans', 'Maud Kervella'],
			['On verra', 'Jean Morvan'],
			['personne ne sera oublié', 'la préfète'],
			['On nous a menti.', 'Paul Garrec'],
			['Vous partez ?', 'un voisin'],
			['Jamais,', 'Claire Dubreuil'],
			['Pas avant l’hiver.', 'Claire Dubreuil'],
		],
	},
	es: {
		paragraphs: [
			'El alcalde de Valdemora, Andrés Quiroga, presentó ayer el nuevo muelle. «El mar sube y nosotros también», dijo. «No nos vamos», añadió el regidor.',
			'«Es una locura», denunció Marta Iriarte, presidenta de la cofradía. A su juicio, el proyecto es «un cheque sin fondos».',
			'Según la ingeniera Lucía Ferrán, “el hormigón aguantará treinta años”.',
			'“Nadie quedará atrás”, aseguró este lunes a la prensa la delegada del Gobierno, Rosa Montal.',
			'—¿Se va? —preguntó un vecino.',
			'—Nunca —respondió Iriarte—. Antes me ahogo.',
		],
		truth: [
			['El mar sube y nosotros también', 'Andrés Quiroga'],
			['No nos vamos', 'Andrés Quiroga'],
			['Es una locura', 'Marta Iriarte'],
			['un cheque sin fondos', null],
			['el hormigón aguantará treinta años', 'Lucía Ferrán'],
			['Nadie quedará atrás', 'Rosa Montal'],
			['¿Se va?', 'un vecino'],
			['Nunca', 'Marta Iriarte'],
			['Antes me ahogo.', 'Marta Iriarte'],
		],
	},
	ru: {
		paragraphs: [
			'Мэр Приозёрска Иван Лаптев показал во вторник новый причал. «Море поднимается, и мы тоже», — заявил он журналистам. «Мы не уедем».',
			'«Это безумие», — возмущена Анна Киреева, глава рыболовецкого союза. «Нас никто не спросил», — сказала Киреева.',
			'По словам инженера Олега Зимина, «бетон выдержит тридцать лет».',
			'Зимин добавил: «Работы начнутся в мае».',
			'— Вы уезжаете? — спросил сосед.',
			'— Никогда, — ответила Киреева. — Только не зимой.',
		],
		truth: [
			['Море поднимается, и мы тоже', 'Иван Лаптев'],
			['Мы не уедем', 'Иван Лаптев'],
			['Это безумие', 'Анна Киреева'],
			['Нас никто не спросил', 'Анна Киреева'],
			['бетон выдержит тридцать лет', 'Зимин'],
			['Работы начнутся в мае', 'Зимин'],
			['Вы уезжаете?', 'сосед'],
			['Никогда,', 'Анна Киреева'],
			['Только не зимой.', 'Анна Киреева'],
		],
	},
	de: {
		paragraphs: [
			'Der Bürgermeister von Halden, Jan Morgner, hat am Dienstag den neuen Kai vorgestellt. „Das Meer steigt, wir auch“, sagte er vor hundert Anwohnern. „Wir gehen nicht weg.“',
			'„Das ist verrückt“, schimpfte Klara Dühring, Vorsitzende des Fischervereins. Sie nannte den Plan „ein Fass ohne Boden“.',
			'Laut der Ingenieurin Maud Keller hält „der Beton dreißig Jahre“.',
			'„Mal sehen“, antwortete der Bürgermeister.',
			'„Niemand wird vergessen“, teilte die Landrätin mit.',
			'Fischer Paul Gercke sagte dem Kurier: „Man hat uns belogen.“',
		],
		truth: [
			['Das Meer steigt, wir auch', 'Jan Morgner'],
			['Wir gehen nicht weg.', 'Jan Morgner'],
			['Das ist verrückt', 'Klara Dühring'],
			['ein Fass ohne Boden', 'Klara Dühring'],
			['der Beton dreißig Jahre', 'Maud Keller'],
			['Mal sehen', 'Jan Morgner'],
			['Niemand wird vergessen', 'die Landrätin'],
			['Man hat uns belogen.', 'Paul Gercke'],
		],
	},
};

describe('a report without a model for its language', () => {
	for (const [language, { paragraphs, truth }] of Object.entries(reports)) {
		it(`is read by its verbs of speech: ${language}`, () => {
			const found = findQuotes(paragraphs, language);
			expect(found.map(({ text, speaker, role }) => [text, speaker ?? role])).toEqual(truth);
			for (const { paragraph, start, end, text, mention } of found) {
				expect(paragraphs[paragraph]?.slice(start, end)).toContain(text);
				if (mention) expect(mention.end).toBeLessThanOrEqual(paragraphs[mention.paragraph]?.length ?? 0);
			}
		});
	}
});

describe('a Spanish report in which somebody else stands near the marks', () => {
	const speakersOf = (paragraphs: string[]) =>
		findQuotes(paragraphs, 'es').map(({ text, speaker }) => [text, speaker]);

	it('names the subject, not the paper that was spoken to', () => {
		expect(
			speakersOf([
				'El alcalde Andrés Quiroga defendió ayer el nuevo muelle. «¿Quién lo paga si no?», se preguntaba en unas declaraciones a la emisora pública Radio Valdemora.',
			]),
		).toEqual([['¿Quién lo paga si no?', 'Andrés Quiroga']]);
	});

	it('gives a verb in the plural to no single name', () => {
		expect(
			speakersOf([
				'Marta Iriarte era patrona de un barco, según los vecinos, que pidieron a la cofradía «no olvidar su nombre».',
			]),
		).toEqual([['no olvidar su nombre', null]]);
	});

	it('looks for a subject that is left out past what somebody only told of', () => {
		expect(
			speakersOf([
				'El alcalde Andrés Quiroga visitó el puerto. Recordó que efectivos del Servicio de Costas, Protección Marítima y la Brigada del Faro participan en la búsqueda. «Mucha calma», pidió a los vecinos.',
			]),
		).toEqual([['Mucha calma', 'Andrés Quiroga']]);
	});

	it('keeps a surname with particles whole, and an office of helpers nameless', () => {
		expect(
			speakersOf(['«Hay que esperar», dice Van der Molen. «Falta agua», explica la ONG en un comunicado.']),
		).toEqual([
			['Hay que esperar', 'Van der Molen'],
			['Falta agua', null],
		]);
	});
});

const fixtures: Record<string, readonly Fixture[]> = { fr: french, de: german, es: spanish, ru: russian };

/**
 * How many of a hundred: quotations found that are ones, ones that are found, speakers right, names shown that
 * are right.
 */
function scoresOf(language: string, articles: readonly Fixture[]) {
	let found = 0;
	let gold = 0;
	let matched = 0;
	let speakers = 0;
	let shown = 0;
	let right = 0;
	for (const { paragraphs, truth } of articles) {
		const quotes = findQuotes(paragraphs, language);
		found += quotes.length;
		gold += truth.length;
		for (const [text, speaker] of truth) {
			const at = quotes.findIndex((quote) => quote.text === text);
			const [quote] = at < 0 ? [] : quotes.splice(at, 1);
			if (!quote) continue;
			matched++;
			if (quote.speaker === speaker) speakers++;
			if (quote.speaker !== null) shown++;
			if (quote.speaker !== null && quote.speaker === speaker) right++;
		}
		shown += quotes.filter(({ speaker }) => speaker !== null).length;
	}
	const share = (part: number, whole: number): number => (100 * part) / whole;
	return {
		f1: share(2 * matched, found + gold),
		speakers: share(speakers, gold),
		shown: share(right, shown),
	};
}

describe('ten reports of their own', () => {
	for (const [language, articles] of Object.entries(fixtures)) {
		it(`are read well enough: ${language}`, () => {
			const { f1, speakers, shown } = scoresOf(language, articles);
			expect(f1).toBeGreaterThanOrEqual(97);
			expect(speakers).toBeGreaterThanOrEqual(92);
			expect(shown).toBeGreaterThanOrEqual(97);
		});
	}
});
