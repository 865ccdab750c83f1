import { shardsContract } from './shards-contract.ts';
import { sqliteArchive } from './sqlite-under-test.ts';

shardsContract('SQLite', sqliteArchive);
