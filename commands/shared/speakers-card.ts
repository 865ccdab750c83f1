import type { Block, Card, MenuChoice, Text } from '../../src/card.ts';
import { origin } from '../../src/cards/articles.ts';
import { shortLine } from '../../src/cards/cut.ts';
import { byMonth, monthName } from '../../src/cards/months.ts';
import { counted, number } from '../../src/cards/numbers.ts';
import { pageButtons } from '../../src/cards/pages.ts';
import { place } from '../../src/cards/utterance.ts';
import { UserError } from '../../src/errors.ts';
import type { QuotedSpeaker, SpeakersAnswer } from '../../src/library/library.ts';
import type { Theme } from '../../src/pictures/picture.ts';
import { menu, rows } from './controls.ts';
import { allArticles } from './here.ts';
import { otherTheme } from './theme.ts';

const most = { name: 60, role: 60, about: 110, months: 130, paragraphs: 8 };
/** Discord gives no longer value back from a choice. */
const longestName = 100;

/** Who is quoted how much: in the library, or in one article. @param chart the same as a picture, above the words. */
export function speakersCard(
	answer: SpeakersAnswer,
	page: number,
	chart?: { readonly theme: Theme; readonly block: Block },
): Card {
	const { article, total, people, more, pages, speakers } = answer;
	if (page > 0 && page >= pages) {
		const now = pages === 1 ? 'only one page' : counted(pages, 'page');
		throw new UserError(`There is no page ${number(page + 1)}: the answer has ${now} now. Please ask again.`);
	}
	const other = chart ? otherTheme(chart.theme) : { theme: 'dark', label: 'Chart' };
	const options = article === null ? allArticles : { article: article.id };
	const all = `${counted(total, 'quote')}, ${more ? 'the ' : ''}${counted(people, 'speaker')}`;
	const frame = {
		eyebrow: `${all}${more ? ' quoted most' : ''}`,
		tone: 'quotes',
		...(article === null
			? { title: 'Who is quoted how much' }
			: { title: article.headline, url: article.url, origin: origin(article) }),
	} as const;
	const ways = menu(
		'Everything that a speaker said…',
		speakers.flatMap((one) => choiceOf(one, options)),
	);
	return {
		...frame,
		blocks: [
			...(chart ? [chart.block] : []),
			...(speakers.length === 0 ? nobody(answer) : speakers.flatMap((one) => blocksOf(one, answer))),
			...ways,
		],
		actions: rows(
			[
				...pageButtons('speakers', options, page, pages),
				...(speakers.length === 0
					? []
					: [
							{
								label: other.label,
								command: 'speakers',
								options: { ...options, page, picture: other.theme },
							},
						]),
				...(article === null
					? [{ label: 'Library', command: 'library list', options: {} }]
					: [
							{ label: 'Article', command: 'article', options },
							{ label: 'In all articles', command: 'speakers', options: allArticles },
						]),
				{ label: 'Quotes', command: 'quotes', options },
			],
			ways,
		),
	};
}

function nobody({ article, total }: SpeakersAnswer): readonly Block[] {
	const where = article === null ? 'The articles in the library quote' : 'This article quotes';
	return [
		{
			kind: 'text',
			text: [
				total === 0 ? `${where} nobody.` : `${where} nobody by name, but has ${counted(total, 'quote')}.`,
			],
		},
	];
}

/** The name and how much of all; below it, small, on what and when. */
function blocksOf(one: QuotedSpeaker, { article, total }: SpeakersAnswer): readonly Block[] {
	const { speaker, role, quotes, articles, about, months, paragraphs } = one;
	const share = total < 4 ? '' : ` (${Math.max(1, Math.round((100 * quotes) / total))}%)`;
	const elsewhere =
		article === null
			? ` in ${counted(articles, 'article')}`
			: articles > 1
				? ` here; quoted in ${counted(articles, 'article')} in all`
				: '';
	const head: Text = [
		{ mark: 'strong', text: shortLine(speaker, most.name) },
		`${role === null ? '' : `, ${shortLine(role, most.role)}`} · ${counted(quotes, 'quote')}${share}${elsewhere}`,
	];
	const when = article === null ? whenSaid(months) : placesOf(paragraphs);
	const lines = [
		about.length === 0 ? '' : `On: ${shortLine(about.join(' · '), most.about)}`,
		shortLine(when, most.months),
	].filter((text) => text !== '');
	return [
		{ kind: 'text', text: head },
		...(lines.length === 0 ? [] : [{ kind: 'note', text: [lines.join(' | ')] } as const]),
	];
}

function whenSaid(months: QuotedSpeaker['months']): string {
	const [only, ...others] = months;
	return only && others.length === 0 ? `all in ${monthName(only.month)}` : byMonth(months);
}

function placesOf(paragraphs: readonly number[]): string {
	const some = paragraphs.slice(0, most.paragraphs).map((paragraph) => place({ paragraph }));
	return `${some.join(', ')}${paragraphs.length > some.length ? ', …' : ''}`;
}

function choiceOf({ speaker, role, quotes }: QuotedSpeaker, options: object): readonly MenuChoice[] {
	if (speaker.length > longestName) return [];
	return [
		{
			label: speaker,
			description: [counted(quotes, 'quote'), ...(role === null ? [] : [role])].join(' · '),
			command: 'quotes',
			options: { ...options, speaker },
		},
	];
}
