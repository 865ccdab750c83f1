// The reading thread: started by the pool while there is something to read.
import { maxBytes } from '../reading/limits.ts';
import { completeArticle, readArticles, tooLarge } from '../reading/read.ts';
import { taskRunner } from '../sources/worker-tasks.ts';
import { folderFiles, openAt } from './open-archive.ts';

export default taskRunner({ readArticles, completeArticle, maxBytes, tooLarge }, openAt, folderFiles);
