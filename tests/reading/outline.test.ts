import { describe, expect, it } from 'vitest';
import { readDump } from '../../src/reading/dump/dump.ts';
import { contextOf } from '../../src/reading/dump/kinds/context.ts';
import { chooseHeadline, withLikeliest } from '../../src/reading/dump/kinds/outline.ts';
import { scoreWords } from '../../src/reading/dump/kinds/word-scores.ts';
import { toLines } from '../../src/reading/dump/lines.ts';

const linesOf = (...texts: readonly string[]) =>
	toLines(texts.join('\n')).lines.map((line) => ({ ...line, marks: [] }));
const headline = 'Ostermarsh keeps its pool open in winter, by two votes';
const sentence =
	'The council of Ostermarsh voted on Tuesday to keep its only swimming pool open in winter, after a summer of quarrel.';

describe('the lines that are taken for the text', () => {
	it('are sentences rather than a list that no sentence is in', () => {
		const lines = linesOf(headline, 'October (179)', 'September (178)', 'August (173)', sentence);
		const outline = {
			...{ headline: 0, headlineSure: 1, isGuess: false },
			body: Float32Array.of(0, 0.6, 0.6, 0.6, 0.2),
			paragraphs: Uint8Array.of(0, 1, 1, 1, 0),
		};
		const { paragraphs, isGuess } = withLikeliest(outline, lines);
		expect([...paragraphs]).toEqual([0, 0, 0, 0, 1]);
		expect(isGuess).toBe(true);
	});

	it('are the list where there is no sentence at all', () => {
		const lines = linesOf(headline, '1 Rovers 31', '2 Town 28', '3 United 24');
		const outline = {
			...{ headline: 0, headlineSure: 1, isGuess: false },
			...{ body: Float32Array.of(0, 0.6, 0.6, 0.6), paragraphs: Uint8Array.of(0, 1, 1, 1) },
		};
		expect(withLikeliest(outline, lines)).toBe(outline);
	});

	it('are not those that ask whether an outside service may be shown', () => {
		const notice = [
			'An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt.',
			'Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden. Damit können personenbezogene Daten an Drittplattformen übermittelt werden.',
			'Personenbezogene Daten können an Drittplattformen übermittelt werden. Mehr dazu in unserer Datenschutzerklärung.',
		];
		const texts = [
			'Das einzige Schwimmbad von Ostermarsch bleibt im Winter offen. Das hat der Rat der Stadt am Dienstag nach vier Stunden beschlossen, und niemand im Saal wollte danach noch lange bleiben.',
			'Neun Mitglieder stimmten dafür und sieben dagegen. „Eine Stadt am Meer, in der Kinder nicht schwimmen lernen, ist ein schlechter Witz“, sagte die Bürgermeisterin Tilda Brook nach der Sitzung.',
			'Die Heizung kostet etwa vierhundert Kronen am Tag. Die Stadt will dafür das Parken am Hafen teurer machen, und die Händler dort sagten, dass man sie vorher nicht gefragt habe.',
			'Im Frühjahr soll ein Gutachten zeigen, ob das Wasser auch mit der Wärme des Flusses zu heizen ist, wie es in der Nachbarstadt seit neun Jahren geschieht.',
		];
		const [first = '', ...others] = texts;
		const { fields, furniture } = readDump(
			['Ostermarsch lässt sein Bad im Winter offen', 'Von Orla Fink', first, ...notice, ...others].join(
				'\n\n',
			),
		);
		expect(fields.paragraphs.filter((paragraph) => notice.includes(paragraph))).toEqual([]);
		const whats = furniture.filter(({ text }) => notice.includes(text)).map(({ what }) => what);
		expect(whats).toEqual(Array(3).fill('notice of outside content'));
	});
});

describe('the headline', () => {
	it('is a shorter line unless one as long as a deck is much likelier', () => {
		const deck = `${sentence} Nobody could agree who should pay for the heating, and the mayor had the last word`;
		const context = contextOf(linesOf(headline, deck, sentence.repeat(4), sentence.repeat(4)), new Map());
		const body = Float32Array.of(0, 0, 1, 1);
		const bySize = (times: number) => ({ features: [], score: (row: Float64Array) => times * (row[0] ?? 0) });
		expect(chooseHeadline(context, body, { headline: bySize(0.01) }).at).toBe(0);
		expect(chooseHeadline(context, body, { headline: bySize(0.1) }).at).toBe(1);
	});
});

describe('the words of a line', () => {
	it('count with what they were learned to speak for, the first one also by its place', () => {
		const weights = new Map([
			['council', 1],
			['subscribe', -2],
			['^the', 0.5],
		]);
		const scores = scoreWords(linesOf('The council voted', 'Subscribe', 'A new pool'), weights);
		expect([...scores].map((score) => Math.round(score * 100) / 100)).toEqual([1.06, -2, 0]);
	});
});

describe('the headline of a live blog', () => {
	it('is not the first of its events', () => {
		const own = 'Quillport storm live: ferries stop and pier is closed';
		const events = ['Mayor asks people to stay away from the pier', 'Second ferry is back', 'Ferries stop'];
		const entries = events.map(
			(event) =>
				`${event}\n\n${event}. The harbour said that nothing would sail before noon, and that people should stay at home.\n\n“We will not sail in this,” said Mara Quill, who runs the ferries from the small office on the pier.`,
		);
		const page = `Harbour Post\nMenu\nNews\nSport\n${own}\nLive\nKey events\n${events.join('\n')}\n\n${entries.join('\n\n')}\n`;
		expect(readDump(page).fields.headline).toBe(own);
	});
});
