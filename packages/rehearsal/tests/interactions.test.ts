import {
	type APIApplicationCommandOptionChoice,
	DiscordAPIError,
	Events,
	type Interaction,
	MessageFlags,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { InteractionInput } from '../src/api.ts';
import { bot, say } from './command-bot.ts';

describe('a slash command', () => {
	it('reaches the bot with its options, and its answer reaches the channel', async () => {
		const { rehearsal } = await bot(async (interaction) => {
			if (interaction.isChatInputCommand())
				await interaction.reply(interaction.options.getString('text', true));
		});
		const outcome = await rehearsal.interact(say);
		expect(outcome).toMatchObject({ acknowledged: true, deferred: false, ephemeral: false, problem: null });
		expect(outcome.message?.content).toBe('hello');
		const { general } = rehearsal.guild.channels;
		expect(rehearsal.messages(general).map(({ content }) => content)).toEqual(['hello']);
		expect(rehearsal.requests().at(-1)).toMatchObject({
			method: 'POST',
			route: '/interactions/{interaction_id}/{interaction_token}/callback',
			status: 204,
			interactionId: outcome.interactionId,
			problems: [],
			ignored: [],
		});
	});

	it('carries a subcommand, a channel, and the member with permissions and language', async () => {
		const { rehearsal } = await bot(async (interaction) => {
			if (!interaction.isChatInputCommand()) return;
			const channel = interaction.options.getChannel('channel', true);
			const may = interaction.memberPermissions?.has('ManageGuild');
			await interaction.reply(
				`${interaction.options.getSubcommand()} ${channel.id} ${may} ${interaction.locale}`,
			);
		});
		const { members, channels } = rehearsal.guild;
		const outcome = await rehearsal.interact({
			kind: 'command',
			name: 'digest set',
			memberId: members.owner,
			options: { channel: channels.dailyDigest },
		});
		expect(outcome.message?.content).toBe(`set ${channels.dailyDigest} true en-US`);
	});

	it.each<[string, InteractionInput, string]>([
		['an unknown command', { kind: 'command', name: 'nothing' }, 'There is no command /nothing.'],
		['a missing option', { kind: 'command', name: 'echo' }, 'Option "text" is required.'],
		[
			'an unknown option',
			{ kind: 'command', name: 'echo', options: { text: 'a', loud: true } },
			'/echo has no option "loud".',
		],
		[
			'a number that is too high',
			{ kind: 'command', name: 'echo', options: { text: 'a', times: 4 } },
			'Option "times" is at most 3.',
		],
		[
			'a command for those who manage the server',
			{ kind: 'command', name: 'digest set', options: { channel: '1100000000000000301' } },
			'You do not have permission to use /digest.',
		],
		[
			'a command without its subcommand',
			{ kind: 'command', name: 'digest', memberId: '1100000000000000010' },
			'set',
		],
	])('is not sent for %s, as Discord would not let a member send it', async (_, input, reason) => {
		const { rehearsal } = await bot(async () => {});
		await expect(rehearsal.interact(input)).rejects.toThrow(reason);
	});

	it('is seen by its member alone where the answer is ephemeral', async () => {
		const { rehearsal } = await bot(async (interaction) => {
			if (interaction.isChatInputCommand()) {
				await interaction.reply({ content: 'a secret', flags: MessageFlags.Ephemeral });
			}
		});
		const { members, channels } = rehearsal.guild;
		const outcome = await rehearsal.interact({ ...say, memberId: members.outsider });
		expect(outcome.ephemeral).toBe(true);
		expect(rehearsal.messages(channels.general)).toEqual([]);
		expect(rehearsal.messages(channels.general, members.owner)).toEqual([]);
		expect(rehearsal.messages(channels.general, members.outsider)).toHaveLength(1);
	});

	it('can be used in direct messages', async () => {
		const { rehearsal } = await bot(async (interaction) => {
			if (interaction.isChatInputCommand())
				await interaction.reply(interaction.inGuild() ? 'server' : 'direct');
		});
		const outcome = await rehearsal.interact({ ...say, inDirectMessage: true });
		expect(outcome.message?.content).toBe('direct');
	});
});

describe('an answer', () => {
	it('may be deferred, filled, followed up, edited and deleted', async () => {
		const { rehearsal, errors } = await bot(async (interaction) => {
			if (!interaction.isChatInputCommand()) return;
			await interaction.deferReply();
			await interaction.editReply('first');
			const next = await interaction.followUp({ content: 'second', flags: MessageFlags.Ephemeral });
			await interaction.followUp('third');
			await interaction.editReply({ message: next, content: 'second, edited' });
			await interaction.deleteReply();
		});
		const deferred = await rehearsal.interact(say);
		expect(deferred).toMatchObject({ acknowledged: true, deferred: true, message: null });
		await expect
			.poll(() => {
				const outcome = rehearsal.outcome(deferred.interactionId);
				return [outcome?.message, outcome?.followUps.map(({ content }) => content)];
			})
			.toEqual([null, ['second, edited', 'third']]);
		expect(errors).toEqual([]);
	});

	it('can be waited for until it has come', async () => {
		const { rehearsal } = await bot(async (interaction) => {
			if (!interaction.isChatInputCommand()) return;
			await interaction.deferReply({ flags: MessageFlags.Ephemeral });
			await interaction.editReply('late');
		});
		const outcome = await rehearsal.interact({ ...say, until: 'answered' });
		expect(outcome).toMatchObject({ deferred: false, ephemeral: true });
		expect(outcome.message?.content).toBe('late');
		expect(outcome.message?.edited_timestamp).toBeNull();
	});

	it('comes back with the message where the bot asks for it', async () => {
		const replies: (string | undefined)[] = [];
		const { rehearsal } = await bot(async (interaction) => {
			if (!interaction.isChatInputCommand()) return;
			const { resource } = await interaction.reply({ content: 'here', withResponse: true });
			replies.push(resource?.message?.id);
		});
		const outcome = await rehearsal.interact(say);
		await expect.poll(() => replies).toEqual([outcome.message?.id]);
	});

	it('is refused with 10062 after its time, and the member sees that the bot did not respond', async () => {
		let late: Promise<unknown> = Promise.resolve();
		const { rehearsal } = await bot(
			async (interaction) => {
				if (!interaction.isChatInputCommand()) return;
				late = new Promise((resolve) => setTimeout(resolve, 150)).then(() => interaction.reply('late'));
				late.catch(() => {});
			},
			{ answerWithin: 60 },
		);
		const outcome = await rehearsal.interact(say);
		expect(outcome).toMatchObject({ acknowledged: false, problem: 'The application did not respond' });
		await expect(late).rejects.toMatchObject({ code: 10062, status: 404 });
	});

	it('is refused with 40060 where there is one already', async () => {
		const { rehearsal, client } = await bot(async () => {});
		const second = new Promise((resolve) => {
			client.once(Events.InteractionCreate, async (interaction) => {
				const callback = () =>
					client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
						auth: false,
						body: { type: 4, data: { content: 'once' } },
					});
				await callback();
				resolve(await callback().catch((error: unknown) => error));
			});
		});
		await rehearsal.interact(say);
		expect(await second).toMatchObject({ code: 40060, status: 400 });
	});

	it('that is refused says where, and leaves the interaction open for a better one', async () => {
		const { rehearsal, errors } = await bot(async (interaction) => {
			if (!interaction.isChatInputCommand()) return;
			const wrong = await interaction.reply('x'.repeat(2001)).catch((error: unknown) => error);
			await interaction.reply('shorter');
			throw wrong;
		});
		const outcome = await rehearsal.interact(say);
		expect(outcome.message?.content).toBe('shorter');
		await expect.poll(() => errors).toHaveLength(1);
		const [error] = errors as DiscordAPIError[];
		expect(error).toBeInstanceOf(DiscordAPIError);
		expect(error?.code).toBe(50035);
		expect(error?.rawError).toMatchObject({
			errors: { data: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } },
		});
	});

	it('names to the developer why every attempt was refused', async () => {
		const { rehearsal } = await bot(
			async (interaction) => {
				if (interaction.isChatInputCommand()) await interaction.reply({ content: ' ' });
			},
			{ answerWithin: 80 },
		);
		const outcome = await rehearsal.interact(say);
		expect(outcome.problem).toContain('Cannot send an empty message (50006)');
	});
});

