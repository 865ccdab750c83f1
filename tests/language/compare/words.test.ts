import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairsOf } from '../../../src/language/compare/pairs.ts';
import { comparedWords, postedWords } from '../../../src/language/compare/words.ts';
import { codePoint } from '../../any-text.ts';

const folded = (text: string) => comparedWords(text).map((word) => word.folded);
const said = 'We’re not going to pay the mayor’s 1,500 debts';

describe('words for comparing', () => {
	it.each([
		['other marks and apostrophes', "We're not going to pay the mayor's 1,500 debts"],
		['other case', 'WE’RE NOT GOING TO PAY THE MAYOR’S 1,500 DEBTS'],
		['accents', 'Wé’re nöt going to pay the mayor’s 1,500 debts'],
		['combining accents', 'We’re no\u0308t going to pay the mayor’s 1,500 debts'],
		['dashes and ellipses', 'We’re not going — to pay … the mayor’s 1,500 debts…'],
		['brackets', '[W]e’re not (going) to pay [the mayor’s] 1,500 debts'],
		['markdown', '> We’re **not** going to _pay_ ||the mayor’s|| ~~1,500~~ `debts`'],
		['markdown inside words', 'W*e*’re n**o**t going to pay the mayor’s 1,500 de\\_bts'],
		['zero-width characters', 'We’re n\u200bot go\u200ding to p\u00aday the\ufeff mayor’s 1,500 debts'],
		['look-alike letters', 'Wе’rе nоt gоing tо рау thе mауоr’s 1,500 dеbts'],
		['bold letters', '𝐖𝐞’𝐫𝐞 𝐧𝐨𝐭 𝐠𝐨𝐢𝐧𝐠 𝐭𝐨 𝐩𝐚𝐲 𝐭𝐡𝐞 𝐦𝐚𝐲𝐨𝐫’𝐬 𝟏,𝟓𝟎𝟎 𝐝𝐞𝐛𝐭𝐬'],
		['wide letters', 'Ｗｅ’ｒｅ ｎｏｔ ｇｏｉｎｇ ｔｏ ｐａｙ ｔｈｅ ｍａｙｏｒ’ｓ １,５００ ｄｅｂｔｓ'],
		['small capitals', 'ᴡᴇ’ʀᴇ ɴᴏᴛ ɢᴏɪɴɢ ᴛᴏ ᴘᴀʏ ᴛʜᴇ ᴍᴀʏᴏʀ’ꜱ 1,500 ᴅᴇʙᴛꜱ'],
		['a number without its mark', 'We’re not going to pay the mayor’s 1500 debts'],
		['other spaces', 'We’re\u00a0not\u2009going\nto  pay the mayor’s 1,500 debts'],
	])('are the same with %s', (_, posted) => {
		expect(folded(posted)).toEqual(folded(said));
	});

	it.each([
		['We’re going to pay', 'We were going to pay'],
		['It grew 1.5 times', 'It grew 15 times'],
		['It cost $5', 'It cost €5'],
		['5% of it', '5 of it'],
		['It fell to -5 degrees', 'It fell to 5 degrees'],
		['Он не сказал', 'Он но сказал'],
	])('are others where the meaning is: %s, %s', (one, other) => {
		expect(folded(one)).not.toEqual(folded(other));
	});

	it('of scripts without spaces are single characters', () => {
		expect(folded('我们不同意')).toEqual(['我', '们', '不', '同', '意']);
	});

	it('know where a sentence ends and where something was left out', () => {
		const breaks = (text: string) => comparedWords(text).map((word) => word.after);
		expect(breaks('It ends. Now … go')).toEqual(['word', 'word', 'sentence', 'ellipsis']);
		expect(breaks('It ends... go [...] on')).toEqual(['word', 'word', 'ellipsis', 'ellipsis']);
		expect(breaks('Mr. Ames left')).toEqual(['word', 'word', 'word']);
	});

	it('of a message leave out people, channels, emoji and times', () => {
		const text =
			'Look <@123456789012345678> <#123456789012345678> <:no:123456789012345678> <t:1700000000:R> here';
		expect(postedWords(text).map((word) => word.folded)).toEqual(['look', 'here']);
	});

	it('stand where they say, whatever the text is', () => {
		fc.assert(
			fc.property(fc.string({ unit: codePoint, maxLength: 400 }), (text) => {
				let before = 0;
				for (const { start, end, folded } of comparedWords(text)) {
					expect(start).toBeGreaterThanOrEqual(before);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(text.length);
					expect(folded).not.toBe('');
					before = end;
				}
			}),
		);
	});
});

describe('pairs of words', () => {
	it('are the same for swapped neighbours, and others for other words', () => {
		const pairs = (text: string) => pairsOf(comparedWords(text));
		expect(pairs('cease fire')).toEqual(pairs('fire cease'));
		expect(new Set(pairs('one two three four five six'))).toHaveLength(5);
		expect(pairs('alone')).toEqual([]);
	});

	it('are four letters or digits each', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
				for (const pair of pairsOf(comparedWords(text))) expect(pair).toMatch(/^[a-z2-7]{4}$/u);
			}),
		);
	});
});
