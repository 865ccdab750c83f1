// The servers of bench/hostile.ts, in a process of their own, so that what they do is not counted.
import { groups } from '../../tests/sources/web/hostile/all.ts';
import { openServers } from '../../tests/sources/web/hostile/servers.ts';

const servers = await openServers();
const cases = new Map(groups.flatMap(([, list]) => list).map((one) => [one.name, one]));
process.on('message', async (name: string) => {
	if (name !== '') await servers.play(cases.get(name) ?? { name });
	process.send?.(await servers.reached());
});
process.on('disconnect', () => process.exit());
process.send?.(servers.where);