describe('autocomplete', () => {
	const offer =
		(choices: APIApplicationCommandOptionChoice<string>[]) => async (interaction: Interaction) => {
			if (interaction.isAutocomplete()) await interaction.respond(choices);
		};
	const typing: InteractionInput = {
		kind: 'autocomplete',
		name: 'echo',
		options: { from: 'a' },
		focused: 'from',
	};

	it('asks the bot with what is typed and gives its choices', async () => {
		const { rehearsal } = await bot(async (interaction) => {
			if (!interaction.isAutocomplete()) return;
			const { name, value } = interaction.options.getFocused(true);
			await interaction.respond([{ name: `${name}=${value}`, value }]);
		});
		const outcome = await rehearsal.interact(typing);
		expect(outcome.choices).toEqual([{ name: 'from=a', value: 'a' }]);
		expect(rehearsal.messages(rehearsal.guild.channels.general)).toEqual([]);
	});

	it.each([
		['more than 25 choices', Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` }))],
		['a name of more than 100 characters', [{ name: 'n'.repeat(101), value: 'v' }]],
		['a value of more than 100 characters', [{ name: 'n', value: 'v'.repeat(101) }]],
	])('refuses %s', async (_, choices) => {
		const { rehearsal, errors } = await bot(offer(choices), { answerWithin: 100 });
		expect((await rehearsal.interact(typing)).problem).toBe('Loading options failed');
		expect(errors).toMatchObject([{ code: 50035 }]);
	});
});
