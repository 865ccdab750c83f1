import { describe, expect, it } from 'vitest';
import { withoutExtras } from '../../../src/reading/html/blocks/extras.ts';
import { layoutOf } from '../../../src/reading/html/blocks/layout.ts';
import { onlyText } from '../../../src/reading/html/blocks/unlikely.ts';
import { readHtml } from '../../../src/reading/html/page.ts';
import { parsePage } from '../../../src/reading/html/tree.ts';

const sentences = [
	'The ferry to Osk island sank in the harbour on Monday morning, and all forty people on board were rescued.',
	'The owner of the line said that a valve had been left open after repairs, and that the ship would be raised.',
	'Until then the islanders will have to take the mail boat, which sails twice a day with room for twelve people.',
] as const;
const text = sentences.map((sentence) => `<p>${sentence}</p>`).join('');

/** The texts that are kept of a page of which all are taken. */
function keptOf(body: string): string[] {
	const layout = layoutOf(parsePage(`<!DOCTYPE html><body>${body}`, 'ferry.html'));
	const kept = withoutExtras(
		layout,
		layout.blocks.map(() => true),
	);
	return layout.blocks.filter((_, at) => kept[at]).map((block) => block.text);
}

describe('the text of an article', () => {
	it('is without what a browser hides, such as the same text once more for machines', () => {
		expect(
			keptOf(`${text}<div style="display: none" itemprop="articleBody">${sentences.join(' ')}</div>`),
		).toEqual(sentences);
		expect(keptOf(`${text}<p hidden>The article was sent to your friend.</p>`)).toEqual(sentences);
	});

	it('is what a browser hides, where a script shows nearly all of it', () => {
		expect(keptOf(`<p>Loading …</p><div style="visibility:hidden">${text}</div>`)).toEqual([
			'Loading …',
			...sentences,
		]);
	});

	it('is without the captions of pictures, wherever they say that they are one', () => {
		const captions = [
			'<figure><figcaption><p>The ferry in June.</p></figcaption></figure>',
			'<div class="image-caption"><p>The ferry in June.</p></div>',
			'<div class="photo">The harbour of Osk (Image: Harbour Post )</div>',
			'<p>Divers at the wreck on Tuesday. (AP Photo/Marta Lind)</p>',
		];
		for (const caption of captions) expect(keptOf(text + caption)).toEqual(sentences);
	});

	it('is that of a series of pictures, where there is little else', () => {
		const series = sentences
			.map((sentence) => `<figure><figcaption>${sentence}</figcaption></figure>`)
			.join('');
		expect(keptOf(`<p>The year on Osk.</p>${series}`)).toEqual(['The year on Osk.', ...sentences]);
	});

	it('is without links to other articles between its paragraphs', () => {
		const appeals = [
			'<p>READ MORE: <a href="/a">Storm warning for the outer islands</a></p>',
			'<p><a href="/a">Also on osk.example Mail boat sold to a museum</a></p>',
			'<p><strong>Lesen Sie auch: </strong><a href="/a">Sturmwarnung für die äußeren Inseln</a></p>',
			'<p>Читайте также: <a href="/a">Штормовое предупреждение</a></p>',
			'<p><a href="/a">STORM WARNING FOR THE OUTER ISLANDS, OFFICE SAYS</a></p>',
		];
		for (const one of appeals) expect(keptOf(text + one)).toEqual(sentences);
	});

	it('is without what a page says of itself between its paragraphs', () => {
		const notices = [
			'This slideshow requires JavaScript.',
			'Like this story? Share it with a friend!',
			'This document is subject to copyright. Apart from any fair dealing, no part may be reproduced.',
		];
		for (const one of notices) expect(keptOf(`${text}<p>${one}</p>`)).toEqual(sentences);
		const spoken = 'FORTY PEOPLE RESCUED FROM SINKING FERRY, the sign above the harbour read.';
		expect(keptOf(`${text}<p>${spoken}</p>`)).toEqual([...sentences, spoken]);
	});

	it('is without the cards that a site shows of the people it links', () => {
		const card = (of: string) =>
			`<span id="card-7"><img src="/l.jpg"><a href="/lind">${of}</a><a href="/b">Osk bans ferries in winter</a></span>`;
		const [first, ...rest] = sentences;
		const linked = (behind: string) =>
			`<p>${first} Mayor <a href="/lind">Marta Lind</a>${behind} thanked the crew.</p><p>${rest.join('</p><p>')}</p>`;
		const told = `${first} Mayor Marta Lind thanked the crew.`;
		expect(keptOf(linked(card('Marta Lind')))).toEqual([told, ...rest]);
		// Another link, a blank between, and a few letters that are alike are what a sentence may have.
		for (const behind of [card('Ann Lee'), ` ${card('Marta Lind')}`, '<em>Marta Lind’s</em>'])
			expect(keptOf(linked(behind))[0]?.length).toBeGreaterThan(told.length);
	});

	it('keeps sentences that only begin as such a link does, and links within sentences', () => {
		const own = [
			'Related to the owner by marriage, the captain had sailed for the line since she was eighteen years old.',
			'Read more slowly, the report of the <a href="/r">harbour office</a> says the same thing.',
			'Watch the <a href="/v">film of the rescue that a fisherman made that morning</a> and judge yourself.',
			'The mail boat brought the news to the mainland first (photos were taken from the pier).',
		];
		for (const one of own)
			expect(keptOf(`${text}<p>${one}</p>`)).toEqual([...sentences, one.replace(/<[^>]+>/g, '')]);
	});

	it('has no second copy, where the page hides one for machines below it', () => {
		const hidden = `<div style="display:none" itemscope itemtype="http://schema.org/NewsArticle"><div itemprop="headline">
			Ferry sinks in Osk harbour</div><div itemprop="articleBody">${sentences.join(' ')}</div></div>`;
		const { paragraphs } = readHtml(
			`<!DOCTYPE html><title>Ferry sinks in Osk harbour</title><body><article><h1>Ferry sinks in Osk harbour</h1>${text}</article>${hidden}`,
			'ferry.html',
			null,
		);
		expect(paragraphs).toEqual(sentences);
	});
});

describe('a page on which nothing looks like an article', () => {
	const layout = (below: string) =>
		layoutOf(parsePage(`<!DOCTYPE html><h1>Notice</h1>${below}`, 'notice.html'));
	const notice = sentences.join(' ');

	it('has as its text the first long one right below its headline', () => {
		expect(onlyText(layout(`<p>5 May 2031</p><div>${notice}</div><p>${notice}</p>`), 0)).toBe(2);
	});

	it('has none where that is short, full of links, or further down', () => {
		expect(onlyText(layout(`<p>${sentences[0]}</p>`), 0)).toBe(-1);
		expect(onlyText(layout(`<p><a href="/">${notice}</a></p>`), 0)).toBe(-1);
		expect(onlyText(layout(`${'<p>Menu</p>'.repeat(6)}<p>${notice}</p>`), 0)).toBe(-1);
		expect(onlyText(layout(`<p>${notice}</p>`), -1)).toBe(-1);
	});
});
