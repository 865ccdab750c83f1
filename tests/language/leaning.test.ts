import { describe, expect, test } from 'vitest';
import { packFor } from '../../src/language/packs.ts';

const leaning: Readonly<Record<string, readonly string[]>> = {
	en: [
		'He opened the pier of Ostwick on Monday.',
		'But the council of Ostwick paid for the pier.',
		'As a result, the ferry of Ostwick stays in the harbour.',
		'Another was found on the quay of Ostwick.',
		'The last was sold on Monday in Arle.',
		'The two have known each other for years.',
		'A further 30 people were waiting in Ostwick.',
		'If this is the future, Ostwick needs no pier.',
		'Really, Ostwick needs no pier.',
		'Similar piers were built in Arle and Sundmouth.',
		'Worse, the pier of Ostwick has no roof.',
		'Like him, Anna Brandt wants the ferry to be free.',
		'Among them was Anna Brandt, the mayor.',
		'Those who bought tickets in Arle get their money back.',
		'For that reason, Ostwick has no ferry.',
		'“We counted the days,” she said.',
		'To do so, Ostwick needs 40 boats.',
		'Asked about that night, Anna Brandt said nothing.',
		'Here’s what the pier of Ostwick costs.',
		'Yes, Ostwick has a pier.',
		'All right, Ostwick has a pier.',
		'Starting in 2029, working with Lena Holt of Arle, they had built a pier.',
		'In each case, Anna Brandt had asked for a pier.',
		'Both were late and wet.',
		'Either is fine for a town like Ostwick.',
		'It was more dangerous than Ostwick had said.',
		'Now consider what Ostwick pays for its pier.',
		'Sometimes, they cross to Hallo twice a day.',
		'Now she’s the mayor of Ostwick.',
		'Today it plans a second pier in Arle.',
		'The 37-year-old said that the pier of Ostwick was safe.',
	],
	de: [
		'Er eröffnete am Montag den Steg von Ostwick.',
		'Aber der Rat von Ostwick zahlt den Steg.',
		'Deshalb bleibt die Fähre im Hafen.',
		'Die Entscheidung fiel am Montag in Arle.',
		'Zwei Tage später sank die Fähre.',
		'„Wir haben die Tage gezählt“, sagte sie.',
		'Diese Fähre fährt zwölfmal am Tag.',
		'Derzeit sind sie wieder in Arle.',
		'Als er in Ostwick ankam, regnete es.',
	],
	fr: [
		'Il a ouvert lundi le ponton d’Ostwick.',
		'Mais le conseil d’Ostwick paie le ponton.',
		'En conséquence, le ferry reste au port.',
		'Cette décision est tombée lundi à Arle.',
		'La décision est tombée lundi.',
		'« Nous avons compté les jours », a-t-elle déclaré.',
		'Deux jours plus tard, le ferry a coulé.',
		'Aujourd’hui, elle dirige le port d’Ostwick.',
	],
	es: [
		'Ella abrió el lunes el muelle de Ostwick.',
		'Pero el consejo de Ostwick paga el muelle.',
		'Por eso, el ferry se queda en el puerto.',
		'La decisión llegó el lunes.',
		'«Hemos contado los días», dijo.',
		'Dos días después, el ferry se hundió.',
		'Su barco cruza doce veces al día.',
		'Cuando ella llegó a Ostwick, llovía.',
	],
	ru: [
		'Он открыл причал Оствика в понедельник.',
		'Но совет Оствика заплатит за причал.',
		'В результате паром остаётся в порту.',
		'«Мы считали дни», — сказала она.',
		'По его словам, паром ходит двенадцать раз в день.',
		'Через два дня паром затонул.',
		'Сейчас они снова в Арле.',
	],
};

const standing: Readonly<Record<string, readonly string[]>> = {
	en: [
		'Both Ostwick and the towns of the quay should pay for the pier.',
		'Neither Anna Brandt nor Lena Holt came to Ostwick.',
		'It is simply astounding that Anna Brandt asks Ostwick for trust.',
		'It should have been common sense that the pier of Ostwick was rotten.',
		'It is long past time to close the pier of Ostwick.',
		'The plan to open the pier of Ostwick was rejected on Monday.',
		'The man who built the pier of Ostwick was fined on Monday.',
		'A plan for the pier of Ostwick was rejected.',
		'Mayor Anna Brandt opened the pier, and she paid for it.',
		'The last bakery of Ostwick will be sold on Monday.',
		'The two boats of Ostwick carry 40 people.',
		'Earlier this month, Ostwick opened a pier.',
		'Despite its size, Ostwick has no pier.',
		'Each boat of Ostwick carries 40 people.',
		'Today it rains in Ostwick.',
		'In some cases, the ferry of Ostwick stays in the harbour.',
		'Starting in May, the ferry of Ostwick crosses to Hallo, and pupils of Arle travel free.',
		'The 12-year-old boy from Arle won the race of Ostwick.',
	],
	de: [
		'Der Rat von Ostwick zahlt den Steg.',
		'Die Entscheidung über die Fähre fiel am Montag.',
		'Die Fähre von Ostwick fährt zwölfmal am Tag.',
		'„Wir haben die Tage gezählt“, sagte Anna Brandt.',
		'Derzeit ist Anna Brandt in Arle, wo sie ein Haus hat.',
	],
	fr: [
		'Le conseil d’Ostwick paie le ponton.',
		'La décision de fermer le port est tombée lundi.',
		'« Nous avons compté les jours », a déclaré Anna Brandt.',
		'Il y a quarante bateaux dans le port d’Ostwick.',
		'Quand Anna Brandt est arrivée à Ostwick, elle n’avait rien.',
	],
	es: [
		'El consejo de Ostwick paga el muelle.',
		'La decisión de cerrar el puerto llegó el lunes.',
		'«Hemos contado los días», dijo Anna Brandt.',
		'Este lunes abre el muelle de Ostwick.',
	],
	ru: [
		'Совет Оствика заплатит за причал.',
		'Решение о закрытии порта принято в понедельник.',
		'«Мы считали дни», — сказала Анна Брандт.',
	],
};

