import {
	ActionRowBuilder,
	ButtonBuilder,
	ButtonStyle,
	type Interaction,
	LabelBuilder,
	ModalBuilder,
	StringSelectMenuBuilder,
	TextInputBuilder,
	TextInputStyle,
	UserSelectMenuBuilder,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { bot, say } from './command-bot.ts';

describe('components', () => {
	const rows = [
		new ActionRowBuilder<ButtonBuilder>().addComponents(
			new ButtonBuilder().setCustomId('next').setLabel('Next').setStyle(ButtonStyle.Primary),
			new ButtonBuilder().setCustomId('off').setLabel('Off').setStyle(ButtonStyle.Danger).setDisabled(true),
		),
		new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
			new StringSelectMenuBuilder()
				.setCustomId('pick')
				.addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' }),
		),
		new ActionRowBuilder<UserSelectMenuBuilder>().addComponents(
			new UserSelectMenuBuilder().setCustomId('who'),
		),
	];
	async function shown(act: (interaction: Interaction) => Promise<unknown>) {
		const { rehearsal, errors } = await bot(async (interaction) => {
			if (interaction.isChatInputCommand()) await interaction.reply({ content: 'page 1', components: rows });
			else await act(interaction);
		});
		const { message } = await rehearsal.interact(say);
		return { rehearsal, errors, messageId: message?.id ?? '' };
	}

	it('update the message that they stand in', async () => {
		const { rehearsal, messageId } = await shown(async (interaction) => {
			if (interaction.isButton())
				await interaction.update({ content: `page 2 for ${interaction.user.username}` });
		});
		const { members, channels } = rehearsal.guild;
		const outcome = await rehearsal.interact({
			kind: 'component',
			messageId,
			customId: 'next',
			memberId: members.foreigner,
		});
		expect(outcome.message).toMatchObject({ id: messageId, content: 'page 2 for friedl' });
		expect(outcome.message?.components).toHaveLength(3);
		expect(rehearsal.messages(channels.general)).toHaveLength(1);
	});

	it('give the bot the values that were chosen, and users with all about them', async () => {
		const { rehearsal, messageId } = await shown(async (interaction) => {
			if (interaction.isStringSelectMenu()) await interaction.reply(interaction.values.join());
			if (interaction.isUserSelectMenu()) await interaction.reply(interaction.users.first()?.username ?? '');
		});
		const pick = await rehearsal.interact({ kind: 'component', messageId, customId: 'pick', values: ['2'] });
		expect(pick.message?.content).toBe('2');
		const values = [rehearsal.guild.members.owner];
		const who = await rehearsal.interact({ kind: 'component', messageId, customId: 'who', values });
		expect(who.message?.content).toBe('ottilie');
	});

	it.each([
		[{ customId: 'off' }, 'disabled'],
		[{ customId: 'gone' }, 'no such button'],
		[{ customId: 'pick', values: ['3'] }, 'not among the choices'],
		[{ customId: 'pick', values: [] }, 'Between 1 and 1'],
	])('cannot be used in ways that Discord would not offer: %o', async (click, reason) => {
		const { rehearsal, messageId } = await shown(async () => {});
		await expect(rehearsal.interact({ kind: 'component', messageId, ...click })).rejects.toThrow(reason);
	});

	it('open a modal, whose fields reach the bot and which may update the message', async () => {
		const modal = new ModalBuilder()
			.setCustomId('ask')
			.setTitle('Ask')
			.addLabelComponents(
				new LabelBuilder()
					.setLabel('Question')
					.setTextInputComponent(
						new TextInputBuilder().setCustomId('question').setStyle(TextInputStyle.Short).setMaxLength(20),
					),
			);
		const { rehearsal, messageId, errors } = await shown(async (interaction) => {
			if (interaction.isButton()) await interaction.showModal(modal);
			if (interaction.isModalSubmit() && interaction.isFromMessage()) {
				await interaction.update(interaction.fields.getTextInputValue('question'));
			}
		});
		const opened = await rehearsal.interact({ kind: 'component', messageId, customId: 'next' });
		expect(opened.modal?.title).toBe('Ask');
		const send = (question: string) =>
			rehearsal.interact({ kind: 'modal', customId: 'ask', fields: { question } });
		await expect(send('')).rejects.toThrow('required');
		await expect(send('x'.repeat(21))).rejects.toThrow('at most 20');
		expect((await send('who said it?')).message).toMatchObject({ id: messageId, content: 'who said it?' });
		expect(errors).toEqual([]);
	});
});

describe('a context menu command', () => {
	it('carries the message that it was used on', async () => {
		const { rehearsal } = await bot(async (interaction) => {
			if (interaction.isMessageContextMenuCommand()) {
				await interaction.reply(`on "${interaction.targetMessage.content}"`);
			}
		});
		const { members, channels } = rehearsal.guild;
		const place = { channelId: channels.general, memberId: members.owner };
		const { id } = await rehearsal.post({ ...place, content: 'I never said that' });
		const outcome = await rehearsal.interact({
			kind: 'messageCommand',
			name: 'Was this said?',
			targetId: id,
		});
		expect(outcome.message?.content).toBe('on "I never said that"');
	});
});
