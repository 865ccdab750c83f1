import { expect, test } from 'vitest';
import { type Said, mostTelling as tellingIn } from '../../src/language/telling.ts';

const mostTelling = (utterances: readonly Said[], headline: string) => tellingIn(utterances, headline, 'en');
const headline = 'Mayor of Ostwick Promises to Reopen the Harbour Ferry';
const quote = (...segments: string[]): Said => ({ segments, kind: 'quote' });
const fragment = (text: string): Said => ({ segments: [text], kind: 'fragment' });

test('a sentence on the matter of the headline tells more than one on the weather', () => {
	const weather = quote('We had a lovely morning with some wind from the west and hardly a cloud.');
	const matter = quote('The ferry must leave this harbour again before the first of May.');
	expect(mostTelling([weather, matter], headline)).toBe(1);
	expect(mostTelling([matter, weather], headline)).toBe(0);
});

test('a whole sentence tells more than a fragment of a paraphrase', () => {
	expect(
		mostTelling(
			[fragment('a harbour without a ferry'), quote('The town will pay for its own boat.')],
			headline,
		),
	).toBe(1);
});

test('a scrap of a quotation tells less than a fragment that is shown inside its sentence', () => {
	const scrap = quote('High ground,');
	expect(
		mostTelling([scrap, fragment('a long and rather expensive way around the whole bay')], headline),
	).toBe(1);
	expect(mostTelling([scrap], headline)).toBe(0);
	const onTheMatter = quote('Harbour ferry,');
	expect(
		mostTelling([onTheMatter, fragment('a thing that was bought by somebody who is gone')], headline),
	).toBe(1);
});

test('an utterance that can be understood alone is preferred to one that depends on the words before it', () => {
	const leaning = quote('They will reopen it as soon as the harbour allows that.');
	const alone = quote('The engineers will reopen it as soon as the harbour allows that.');
	expect(mostTelling([leaning, alone], headline)).toBe(1);
});

test('neither a scrap nor a speech is chosen where there is something between', () => {
	const scrap = quote('The ferry.');
	const speech = quote('The ferry will come. '.repeat(60));
	const between = quote('The ferry will come back, and the harbour will pay what it owes.');
	expect(mostTelling([scrap, speech, between], headline)).toBe(2);
});

test('a split quotation counts as one thing said', () => {
	const split = quote('The harbour ferry will sail,', 'or I will resign as mayor of this town.');
	expect(mostTelling([quote('Good morning to all of you who came here.'), split], headline)).toBe(1);
});

test('of equals the earlier one is chosen, and of none nothing', () => {
	const same = quote('The ferry will leave the harbour at noon.');
	expect(mostTelling([same, same], headline)).toBe(0);
	expect(mostTelling([], headline)).toBe(-1);
});
