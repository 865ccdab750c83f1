import { loadImage } from '@napi-rs/canvas';
import type { Outcome, Rehearsal } from 'discord-rehearsal';
import { findButton, readMessage } from 'discord-rehearsal/text';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { startShippedBot } from './shipped-bot.ts';

let rehearsal: Rehearsal;
beforeAll(async () => {
	const shipped = await startShippedBot();
	({ rehearsal } = shipped);
	return shipped.close;
});

/** Presses a button, and waits until the message has so many pictures: drawing may take longer than a first answer. */
async function press(
	{ message }: Outcome,
	label: string,
	pictures: number,
	memberId = rehearsal.guild.members.owner,
): Promise<Outcome> {
	const found = findButton(message?.components ?? [], label);
	if (!found || !message) throw new Error(`There is no ${label}.`);
	const outcome = await rehearsal.interact({
		...{ kind: 'component', messageId: message.id, memberId, until: 'answered' },
		...found,
	} as const);
	return vi.waitFor(
		() => {
			const now = rehearsal
				.messages(message.channel_id, memberId)
				.find(({ id }) => id === outcome.message?.id);
			expect(now?.attachments).toHaveLength(pictures);
			expect(findButton(now?.components ?? [], label)).toBeNull();
			return { ...outcome, message: now ?? null };
		},
		{ timeout: 10_000 },
	);
}

const pictureIn = async ({ message }: Outcome) => {
	const [file] = message?.attachments ?? [];
	const bytes = Buffer.from(await (await fetch(file?.url ?? '')).arrayBuffer());
	return { file, image: await loadImage(bytes) };
};

describe('the button “Picture” of a quotation', () => {
	test('puts a PNG with its words as text in place of the card, light or dark, and the card back', async () => {
		const { owner } = rehearsal.guild.members;
		const card = await rehearsal.interact({
			...{ kind: 'command', name: 'quote', options: { about: 'drawings' }, memberId: owner },
			until: 'answered',
		});
		const dark = await press(card, 'Picture', 1);
		expect(dark.message?.id).toBe(card.message?.id);
		expect(dark.message?.attachments).toHaveLength(1);
		const { file, image } = await pictureIn(dark);
		expect(file).toMatchObject({ filename: 'quote.png', content_type: 'image/png', width: 1200 });
		expect(file?.description).toMatch(
			/^“We have talked about this tunnel .*,” Mayor Ines Barrow said. “Tonight we stopped talking\. .*” Ines Barrow, Mayor\. Port Harrow .*, ¶.3$/su,
		);
		expect(image.width).toBe(1200);
		expect(readMessage(dark.message?.components ?? [])).toContain(
			'[Picture: “We have talked about this tunnel',
		);
		const light = await press(dark, 'Light', 1);
		expect(light.message?.attachments).toHaveLength(1);
		expect(light.message?.attachments[0]?.id).not.toBe(file?.id);
		const text = await press(light, 'As text', 0);
		expect(text.message?.attachments).toEqual([]);
		expect(readMessage(text.message?.components ?? [])).toContain('│ “We have talked');
	});

	test('pressed by somebody else answers only to them', async () => {
		const { owner, outsider } = rehearsal.guild.members;
		const card = await rehearsal.interact({
			...{ kind: 'command', name: 'quote', options: { about: 'drawings' }, memberId: owner },
			until: 'answered',
		});
		const theirs = await press(card, 'Picture', 1, outsider);
		expect(theirs.message?.rehearsal.visibleTo).toBe(outsider);
		expect(theirs.message?.attachments).toHaveLength(1);
		expect((await press(theirs, 'Light', 1, outsider)).message?.attachments).toHaveLength(1);
	});
});
