import { removalContract } from './removal-contract.ts';
import { sqliteWithClock } from './sqlite-under-test.ts';

removalContract('SQLite', sqliteWithClock);
