import pg from 'pg';

/** Runs statements on a database, without the limits of the store, and gives the rows of the last one. */
export async function onDatabase<Row>(url: string, ...statements: string[]): Promise<Row[]> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		let rows: Row[] = [];
		for (const statement of statements) rows = (await client.query(statement)).rows as Row[];
		return rows;
	} finally {
		await client.end();
	}
}
