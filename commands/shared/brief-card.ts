import type { Action, Block, Card, MenuChoice, Text } from '../../src/card.ts';
import { outlets } from '../../src/cards/articles.ts';
import { shortLine, shortText } from '../../src/cards/cut.ts';
import { longDay } from '../../src/cards/day.ts';
import { blocksLength, roomBeside } from '../../src/cards/measure.ts';
import { counted } from '../../src/cards/numbers.ts';
import { utteranceBlocks } from '../../src/cards/utterance.ts';
import { foldedKey } from '../../src/language/fold.ts';
import type { ArticleLine, Brief, MainSpeaker, SummaryLength } from '../../src/library/library.ts';
import { summaryBlocks, summaryIn } from './brief-summary.ts';
import { rows } from './controls.ts';
import { passageOf, waysMenu } from './ways.ts';

/** Speakers with an utterance each; the others are behind the button. */
const mostSpeakers = 4;
/** Characters of each part. */
const most = {
	utterance: 320,
	deck: 250,
	site: 60,
	caption: 180,
	credit: 80,
	byline: 150,
	topics: 250,
	name: 80,
	role: 100,
	others: 3,
};

interface BriefOptions {
	readonly length?: SummaryLength;
	readonly discuss?: boolean;
	readonly explain?: boolean;
	/** Stands above everything. */
	readonly note?: Block;
	readonly alsoIn?: readonly ArticleLine[];
}

/**
 * An article in brief: summary, who says what, topics.
 * @param length of the summary.
 * @param explain whether a language model can explain it.
 * @param discuss whether a thread about it can be opened where it is shown.
 * @param alsoIn other articles that tell the same story.
 */
export function briefCard(
	brief: Brief,
	{ length = 'short', discuss = false, explain = false, note, alsoIn = [] }: BriefOptions = {},
): Card {
	const { line, deck, mainSpeakers, topics, topicsAre } = brief;
	const summary = summaryIn(brief.summary, length);
	const frame = { eyebrow: 'Article', title: line.headline, url: line.url, tone: 'article' } as const;
	const about: readonly Block[] = [
		...(note ? [note] : []),
		...(deck === null ? [] : [{ kind: 'text', text: [shortText(deck, most.deck)] } as const]),
		{ kind: 'note', text: dateline(brief) },
		...changed(brief),
		...picture(brief),
		...summaryBlocks(brief, summary, length),
		...unread(brief),
	];
	const tags: readonly Block[] =
		topics.length === 0
			? []
			: [
					{
						kind: 'note',
						text: [
							`${topicsAre === 'tags' ? 'Topics' : 'About'}: ${shortLine(topics.join(' · '), most.topics)}`,
						],
					},
				];
	const others: readonly Block[] =
		alsoIn.length === 0 ? [] : [{ kind: 'note', text: ['Also in ', ...outlets(alsoIn)] }];
	const room = roomBeside(frame) - blocksLength([...about, ...tags, ...others]);
	const passages = [
		...mainSpeakers.map(({ speaker, telling }) => passageOf({ ...telling, speaker, article: line })),
		...summary.map((sentence) => ({ article: line, name: 'Summary', ...sentence })),
	];
	const menu = waysMenu(
		passages,
		mainSpeakers,
		{ article: line.id },
		alsoIn.slice(0, most.others).map(otherChoice),
	);
	return {
		...frame,
		blocks: [...about, ...speakerBlocks(mainSpeakers, room), ...tags, ...others, ...menu],
		actions: rows(ways(brief, discuss, explain), menu),
	};
}

/** The way to another article on the same story. */
function otherChoice({ id, headline, site }: ArticleLine): MenuChoice {
	return {
		label: `Also in ${shortLine(site ?? 'another article', 60)}`,
		description: headline,
		command: 'article',
		options: { article: id },
	};
}

