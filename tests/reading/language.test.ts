import { expect, it } from 'vitest';
import { readArticles } from '../../src/reading/read.ts';

const read = async (paragraphs: readonly string[], language: string | null) => {
	const json = JSON.stringify({ headline: 'Halden', paragraphs, language });
	const [article] = await readArticles(new TextEncoder().encode(json), { name: 'halden.json' });
	return article;
};

it('reads the language of an article from its sentences, whatever its page says, and names nobody in an unknown one', async () => {
	const italian = [
		'Il traghetto per Hallo riparte lunedì, e gli studenti viaggiano gratis, ha detto il sindaco.',
		'«Nessuno è rimasto a terra», ha dichiarato Ada Venni, capitano del porto, davanti al consiglio comunale.',
	];
	const article = await read(italian, 'en');
	expect(article?.language).toBe('it');
	expect(article?.quotes.map(({ text, speaker }) => [text, speaker])).toEqual([
		['Nessuno è rimasto a terra', null],
	]);
});

it('uses what the page says where the sentences do not decide it', async () => {
	expect((await read(['12:30', '— 4 : 2 —'], 'de'))?.language).toBe('de');
	expect((await read(['12:30', '— 4 : 2 —'], null))?.language).toBeNull();
});
