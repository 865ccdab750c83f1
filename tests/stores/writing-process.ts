// A process that takes articles into the archive in the folder or database that it is given, until it is killed or
// done.
import { openStore } from '../../src/app/open-archive.ts';
import { inventedRecord } from '../library/invented.ts';

const [place = '', name = '', count = '0'] = process.argv.slice(2);
const archive = await openStore({ dataDir: place, storeUrl: place.startsWith('postgres:') ? place : null });
for (let index = 0; index < Number(count); index++) {
	await archive.put([
		inventedRecord({
			id: `${name}-${index}`,
			paragraphs: [`"Number ${index}," said Ada Quillon.`],
			quotes: [{ said: `Number ${index},`, by: 'Ada Quillon' }],
		}),
	]);
	if (index === 20) process.stdout.write('under way\n');
}
await archive.close();
