import { additionsContract } from './additions-contract.ts';
import { sqliteWithClock } from './sqlite-under-test.ts';

additionsContract('SQLite', sqliteWithClock);
