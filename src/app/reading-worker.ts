// The reading thread: started by the pool while there is something to read.
import { maxBytes } from '../reading/limits.ts';
import { readArticle, tooLarge } from '../reading/read.ts';
import { taskRunner } from '../sources/folder/worker-tasks.ts';
import { openSqliteArchive } from '../stores/sqlite/archive.ts';

export default taskRunner({ readArticle, maxBytes, tooLarge }, openSqliteArchive);
