import { discussionsContract } from './discussions-contract.ts';
import { sqliteWithClock } from './sqlite-under-test.ts';

discussionsContract('SQLite', sqliteWithClock);
