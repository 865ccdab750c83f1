// A process that takes articles into the archive of the folder that it is given, until it is killed or done.
import { openArchive } from '../../src/app/open-archive.ts';
import { inventedRecord } from '../library/invented.ts';

const [dataDir = '', name = '', count = '0'] = process.argv.slice(2);
const archive = await openArchive(dataDir);
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
