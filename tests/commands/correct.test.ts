import type { Outcome, Rehearsal } from 'discord-rehearsal';
import { readMessage } from 'discord-rehearsal/text';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Parts } from '../../src/app/parts.ts';
import { mayUse } from '../../src/command.ts';
import { settled } from './settled.ts';
import { startShippedBot } from './shipped-bot.ts';

let parts: Parts;
let rehearsal: Rehearsal;
beforeAll(async () => {
	const shipped = await startShippedBot();
	({ parts, rehearsal } = shipped);
	return shipped.close;
});

const text = ({ message }: Outcome) => readMessage(message?.components ?? []);
const asked = (name: string, options = {}, memberId = rehearsal.guild.members.owner) =>
	rehearsal.interact({ kind: 'command', name, options, memberId, until: 'answered' });

/** Presses the button, or picks the choice, with this label. */
async function press({ message }: Outcome, label: string, memberId = rehearsal.guild.members.owner) {
	const found = controls(message?.components).find((one) => one.label.startsWith(label));
	if (!found || !message) throw new Error(`There is no ${label}.`);
	return rehearsal.interact({
		kind: 'component',
		messageId: message.id,
		customId: found.id,
		...(found.value !== undefined && { values: [found.value] }),
		memberId,
		until: 'answered',
	});
}

function controls(components: unknown): { id: string; label: string; value?: string }[] {
	if (Array.isArray(components)) return components.flatMap(controls);
	if (typeof components !== 'object' || components === null) return [];
	const one = components as {
		custom_id?: string;
		label?: string;
		options?: { value: string; label: string }[];
		components?: unknown;
	};
	const { custom_id: id } = one;
	if (id === undefined) return controls(one.components);
	return one.options?.map(({ value, label }) => ({ id, value, label })) ?? [{ id, label: one.label ?? '' }];
}

