import { expect, it } from 'vitest';
import { Permission } from '../src/constants.ts';
import { rehearse, request } from './bot.ts';

it('a bot with Manage Roles gives and removes roles below its own, and no others', async () => {
	const rehearsal = await rehearse();
	const { id, roles, members } = rehearsal.guild;
	const path = (role: string, member = members.outsider) => `/guilds/${id}/members/${member}/roles/${role}`;
	const rolesOf = async () => {
		const { json } = await request(rehearsal, 'GET', `/guilds/${id}/members/${members.outsider}`);
		return (json as { roles: string[] }).roles;
	};
	rehearsal.setRolePermissions(id, roles.bot, Permission.ViewChannel);
	expect(await request(rehearsal, 'PUT', path(roles.readers))).toMatchObject({
		status: 403,
		json: { code: 50_013 },
	});
	rehearsal.setRolePermissions(id, roles.bot, Permission.ViewChannel | Permission.ManageRoles);
	expect(await request(rehearsal, 'PUT', path(roles.readers))).toMatchObject({ status: 204 });
	expect(await request(rehearsal, 'PUT', path(roles.readers))).toMatchObject({ status: 204 });
	expect(await rolesOf()).toEqual([roles.readers]);
	expect(await request(rehearsal, 'PUT', path(roles.bot))).toMatchObject({ status: 403 });
	expect(await request(rehearsal, 'DELETE', path(roles.readers))).toMatchObject({ status: 204 });
	expect(await rolesOf()).toEqual([]);
	expect(await request(rehearsal, 'PUT', path(roles.everyone))).toMatchObject({ json: { code: 10_011 } });
	expect(await request(rehearsal, 'PUT', path(roles.readers, '1'))).toMatchObject({ json: { code: 10_007 } });
});
