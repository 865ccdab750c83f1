import { Events, SlashCommandBuilder } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { connect, rehearse } from './bot.ts';

const echo = new SlashCommandBuilder()
	.setName('echo')
	.setDescription('Says it again')
	.addStringOption((option) => option.setName('text').setDescription('What to say').setRequired(true));

describe('a slash command', () => {
	it('reaches the bot with its options, and its answer reaches the channel', async () => {
		const rehearsal = await rehearse();
		const client = await connect(rehearsal);
		await client.application.commands.set([echo]);
		client.on(Events.InteractionCreate, async (interaction) => {
			if (interaction.isChatInputCommand())
				await interaction.reply(interaction.options.getString('text', true));
		});
		const outcome = await rehearsal.interact({ kind: 'command', name: 'echo', options: { text: 'hello' } });
		expect(outcome).toMatchObject({ acknowledged: true, deferred: false, ephemeral: false, problem: null });
		expect(outcome.message?.content).toBe('hello');
		expect(rehearsal.messages(rehearsal.guild.channels.general).map(({ content }) => content)).toEqual([
			'hello',
		]);
		expect(rehearsal.requests().at(-1)).toMatchObject({
			method: 'POST',
			route: '/interactions/{interaction_id}/{interaction_token}/callback',
			status: 204,
			interactionId: outcome.interactionId,
			problems: [],
		});
	});
});
