// The reading thread: started by the pool while there is something to read.
import { maxBytes } from '../reading/limits.ts';
import { readArticles, tooLarge } from '../reading/read.ts';
import { taskRunner } from '../sources/worker-tasks.ts';
import { folderFiles, openArchive } from './open-archive.ts';

export default taskRunner({ readArticles, maxBytes, tooLarge }, openArchive, folderFiles);
