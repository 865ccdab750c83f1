// Asks one statement ten times and another once, and prints the answers and what the server keeps, as JSON.
import { openDatabase } from '../../../src/stores/postgres/database.ts';

const database = openDatabase(process.argv[2] ?? '');
const answers: unknown[] = [];
for (let value = 0; value < 10; value++)
	answers.push(await database.get('SELECT ?::int * 2 AS doubled', value));
await database.get('SELECT ?::int AS once', 1);
const kept = await database.all('SELECT statement FROM pg_prepared_statements');
await database.close();
process.stdout.write(JSON.stringify({ answers, kept }));
