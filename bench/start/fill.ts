import { recordOf } from '../../src/library/record.ts';
import { openSqliteArchive } from '../../src/library/sqlite/archive.ts';

const first = ['Mara', 'Tomas', 'Ines', 'Karel', 'Oona', 'Pavo', 'Runa', 'Silas', 'Tilda', 'Yorick'];
const last = ['Anselm', 'Brandt', 'Corvin', 'Dagny', 'Elling', 'Faber', 'Grau', 'Hollis', 'Ivens', 'Jarl'];
const topics = ['harbour', 'trams', 'schools', 'budget', 'museum', 'river', 'market', 'theatre'];
const of = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;

/** Fills an archive with so many invented articles, each with four quotations. */
export async function fill(dataDir: string, count: number): Promise<void> {
	const archive = await openSqliteArchive(dataDir);
	for (let done = 0; done < count; done += 500) {
		const batch = Array.from({ length: Math.min(500, count - done) }, (_, index) =>
			recordOf(article(done + index)),
		);
		await archive.put(batch);
	}
	await archive.close();
}

function article(number: number): Parameters<typeof recordOf>[0] {
	const topic = of(topics, number);
	const speakers = [0, 1, 2, 3].map(
		(step) => `${of(first, number + step)} ${of(last, Math.floor(number / 7) + step)}`,
	);
	const said = speakers.map(
		(_, step) => `Plan ${number + step} for the ${topic} will take ${2 + (number % 9)} years`,
	);
	const paragraphs = said.map(
		(words, step) => `“${words},” ${speakers[step]} said on Monday at the town hall.`,
	);
	const day = new Date(Date.UTC(2001, 0, 1) + number * 3_600_000).toISOString();
	return {
		id: `bench-${number}`,
		revision: '1',
		source: { kind: 'json', name: `bench-${number}.json`, sha256: number.toString(16).padStart(64, '0') },
		url: `https://paper.example/${number}`,
		site: 'The Paper',
		language: 'en',
		headline: `Council argues about the ${topic}, part ${number}`,
		deck: null,
		byline: [],
		publishedAt: day,
		updatedAt: null,
		capturedAt: null,
		caption: null,
		credit: null,
		paragraphs,
		quotes: said.map((text, paragraph) => ({
			text: `${text},`,
			paragraph,
			start: 0,
			end: text.length + 3,
			speaker: speakers[paragraph] ?? null,
			role: null,
			confidence: 1,
			mention: null,
			cue: 'said',
			kind: 'quote',
			group: paragraph,
		})),
		topics: [topic],
		related: [],
		comments: [],
	};
}
