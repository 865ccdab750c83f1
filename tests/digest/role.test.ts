import { PermissionFlagsBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { read, useServer } from './server.ts';

const server = useServer();
const everyday = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
const readers = () => server.guild.roles.readers;
const rolesOf = (member: string) =>
	server.rehearsal.snapshot().guilds[0]?.members.find(({ user }) => user.id === member)?.roles ?? [];
const allow = (permissions: bigint) =>
	server.rehearsal.setRolePermissions(server.guild.id, readers(), permissions);

const role = (id: string) => server.bot.client.guilds.cache.get(server.guild.id)?.roles.cache.get(id);

/** Sets what a role may do, and waits until the bot knows. */
async function permit(id: string, permissions: bigint): Promise<void> {
	server.rehearsal.setRolePermissions(server.guild.id, id, permissions);
	await expect.poll(() => role(id)?.permissions.bitfield).toBe(permissions);
}

beforeEach(async () => {
	const { bot } = server.guild.roles;
	await permit(bot, (role(bot)?.permissions.bitfield ?? 0n) | PermissionFlagsBits.ManageRoles);
});
afterEach(() => {
	const { id, roles, members, channels } = server.guild;
	server.rehearsal.setRolePermissions(id, roles.readers, 0n);
	server.rehearsal.setRolePermissions(id, roles.managers, everyday | PermissionFlagsBits.ManageGuild);
	server.rehearsal.setOverwrite(channels.general, roles.readers, {});
	server.rehearsal.setMemberRoles(id, members.member, []);
	server.rehearsal.setMemberRoles(id, members.foreigner, []);
});

describe('the role that a digest pings', () => {
	it('may not have power over others, whoever chooses it', async () => {
		allow(PermissionFlagsBits.Administrator);
		await expect.poll(async () => read(await server.set({ role: readers() }))).toContain('Administrator');
		expect(await server.settings()).toBeNull();
		for (const [permission, name] of [
			[PermissionFlagsBits.ManageMessages, 'Manage Messages'],
			[PermissionFlagsBits.ModerateMembers, 'Time Out Members'],
			[PermissionFlagsBits.ManageGuild, 'Manage Server'],
		] as const) {
			allow(permission);
			await expect.poll(async () => read(await server.set({ role: readers() }))).toContain(name);
		}
		allow(0n);
		const { general } = server.guild.channels;
		server.rehearsal.setOverwrite(general, readers(), { allow: PermissionFlagsBits.ManageMessages });
		await expect
			.poll(async () => read(await server.set({ role: readers() })))
			.toContain('power over others (Manage Messages)');
	});

	it('is none that the one who chooses it could not give', async () => {
		const { id, members, roles } = server.guild;
		server.rehearsal.setMemberRoles(id, members.foreigner, [roles.managers]);
		const chosen = async () => read(await server.set({ role: readers() }, members.foreigner));
		expect(await chosen()).toMatch(/You cannot choose that role.*you have no permission Manage Roles/su);
		server.rehearsal.setRolePermissions(
			id,
			roles.managers,
			everyday | PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageRoles,
		);
		await expect.poll(chosen).toMatch(/not below your own highest role/u);
		expect(await server.settings()).toBeNull();
	});

	it('is not @everyone, and no bot’s', async () => {
		expect(read(await server.set({ role: server.guild.roles.everyone }))).toContain(
			'does not ping @everyone',
		);
		expect(read(await server.set({ role: server.guild.roles.bot }))).toContain('belongs to a bot');
	});

	it('is given and removed by the button under the digest', async () => {
		const { member } = server.guild.members;
		expect(read(await server.run('notify', {}, member))).toContain('pings nobody');
		await server.set({ role: readers() });
		server.arrive();
		const asked = await server.run('digest now');
		expect(read(asked)).toContain('It pings @');
		await server.press('Post as today’s', asked.message);
		const post = server.posts().at(-1) ?? null;
		const given = await server.press('Toggle pings', post, member);
		expect(given.ephemeral).toBe(true);
		expect(read(given)).toContain('Pings are on');
		expect(rolesOf(member)).toContain(readers());
		expect(read(await server.press('Turn pings off', given.message, member))).toContain('Pings are off');
		expect(rolesOf(member)).not.toContain(readers());
	});

	it('is looked at again at every press: power that it got later is not given away', async () => {
		const { member } = server.guild.members;
		await server.set({ role: readers() });
		await permit(readers(), PermissionFlagsBits.Administrator);
		expect(read(await server.run('notify', {}, member))).toContain('Administrator');
		expect(rolesOf(member)).not.toContain(readers());
		// Whoever has it may always give it back.
		server.rehearsal.setMemberRoles(server.guild.id, member, [readers()]);
		expect(read(await server.run('notify', {}, member))).toContain('Pings are off');
	});

	it('is checked again at every press: the member who chose it must still be able to give it', async () => {
		const { member, outsider } = server.guild.members;
		await server.set({ role: readers() });
		await server.store.changeSettings(server.guild.id, { roleSetBy: outsider });
		expect(read(await server.run('notify', {}, member))).toMatch(
			/he one who chose it can no longer give it/u,
		);
		expect(rolesOf(member)).not.toContain(readers());
		await server.set({ role: readers() });
		expect(read(await server.run('notify', {}, member))).toContain('Pings are on');
	});

	it('has no button where the bot cannot give it', async () => {
		const { bot } = server.guild.roles;
		const before = role(bot)?.permissions.bitfield ?? 0n;
		await server.set({ role: readers() });
		await permit(bot, before & ~PermissionFlagsBits.ManageRoles);
		server.change('DELETE FROM digest_articles');
		server.arrive();
		expect(read(await server.run('digest preview'))).not.toContain('Toggle pings');
		expect(read(await server.run('digest show'))).toContain('once I have the permission Manage Roles');
		await permit(bot, before);
		expect(read(await server.run('digest preview'))).toContain('Toggle pings');
	});
});