/** The site, the date and the authors; where only the date of saving is known, it says so. */
function dateline({ publishedAt, publishedOn, updatedAt, capturedAt, byline, line }: Brief): Text {
	const moment = (at: string) => ({ mark: 'time' as const, at, style: 'moment' as const });
	const when: Text =
		publishedAt !== null
			? ['published ', moment(publishedAt)]
			: publishedOn !== undefined
				? [`published ${longDay(publishedOn)}`]
				: [
						...(capturedAt !== null ? ['saved ', moment(capturedAt)] : ['added ', moment(line.at)]),
						' · publication date unknown',
					];
	// Some pages name themselves as the author, which the line says already.
	const authors = byline.filter((name) => line.site === null || foldedKey(name) !== foldedKey(line.site));
	const updated: Text = updatedAt === null ? [] : [', updated ', moment(updatedAt)];
	return [
		`${line.site === null ? 'Source unknown' : shortLine(line.site, most.site)} · `,
		...when,
		...updated,
		authors.length === 0 ? '' : ` · by ${shortLine(authors.join(', '), most.byline)}`,
	];
}

/** Says that the text has changed since it was added, and when it was changed last. */
function changed({ line }: Brief): readonly Block[] {
	if (line.changedAt === null) return [];
	return [{ kind: 'note', text: ['Text changed ', { mark: 'time', at: line.changedAt, style: 'moment' }] }];
}

function picture({ caption, credit }: Brief): readonly Block[] {
	if (caption === null && credit === null) return [];
	const words = [
		caption === null ? [] : [shortText(caption, most.caption)],
		credit === null ? [] : [shortLine(credit, most.credit)],
	];
	return [{ kind: 'note', text: [`Picture: ${words.flat().join(' · ')}`] }];
}

/** In a language without rules for speakers nobody is named, and the card says why. */
function unread({ speakersNotReadIn, line }: Brief): readonly Block[] {
	if (speakersNotReadIn === null || line.counts.quotes === 0) return [];
	const known = /^(?!und)[a-z]{2,3}(?=-|$)/iu.exec(speakersNotReadIn)?.[0];
	const name = known && new Intl.DisplayNames('en', { type: 'language' }).of(known);
	return [{ kind: 'note', text: [`Speakers are not read in ${name ?? 'the language of this text'}.`] }];
}

/** As many of the main speakers as there is room for, each with one thing they said. */
function speakerBlocks(mainSpeakers: readonly MainSpeaker[], room: number): readonly Block[] {
	const blocks: Block[] = [];
	for (const { speaker, role, telling } of mainSpeakers.slice(0, mostSpeakers)) {
		const name = { mark: 'strong', text: shortLine(speaker, most.name) } as const;
		const office = role === null ? '' : `, ${shortLine(role, most.role)}`;
		const block: readonly Block[] = [
			...(blocks.length === 0 ? [{ kind: 'heading', text: ['Who says what'] } as const] : []),
			...utteranceBlocks(telling, { most: most.utterance }, { before: [name, `${office} · `] }),
		];
		if (blocksLength([...blocks, ...block]) > room) break;
		blocks.push(...block);
	}
	return blocks;
}

function ways({ line, topics }: Brief, discuss: boolean, explain: boolean): readonly Action[] {
	const options = { article: line.id };
	const { quotes, comments } = line.counts;
	return [
		{
			label: counted(quotes, 'quote'),
			command: 'quotes',
			options,
			style: 'primary',
			disabled: quotes === 0,
		},
		{ label: counted(comments, 'comment'), command: 'comments', options, disabled: comments === 0 },
		...(line.changedAt === null
			? []
			: [{ label: 'What changed', command: 'article', options: { ...options, change: 0 } }]),
		// A row has five buttons, and the topics are on the card.
		...(explain && line.changedAt !== null
			? []
			: [
					{
						label: counted(topics.length, 'topic'),
						command: 'topics',
						options,
						disabled: topics.length === 0,
					},
				]),
		...(explain ? [{ label: 'Explain', command: 'explain', options, opens: 'new' } as const] : []),
		discuss
			? { label: 'Discuss', command: 'discuss open', options, opens: 'new' }
			: { label: 'Library', command: 'library list', options: {} },
	];
}
