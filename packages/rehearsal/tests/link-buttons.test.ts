import { describe, expect, it } from 'vitest';
import { rehearse, request } from './bot.ts';

describe('the address of a link button', () => {
	const post = async (url: string) => {
		const rehearsal = await rehearse();
		const components = [{ type: 1, components: [{ type: 2, style: 5, label: 'Read', url }] }];
		return request(rehearsal, 'POST', `/channels/${rehearsal.guild.channels.general}/messages`, {
			components,
		});
	};

	it.each(['https://paper.example/a_b?c=[d]', 'https://xn--bcher-kva.example:8080/', 'discord://-/channels'])(
		'may be %s',
		async (url) => {
			expect((await post(url)).status).toBe(200);
		},
	);

	it.each([
		['http://localhost/', 'URL_TYPE_INVALID_URL'],
		['http://[2001:db8::1]/a', 'URL_TYPE_INVALID_URL'],
		['https://my_blog.example.com/', 'URL_TYPE_INVALID_URL'],
		['ftp://paper.example/', 'URL_TYPE_INVALID_SCHEME'],
	])('may not be %s', async (url, code) => {
		const { status, json } = await post(url);
		expect(status).toBe(400);
		expect(JSON.stringify(json)).toContain(code);
	});
});
