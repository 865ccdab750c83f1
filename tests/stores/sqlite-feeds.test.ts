import { feedsContract } from './feeds-contract.ts';
import { sqliteWithClock } from './sqlite-under-test.ts';

feedsContract('SQLite', sqliteWithClock);
