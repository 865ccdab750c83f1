import type { Action, Card } from '../../src/card.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { longDay } from '../../src/cards/day.ts';
import { place, placeLink, saidText, shortened, whoIsUnclear } from '../../src/cards/utterance.ts';
import type { Utterance } from '../../src/library/library.ts';
import { referenceTo } from '../../src/library/reference.ts';
import type { PictureRequest, Piece, Theme } from '../../src/pictures/picture.ts';
import { rows } from './controls.ts';
import { sourceOf } from './quotes-groups.ts';
import { otherTheme } from './theme.ts';

/** Characters of the words in the text for those who cannot see the picture, and of what stands behind them. */
const most = { words: 650, name: 80, role: 100, headline: 120 };

/** What a picture of a quotation shows. @param language of its article. */
export function pictureOf(utterance: Utterance, language: string | null, theme: Theme): PictureRequest {
	const { parts, speaker, role, article, corrected } = utterance;
	const words = saidText(parts).flatMap((part): Piece[] => {
		const text = typeof part === 'string' ? part : 'text' in part ? part.text : '';
		if (text.trim() === '') return [];
		if (typeof part === 'string' || part.mark !== 'verbatim') return [{ text, said: false }];
		return [{ text, said: true, ...(part.open && { open: true }) }];
	});
	return {
		...{ words, language, theme, headline: article.headline },
		speaker: speaker ?? role ?? whoIsUnclear,
		office: speaker === null ? null : role,
		source: [
			place(utterance),
			...(article.site === null ? [] : [article.site]),
			`${{ published: 'published', captured: 'saved', added: 'added' }[article.atIs]} ${longDay(article.at)}`,
			...(corrected ? ['speaker corrected by a server'] : []),
		],
	};
}

/** The button that makes one. */
export function pictureWay(utterance: Utterance): Action {
	return { label: 'Picture', command: 'quote', options: { about: referenceTo(utterance), picture: 'dark' } };
}

/** The picture of a quotation in place of its card. */
export function pictureCard(utterance: Utterance, bytes: Uint8Array, theme: Theme): Card {
	const about = referenceTo(utterance);
	const other = otherTheme(theme);
	return {
		eyebrow: 'Quote',
		title: utterance.speaker ?? 'A quotation',
		lead: 'words',
		tone: 'quotes',
		blocks: [
			{ kind: 'picture', name: 'quote.png', bytes, alt: altOf(utterance) },
			{ kind: 'note', text: [...placeLink(utterance), ' · ', ...sourceOf(utterance.article)] },
		],
		actions: rows([
			{ label: 'As text', command: 'quote', options: { about } },
			{
				label: other.label,
				command: 'quote',
				options: { about, picture: other.theme },
			},
			{
				label: 'In context',
				command: 'article',
				options: { article: utterance.article.id, at: utterance.paragraph + 1 },
			},
		]),
	};
}

/** All that is on the picture, as text; long words are cut at the end of a sentence. */
function altOf(utterance: Utterance): string {
	const { speaker, role, article } = utterance;
	const { parts, isCut } = shortened(utterance.parts, most.words);
	const words = saidText(parts)
		.map((part) => {
			if (typeof part === 'string') return part;
			return 'text' in part ? `“${part.text}${'open' in part && part.open ? '' : '”'}` : '';
		})
		.join('');
	const who =
		speaker === null ? (role ?? whoIsUnclear) : [speaker, ...(role === null ? [] : [role])].join(', ');
	const where = [
		shortLine(article.headline, most.headline),
		place(utterance),
		...(article.site === null ? [] : [shortLine(article.site, most.name)]),
	];
	return `${words}${isCut ? ' […]' : ''} ${shortLine(who, most.name + most.role)}. ${where.join(', ')}`;
}
