import { expect, it } from 'vitest';
import { openAdditions } from '../../../src/sources/additions/service.ts';
import { noFilters } from '../../../src/sources/feeds/terms.ts';
import { quietLog } from '../../quiet-log.ts';
import { wholeText } from './feed-site.ts';
import { hour, polled } from './polled.ts';

const member = { server: '100', member: '9', mayManageServer: false, mayEmbedLinks: true, roles: [] };
const manager = { ...member, mayManageServer: true };

it('an article that a feed brought is removed by managers alone, and does not come back', async () => {
	const test = await polled();
	const { service } = openAdditions({
		...{ web: test.site.web(), archive: test.archive, archivePlace: '', reader: 'test', log: quietLog },
		worker: new URL('../../../src/app/reading-worker.ts', import.meta.url),
		limits: { daily: 9, serverDaily: 9, owners: [] },
	});
	for (const server of ['100', '200'])
		await test.feeds.service.add({ server, member: '9', address: test.address, filters: noFilters });
	const ferry = { headline: 'Ferry late again', link: '/ferry', text: wholeText('We waited for hours') };
	test.site.items = [{ ...ferry, id: 'ferry', at: test.now() }];
	await test.after(2 * hour);
	const [line] = await test.archive.seenBy('100').latest(1);
	await expect(service.remove(line?.id ?? '', member)).rejects.toThrow('those who manage the server');
	expect(await test.seenBy('100')).toHaveLength(1);
	expect(await service.remove(line?.id ?? '', manager)).toEqual({
		headlines: ['Ferry late again'],
		isStillSeen: false,
	});
	expect(await test.seenBy('100')).toEqual([]);
	// The feed brings it up again as something new; another server has not removed it.
	test.site.items = [{ ...ferry, id: 'ferry again', headline: 'Ferry late once more', at: test.now() }];
	await test.after(2 * hour);
	expect(await test.seenBy('100')).toEqual([]);
	expect(await test.seenBy('200')).toEqual(['Ferry late once more']);
});