describe('a quotation with something wrong', () => {
	const words = 'Tonight we stopped talking';

	test('is picked from the page that shows it, corrected, shown so in the server, and set right again', async () => {
		const before = await asked('quotes', { article: 'port harrow tunnel', about: 'drawings' });
		expect(text(before)).toContain(words);
		const { article } = await parts
			.contextOf({
				...{ server: null, channel: { id: '1' }, article: null, locale: 'en', target: null },
				member: { id: '1', name: 'Lena', mayManageServer: false },
			} as never)
			.library.quotes({ article: 'port harrow tunnel' });
		const list = await asked('quotes', { article: article?.id ?? '' });
		const which = await press(list, 'Something wrong?');
		expect(which.message?.rehearsal.visibleTo).toBe(rehearsal.guild.members.owner);
		expect(text(which)).toContain('Which one is wrong?');
		const one = await press(which, 'We have talked about this tunnel');
		expect(text(one)).toContain('As it was read: Ines Barrow.');
		const other = controls(one.message?.components).find(
			({ value, label }) => value !== undefined && !label.startsWith('It is not clear'),
		);
		const done = await press(one, other?.label ?? '');
		expect(text(done)).toContain('Corrected in this server');
		const reference = /quotation=([^;]+)/u.exec(decodeURIComponent(other?.value ?? ''))?.[1] ?? '';
		const shown = await asked('quote', { about: reference });
		expect(text(shown)).toContain(`${other?.label}`);
		expect(text(shown)).toContain('speaker corrected in this server (was Ines Barrow)');
		const all = await asked('correct list');
		expect(text(all)).toContain(`Ines Barrow → ${other?.label}`);
		await press(done, 'Undo');
		expect(text(await asked('quote', { about: reference }))).toContain('Ines Barrow, Mayor');
		expect(text(await asked('correct list'))).toContain('Nothing is corrected in this server');
	});

	test('is hidden with the button under a single one, and given another name by typing', async () => {
		const shown = await asked('quote', { about: 'drawings' });
		const one = await press(shown, 'Something wrong?');
		const hidden = await press(one, 'Hide it here');
		expect(text(hidden)).toContain('hidden, by');
		expect(text(await asked('quotes', { about: 'drawings' }))).not.toContain(words);
		const list = await press(hidden, 'All corrections');
		const again = await press(list, 'We have talked about this tunnel');
		await press(again, 'Undo');
		expect(text(await asked('quotes', { about: 'drawings' }))).toContain(words);
		const { choices = [] } = await rehearsal.interact({
			...{ kind: 'autocomplete', name: 'correct quote', focused: 'quotation' },
			options: { quotation: 'we have talked about' },
			memberId: rehearsal.guild.members.owner,
		} as never);
		const quotation = String(choices[0]?.value);
		const named = await asked('correct quote', { quotation, speaker: 'Orla Pike' });
		expect(text(named)).toContain('In this server: Orla Pike, by');
		expect(text(await asked('quotes', { speaker: 'pike' }))).toContain(words);
		// Whoever checks or asks is told as well that the name is the server's.
		const note = 'speaker corrected in this server (was Ines Barrow)';
		expect(text(await asked('check', { quote: 'We have talked about this tunnel' }))).toContain(note);
		expect(text(await asked('ask', { question: 'Who has talked about this tunnel?' }))).toContain(note);
		await press(named, 'Undo');
	});

	test('can be taken back when its article is gone', async () => {
		const headline = 'A gate for the weir at Sallow';
		const said = 'The gate was paid for by the anglers of Sallow';
		const weir = `“${said},” said Petra Hallam, who keeps the weir.\n\nThe gate is of oak, and weighs as much as a barge.`;
		await settled(rehearsal, await asked('add text', { headline, text: weir }));
		const one = await press(await asked('quote', { about: 'anglers' }), 'Something wrong?');
		await press(one, 'Hide it here');
		await asked('library remove', { article: headline });
		const list = await asked('correct list');
		expect(text(list)).toContain('its article is gone');
		const lost = await press(list, 'The gate was paid for');
		expect(text(lost)).toContain('This correction changes nothing any more');
		const done = await press(lost, 'Undo');
		expect(text(done)).toContain('Taken back');
		expect(text(await asked('correct list'))).toContain('Nothing is corrected in this server');
	});

	test('says what is wrong with what was typed', async () => {
		const told = async (options: object) => text(await asked('correct quote', options));
		expect(await told({ quotation: 'something' })).toContain('Pick the quote from those that are offered');
		const { message } = await asked('quote', { about: 'drawings' });
		const button = controls(message?.components).find(({ label }) => label === 'Something wrong?');
		const quotation = /quotation=([^;]+)/u.exec(decodeURIComponent(button?.id ?? ''))?.[1] ?? '';
		expect(await told({ quotation, speaker: '“x”' })).toContain('A speaker is a name with letters');
		expect(await told({ quotation, speaker: 'Ada Venn', hide: true })).toContain('Give a speaker or hide it');
	});

	test('is left alone by those who manage neither the server nor its messages', async () => {
		const shown = await asked('quote', { about: 'drawings' });
		const told = await press(shown, 'Something wrong?', rehearsal.guild.members.outsider);
		expect(text(told)).toContain('/correct quote is for those who may manage this server or its messages');
		const member = { id: '1', name: 'Lena', mayManageServer: false };
		expect(mayUse('moderators', { ...member, mayManageMessages: true })).toBe(true);
		expect(mayUse('managers', { ...member, mayManageMessages: true })).toBe(false);
		expect(mayUse('moderators', { ...member, mayManageServer: true })).toBe(true);
	});

	test('is not offered to be corrected in direct messages', async () => {
		const { owner: memberId } = rehearsal.guild.members;
		const input = { kind: 'command', name: 'quote', options: { about: 'drawings' } } as const;
		const shown = await rehearsal.interact({ ...input, memberId, inDirectMessage: true, until: 'answered' });
		const labels = controls(shown.message?.components).map(({ label }) => label);
		expect(labels).toContain('In context');
		expect(labels).not.toContain('Something wrong?');
	});
});
