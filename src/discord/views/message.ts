import {
	type APIContainerComponent,
	type APIMessageTopLevelComponent,
	ComponentType,
	MessageFlags,
	SeparatorSpacingSize,
} from 'discord.js';
import type { Block, Card, Text, Tone } from '../../card.ts';
import { type KeptOptions, packId } from '../ids.ts';
import * as limits from '../limits.ts';
import { escapeLine, escapeText, link, safeUrl } from '../markdown.ts';
import { plainLine } from '../plain.ts';
import { type ButtonRow, buttonRow, type MenuRow, menuRow, type Pack } from './actions.ts';
import { body } from './body.ts';
import { label } from './cut.ts';
import { type Known, running } from './running.ts';

/** A card as Discord takes it: the body of a message, without who may see it. */
export interface CardMessage {
	/** Components V2, and no previews of links. */
	readonly flags: number;
	readonly components: APIMessageTopLevelComponent[];
	readonly allowed_mentions: { readonly parse: [] };
	/** What the message says of its files; there whenever it has some. */
	readonly attachments?: readonly {
		readonly id: string;
		readonly filename: string;
		readonly description?: string;
	}[];
	/** Sent beside the body: see `sent`. */
	readonly files?: readonly { readonly name: string; readonly data: Buffer; readonly contentType: string }[];
}

/** A message as discord.js sends it: the body, and the files that go with it. */
export function sent<Message extends Pick<CardMessage, 'files'>>({ files, ...body }: Message) {
	return { body, ...(files && { files: [...files] }) };
}

type Inner = APIContainerComponent['components'][number];

/** The line down the left of a card. */
const accents: Record<Tone, number> = {
	article: 0x3b6ea5,
	quotes: 0xb8860b,
	topics: 0x4f8a5b,
	comments: 0x8a5a9e,
	help: 0x5865f2,
	digest: 0xc2553a,
	trouble: 0x99303b,
};

/** A headline of twice the usual length is shown whole. */
const longestTitle = 300;
const eyebrowRoom = 100;
const originRoom = 500;
const cutNote = '-# … shortened to fit one message';

/** A card as one message within all of Discord's limits, whatever it holds. */
export async function cardMessage(card: Card, known: Known, kept: KeptOptions): Promise<CardMessage> {
	let place = 0;
	const pack: Pack = (pressed) => packId(pressed, place++, kept);
	const head = heading(card);
	const origin = card.origin === undefined ? '' : smallLine(card.origin, known);
	const room = limits.messageText - head.length - origin.length - cutNote.length;
	const { pieces, cut } = body(card.blocks, known, room);
	const foot = [...(cut ? [cutNote] : []), ...(origin === '' ? [] : [origin])].join('\n');

	const middle: Inner[] = [];
	const files: Extract<Block, { kind: 'picture' | 'file' }>[] = [];
	for (const [index, piece] of pieces.entries()) {
		if (piece.kind === 'text') middle.push({ type: ComponentType.TextDisplay, content: piece.markdown });
		else if (piece.kind === 'rule') middle.push(separator);
		else if (piece.kind === 'picture') {
			middle.push(gallery(piece));
			files.push(piece);
		} else if (piece.kind === 'file') {
			middle.push({ type: ComponentType.File, file: { url: `attachment://${piece.name}` } });
			files.push(piece);
		} else if (piece.kind === 'buttons') middle.push(...orNothing(await buttonRow(piece.actions, pack)));
		else middle.push(...orNothing(await menuRow(piece.block, index, pack)));
	}
	const rows: ButtonRow[] = [];
	for (const actions of card.actions ?? []) {
		if (rows.length === mostRows) break;
		rows.push(...orNothing(await buttonRow(actions, pack)));
	}
	const components = withinCount(
		[
			{ type: ComponentType.TextDisplay, content: head },
			...middle,
			...(foot === '' ? [] : [{ type: ComponentType.TextDisplay, content: foot } as const]),
			...rows,
		],
		new Set<Inner>(rows),
	);
	return {
		flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds,
		components: [
			{ type: ComponentType.Container, accent_color: accents[card.tone ?? 'article'], components },
		],
		allowed_mentions: { parse: [] },
		...(files.length > 0 && {
			attachments: files.map((one, at) => ({
				id: `${at}`,
				filename: one.name,
				...(one.kind === 'picture' && { description: altOf(one) }),
			})),
			files: files.map((one) => ({
				name: one.name,
				data: Buffer.from(one.bytes),
				contentType: one.kind === 'picture' ? 'image/png' : one.type,
			})),
		}),
	};
}

/** A picture of the message's own files. */
function gallery(picture: Extract<Block, { kind: 'picture' }>): Inner {
	return {
		type: ComponentType.MediaGallery,
		items: [{ media: { url: `attachment://${picture.name}` }, description: altOf(picture) }],
	};
}

function altOf({ alt }: { readonly alt: string }): string {
	return label(plainLine(alt), limits.altText) || 'A picture';
}

/** Five rows of five, each with its own row, leave ten components for the text. */
const mostRows = 5;

const separator = {
	type: ComponentType.Separator,
	divider: true,
	spacing: SeparatorSpacingSize.Small,
} as const;

function heading(card: Card): string {
	const title = label(plainLine(card.title), longestTitle) || 'Verbatim';
	const url = safeUrl(card.url, limits.buttonUrl);
	const name = `## ${url === null ? escapeLine(title) : link(title, url)}`;
	const eyebrow = escapeText(label(plainLine(card.eyebrow ?? ''), eyebrowRoom));
	if (card.lead === 'words') return `-# ${eyebrow || escapeLine(title)}`;
	return eyebrow === '' ? name : `-# ${eyebrow}\n${name}`;
}

function smallLine(text: Text, known: Known): string {
	const line = running(text, known, originRoom)
		.markdown.replace(/\s*\n\s*/gu, ' ')
		.trim();
	return line === '' ? '' : `-# ${line}`;
}

function orNothing<Row extends ButtonRow | MenuRow>(row: Row | null): Row[] {
	return row === null ? [] : [row];
}

/**
 * Keeps within the number of components: horizontal lines go first, then the texts between the first and the last
 * are merged, then menus and buttons between them go. A text is never lost.
 */
function withinCount(all: readonly Inner[], rows: ReadonlySet<Inner>): Inner[] {
	const isBetween = (one: Inner) => one.type === ComponentType.ActionRow && !rows.has(one);
	if (count(all) <= limits.messageComponents) return [...all];
	const texts = joinTexts(all.filter((one) => one.type !== ComponentType.Separator));
	const kept: Inner[] = [];
	let left = limits.messageComponents - count(texts.filter((one) => !isBetween(one)));
	for (const one of texts) {
		if (isBetween(one)) {
			left -= count([one]) - 1;
			if (left < 0) continue;
		}
		kept.push(one);
	}
	return joinTexts(kept);
}

/** Of the container and all that is in it. */
function count(all: readonly Inner[]): number {
	return all.reduce((sum, one) => sum + 1 + ('components' in one ? one.components.length : 0), 1);
}

function joinTexts(all: readonly Inner[]): Inner[] {
	const joined: Inner[] = [];
	for (const one of all) {
		const last = joined.at(-1);
		if (one.type === ComponentType.TextDisplay && last?.type === ComponentType.TextDisplay) {
			joined[joined.length - 1] = {
				type: ComponentType.TextDisplay,
				content: `${last.content}\n${one.content}`,
			};
		} else {
			joined.push(one);
		}
	}
	return joined;
}
