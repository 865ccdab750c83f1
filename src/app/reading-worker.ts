// The reading thread: started by the pool while there is something to read.
import { maxBytes } from '../reading/limits.ts';
import { completeArticle, readArticles, tooLarge } from '../reading/read.ts';
import { recordOf } from '../sources/record.ts';
import { taskRunner } from '../sources/worker-tasks.ts';
import { folderFiles, openAt } from './open-archive.ts';

/** An article that uses every model: the first one that a thread reads takes half a second more than the others. */
const sample = `The Lock of Ellery Is Open

The town of Ellery has opened a lock on its canal, the water office said on Monday.

“The gates took us nine weeks to build,” said Mara Tidewell, who runs the office. She thanked the builders.`;

async function prepare(): Promise<void> {
	const articles = await readArticles(new TextEncoder().encode(sample), { name: 'sample.txt' });
	for (const article of articles) recordOf(article);
}

export default taskRunner(
	{ readArticles, completeArticle, prepare, maxBytes, tooLarge },
	openAt,
	folderFiles,
);
