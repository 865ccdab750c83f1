import { followsContract } from './follows-contract.ts';
import { sqliteWithClock } from './sqlite-under-test.ts';

followsContract('SQLite', sqliteWithClock);
