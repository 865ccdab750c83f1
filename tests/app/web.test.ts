import { expect, test } from 'vitest';
import { openTheWeb } from '../../src/app/web.ts';
import { site } from '../sources/web/site.ts';

test.for([
	[{ token: null, contact: 'mailto:bot@example.org' }, /^Verbatim\/[\d.]+ \(\+mailto:bot@example\.org\)$/u],
	// The first part of a token is the bot's id.
	[
		{ token: `${Buffer.from('100000000000000001').toString('base64url')}.a.b`, contact: null },
		/^Verbatim\/[\d.]+ \(\+https:\/\/discord\.com\/users\/100000000000000001\)$/u,
	],
	[{ token: null, contact: null }, /^Verbatim\/[\d.]+$/u],
] as const)('sites are told whose bot it is: %j', async ([config, expected]) => {
	const news = await site((_, response) => response.end());
	const web = openTheWeb(config, { allow: new Set([`127.0.0.1:${news.port}`]) });
	await web.fetchPublic(news.address, { robots: false });
	expect(news.requests[0]?.headers['user-agent']).toMatch(expected);
	await web.close();
});

test('no configuration of a running bot lets it reach this machine', async () => {
	const news = await site((_, response) => response.end());
	const web = openTheWeb({ token: null, contact: news.address }, {});
	expect(() => web.check(news.address)).toThrow('is not on the public web');
	await web.close();
});