const cases = (all: Readonly<Record<string, readonly string[]>>) =>
	Object.entries(all).flatMap(([language, texts]) => texts.map((text) => [language, text] as const));

describe('a sentence', () => {
	test.each(cases(leaning))('leans on an earlier one (%s): %s', (language, text) => {
		expect(packFor(language).leansOnBefore(text)).toBe(true);
	});

	test.each(cases(standing))('can be read alone (%s): %s', (language, text) => {
		expect(packFor(language).leansOnBefore(text)).toBe(false);
	});
});

test.each([
	'The plan was rejected in Ostwick on Monday.',
	'The victims were taken to the hospital of Arle.',
	'The man, who lives in Arle, was fined on Monday.',
	'The company has 40 boats.',
	'In the 1991 film, a ferry sinks.',
	'During the trial, nobody spoke.',
	'According to the website, a ticket costs four crowns.',
	'The all-wheel-drive version will be built in Arle.',
])('opens with what another nearby names: %s', (text) => {
	expect(packFor('en').namesKnown(text)).toBe(true);
});

test.each([
	'The plan to open the pier of Ostwick was rejected on Monday.',
	'The man who built the pier was fined on Monday.',
	'The company Ostwick Ferries has 40 boats.',
	'The Norrish company has 40 boats.',
])('names what it is about itself: %s', (text) => {
	expect(packFor('en').namesKnown(text)).toBe(false);
});

test.each([
	['de', 'Foto: Anna Brandt', 'Lesen Sie auch: Die Fähre von Ostwick'],
	['fr', 'Photo : Anna Brandt', 'À lire aussi : le ferry d’Ostwick'],
	['es', 'Foto: Anna Brandt', 'Lea también: el ferry de Ostwick'],
	['ru', 'Фото: Анна Брандт', 'Читайте также: паром Оствика'],
])('lines of the page are known as such (%s)', (language, ...lines) => {
	for (const line of lines) expect(packFor(language).isPageLine(line)).toBe(true);
});

test.each([
	'A: The harbour of Ostwick, where I learned to swim and to swear.',
	'Q: You grew up in Ostwick and left it at nineteen.',
	'Lena Holt discusses the vote of the council of Ostwick and the price of the pier on ‘Morning Pier.’',
	'Mayor Anna Brandt, second left, and the bakers Tomas Renn, right, open the pier of Ostwick.',
	'Below, we list the piers of Ostwick and what they cost.',
	'We hope to see you on the pier of Ostwick soon!',
	'Anna Brandt chose the old pier of Ostwick for the following reasons.',
	'Mayor Anna Brandt is seen at the pier of Ostwick on May 3, 2031.',
	'The new pier is shown in this undated picture from the harbour office.',
	'Here is the full list of the piers of Ostwick.',
	'Mayor Anna Brandt joins the panel to weigh the new pier of Ostwick on "Harbour Live".',
])('is of the page, or of a video beside the text: %s', (line) => {
	expect(packFor('en').isPageLine(line)).toBe(true);
});

test.each([
	'Anna Brandt discusses the new pier of Ostwick on Monday with the council of Arle.',
	'More rain is seen at the coast this week, the harbour office of Ostwick said.',
	'The plan is shown in a report by the council of Ostwick.',
	'Here is the man who saved the ferry of Ostwick.',
	'Top officials are seen leaving the council of Ostwick before the vote.',
	'A ferry: that is what the people of Ostwick want most.',
])('is of the text: %s', (line) => {
	expect(packFor('en').isPageLine(line)).toBe(false);
});

test.each([
	['Earlier this year, Ostwick showed the plan of a pier.', true],
	['Two years ago the council of Ostwick closed its pier.', true],
	['Earlier this week, the council of Ostwick opened its pier.', false],
	['The pier of Ostwick opened on Monday.', false],
])('tells what was before the news: %s', (sentence, isBackground) => {
	expect(packFor('en').isBackground?.(sentence)).toBe(isBackground);
});

test.each([
	['en', 'Anna Brandt found what had caused this reaction in Ostwick.'],
	['de', 'Anna Brandt hielt in Ostwick an diesem Plan fest.'],
	['fr', 'Anna Brandt a défendu cette idée à Ostwick.'],
	['es', 'Anna Brandt defendió esta idea en Ostwick.'],
	['ru', 'Анна Брандт в Оствике защищала эту идею.'],
])('points at what was told (%s): %s', (language, text) => {
	expect(packFor(language).pointsAtTold?.(text)).toBe(true);
});

test.each([
	['en', 'Ostwick opened a pier this year, after these past two winters.'],
	['en', '“We counted these days,” Anna Brandt said of Ostwick.'],
	['de', 'Ostwick öffnet in diesem Jahr einen Steg, nach „diesem Winter“.'],
	['de', 'Anna Brandt kommt an diesem Dienstagabend nach Ostwick.'],
	['fr', 'Anna Brandt ouvre le ponton d’Ostwick cette semaine, et ce n’est pas le premier.'],
	['es', 'Anna Brandt abre el muelle de Ostwick este lunes.'],
	['ru', 'В этом году Анна Брандт открыла причал в Оствике.'],
])('points at nothing that was told (%s): %s', (language, text) => {
	expect(packFor(language).pointsAtTold?.(text)).toBe(false);
});
