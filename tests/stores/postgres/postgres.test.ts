import { additionsContract } from '../additions-contract.ts';
import { articlesContract } from '../articles-contract.ts';
import { candidatesContract } from '../candidates-contract.ts';
import { correctionsContract } from '../corrections-contract.ts';
import { digestStoreContract } from '../digests-contract.ts';
import { discussionsContract } from '../discussions-contract.ts';
import { explanationsContract } from '../explanations-contract.ts';
import { feedsContract } from '../feeds-contract.ts';
import { followsContract } from '../follows-contract.ts';
import { keptContract } from '../kept-contract.ts';
import { monthsContract } from '../months-contract.ts';
import { removalContract } from '../removal-contract.ts';
import { revisionsContract } from '../revisions-contract.ts';
import { searchContract } from '../search-contract.ts';
import { shardsContract } from '../shards-contract.ts';
import { shelvesContract } from '../shelves-contract.ts';
import { sourcesContract } from '../sources-contract.ts';
import { threadsContract } from '../threads-contract.ts';
import { utterancesContract } from '../utterances-contract.ts';
import { postgresArchive, postgresWithClock } from './under-test.ts';

for (const contract of [
	articlesContract,
	candidatesContract,
	correctionsContract,
	digestStoreContract,
	explanationsContract,
	keptContract,
	monthsContract,
	revisionsContract,
	searchContract,
	shardsContract,
	shelvesContract,
	sourcesContract,
	threadsContract,
	utterancesContract,
]) {
	contract('PostgreSQL', postgresArchive);
}
discussionsContract('PostgreSQL', postgresWithClock);
followsContract('PostgreSQL', postgresWithClock);
additionsContract('PostgreSQL', postgresWithClock);
feedsContract('PostgreSQL', postgresWithClock);
removalContract('PostgreSQL', postgresWithClock);
