import { expect, it } from 'vitest';
import { fitting, typedCommands } from '../../src/page/composer/commands.ts';
import { worldOf } from '../../src/page/world/world.ts';
import { rehearse, request } from '../bot.ts';

it('subcommands are offered in the order in which they were registered, commands by name', async () => {
	const rehearsal = await rehearse();
	const subcommands = ['set', 'show', 'now', 'another'].map((name) => ({ type: 1, name, description: name }));
	const commands = [
		{ name: 'topics', description: 'Topics' },
		{ name: 'digest', description: 'The digest', options: subcommands },
	];
	const path = `/applications/${rehearsal.applicationId}/commands`;
	expect(await request(rehearsal, 'PUT', path, commands)).toMatchObject({ status: 200 });
	const { members, channels } = rehearsal.guild;
	const world = worldOf(rehearsal.snapshot(members.owner), []);
	const offered = typedCommands(world, channels.general).map(({ name }) => name);
	expect(offered).toEqual(['digest set', 'digest show', 'digest now', 'digest another', 'topics']);
	expect(fitting(offered, (name) => name, 'dig')[0]).toBe('digest set');
});
