import { describe, expect, test } from 'vitest';
import { summarise, summaryOf } from '../../src/language/summary/summary.ts';

interface Story {
	readonly headline: string;
	readonly deck: string;
	readonly paragraphs: readonly string[];
}

/** The scene comes first and shares no word with headline and deck; the news is in the third paragraph. */
const bakery: Story = {
	headline: 'Town votes to buy the last bakery of Pellin before its ovens go cold',
	deck: 'The council will pay 310,000 crowns and let the bakery to its four bakers.',
	paragraphs: [
		'The first bell, for those who can still hear such a thing, rings some time before the gulls are awake and long after the lamps along the quay have gone out.',
		'“My grandfather got up at two, my mother got up at two, and I have never once seen the end of a film,” says Dorrit Vasko, who bakes there.',
		'The town council of Pellin voted by nine to four on Tuesday to buy the bakery for 310,000 crowns, so that its ovens will not go cold when the owner retires in March.',
		'Four bakers will rent the shop from the town for a tenth of what they take.',
		'“A bakery is a street lamp that you can eat,” says Vasko, who will lead the bakers.',
		'Opponents in the council said that the town had no business with bread and that the roof of the school was still open to the rain.',
		'The owner, Emil Toth, has run the bakery of Pellin since 1981 and found nobody to take over his ovens.',
		'The sale is to be signed in the town hall on the second of January.',
		'Most mornings the queue reaches as far as the chemist.',
	],
};

/** A lede that leans on nothing before it, since nothing is, and tells nothing. */
const bus: Story = {
	headline: 'Night bus between Arle and Sundmouth ends after forty years',
	deck: 'The county saves 90,000 crowns; nurses on the late shift have no other way home.',
	paragraphs: [
		'She always takes the same seat, the one over the wheel, and puts her shoes on the heater until somebody coughs.',
		'“I know every sheep on that road by its eyes,” says Marit Lund, who has driven it since she was thirty.',
		'The night bus between Arle and Sundmouth will end on the last day of May, after forty years, because the county wants to save 90,000 crowns.',
		'Nurses who work the late shift in Sundmouth say that no other bus takes them home to Arle.',
		'The county council of Sundmouth offered them shared taxis, at six crowns a night.',
		'“A taxi is not a bus,” says Lund.',
		'About thirty people take the night bus on a weekday, half as many as ten years ago.',
	],
};

const read = ({ paragraphs, headline, deck }: Story) =>
	summaryOf(paragraphs, { headline, deck, language: 'en' });
const line = (story: Story) => read(story).find(({ length }) => length === 'line')?.text;
const upToShort = (story: Story) =>
	read(story).flatMap(({ length, text }) => (length === 'full' ? [] : [text]));

describe('the summary of a feature story', () => {
	test('holds the news where the story opens with a scene', () => {
		for (const story of [bakery, bus]) {
			expect(line(story)).toBe(story.paragraphs[2]);
			expect(upToShort(story)).not.toContain(story.paragraphs[0]);
		}
	});

	test('never shows a first sentence about somebody without a name that tells nothing of the news', () => {
		const { paragraphs, headline, deck } = bus;
		const all = summarise(paragraphs, { headline, deck, language: 'en', sentences: paragraphs.length });
		expect(all.map(({ text }) => text)).toEqual(paragraphs.slice(1));
	});

	test('keeps a lede that shares a word with the headline', () => {
		const told = { ...bakery, paragraphs: bakery.paragraphs.toSpliced(0, 2) };
		const opening = 'The last bakery of Pellin will be bought by its town, the council decided on Tuesday.';
		const story = { ...told, paragraphs: [opening, ...told.paragraphs] };
		expect(upToShort(story)).toContain(opening);
	});

	test('keeps the lede where no later sentence has the words of the headline', () => {
		const story = { ...bakery, headline: 'Zebras', deck: '' };
		expect(upToShort(story)).toEqual(upToShort({ ...bakery, headline: '', deck: '' }));
	});
});

describe('the line of a summary', () => {
	const spoken =
		'“The town of Pellin will buy the last bakery before its ovens go cold, and the council will pay 310,000 crowns,” mayor Jana Krall said.';
	const told =
		'Jana Krall, the mayor of Pellin, told the council on Tuesday that the town would buy the bakery.';
	const story = (paragraphs: readonly string[]): Story => ({ ...bakery, paragraphs });
	const others = ['Rain is expected on the coast until Friday night.', 'A bus to the coast leaves at noon.'];

	test('is no quotation where the reporter tells the news', () => {
		expect(line(story([told, spoken, ...others]))).toBe(told);
		expect(line(story([spoken, ...others, told]))).toBe(told);
	});

	test('is told where everything else that would be chosen is a quotation', () => {
		const speeches = [
			spoken,
			'“The council of Pellin votes for four bakers, and the bakery votes for the council and its town,” baker Dorrit Vasko said.',
			'“Ovens that go cold never bake again, and the last bakery would take 310,000 crowns with it,” baker Piet Hollar said.',
			'“Crowns are crowns, and the town that will pay for ovens must pay for the school,” teacher Ida Brenn said.',
		];
		expect(line(story([...speeches, told, ...others]))).toBe(told);
	});

	test('is the quotation where only that has the news', () => {
		expect(line(story([spoken, '“Good,” Vasko said to the baker.']))).toBe(spoken);
	});
});
