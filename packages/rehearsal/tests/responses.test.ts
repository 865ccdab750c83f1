import { describe, expect, it } from 'vitest';
import { loadSchemas } from '../src/rules/schema.ts';
import { rehearse, request } from './bot.ts';

describe('what the rehearsal answers', () => {
	it('is what Discord publishes for each resource', async () => {
		const rehearsal = await rehearse({ rateLimits: false });
		const schemas = await loadSchemas();
		const { id, channels, members, roles } = rehearsal.guild;
		const app = `/applications/${rehearsal.applicationId}`;
		const messages = `/channels/${channels.general}/messages`;
		const command = { name: 'quotes', description: 'a', options: [{ type: 3, name: 'b', description: 'c' }] };
		const card = {
			flags: 1 << 15,
			components: [
				{ type: 17, components: [{ type: 10, content: 'a' }, { type: 14 }] },
				{ type: 1, components: [{ type: 2, style: 1, label: 'a', custom_id: 'a' }] },
				{ type: 1, components: [{ type: 5, custom_id: 'b' }] },
			],
		};
		const asked: [string, string, string, unknown?][] = [
			['MessageResponse', 'POST', messages, { content: 'a', embeds: [{ title: 'a' }] }],
			['MessageResponse', 'POST', messages, card],
			[
				'MessageResponse',
				'POST',
				messages,
				{ poll: { question: { text: 'a' }, answers: [{ poll_media: { text: 'b' } }] } },
			],
			['ApplicationCommandResponse', 'POST', `${app}/commands`, command],
			['GatewayBotResponse', 'GET', '/gateway/bot'],
			['GuildResponse', 'GET', `/guilds/${id}`],
			['GuildRoleResponse', 'GET', `/guilds/${id}/roles/${roles.readers}`],
			['GuildMemberResponse', 'GET', `/guilds/${id}/members/${members.owner}`],
			['GuildChannelResponse', 'GET', `/channels/${channels.general}`],
			['PrivateChannelResponse', 'POST', '/users/@me/channels', { recipient_id: members.owner }],
			['UserResponse', 'GET', `/users/${members.owner}`],
			['PrivateApplicationResponse', 'GET', '/applications/@me'],
			[
				'CreatedThreadResponse',
				'POST',
				`/channels/${channels.forum}/threads`,
				{ name: 'a', message: { content: 'b' } },
			],
		];
		const wrong = [];
		for (const [schema, method, path, body] of asked) {
			const { status, json } = await request(rehearsal, method, path, body);
			if (status >= 300) wrong.push({ path, status, json });
			for (const problem of schemas.check(schema, json).problems) wrong.push({ schema, ...problem });
		}
		expect(wrong).toEqual([]);
	});
});
