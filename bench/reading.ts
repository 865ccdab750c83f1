// `npm run --silent bench:reading`: how fast page dumps are read, and how that grows from 10 KB to 10 MB.
// In the same run the same bytes go through the least that any reader does: decode, split, trim, print as JSON.
import { readDump } from '../src/reading/dump/dump.ts';
import { readArticles } from '../src/reading/read.ts';

const sizes = [10_000, 100_000, 1_000_000, 10_000_000];
/** The least number of bytes that each measurement goes through. */
const atLeast = 10_000_000;
const rounds = 3;
/** A larger page has more text than an article may have: it is read, and refused before quotations are looked for. */
const largestArticle = 1_400_000;

const names = ['Varga', 'Brede', 'Lyle', 'Mott', 'Amsel', 'Kint', 'Orr', 'Tarn', 'Blythe', 'Oake'];
const things = [
	'pier',
	'ferry',
	'tower',
	'tram',
	'mill',
	'night train',
	'fog horn',
	'library',
	'weir',
	'orchard',
];

/** An invented page of about that many bytes, a third of it comments; the same every time. */
function inventedDump(size: number): string {
	let state = 7;
	const pick = (list: readonly string[]) => {
		state = (state * 48_271) % 2_147_483_647;
		return list[state % list.length] ?? '';
	};
	const head =
		'09:42 GMT +314 March 2031\n    Workers look at the pier\n\n    The Town Decides at Last\n\n    © Norrpress/ Lena Holt\n';
	const paragraphs: string[] = [];
	// A number in each keeps them different: repeated text is read only once.
	const many = () => paragraphs.length + 2;
	let length = head.length;
	for (; length < size * 0.66; length += paragraphs.at(-1)?.length ?? 0) {
		const [who, what] = [pick(names), pick(things)];
		paragraphs.push(
			pick([
				`    The council has put off the question of the ${what} for the ${many()}th time, and nobody was surprised.\n\n`,
				`    "We have agreed to\u00a0 mend the ${what} in\u00a0 ${many()} parts," ${who} said. "It will not be cheap."\n\n`,
				`    ${who} stressed that the ${what} would not be moved against the will of ${many()} people, whatever it costs.\n\n`,
			]),
		);
	}
	const related = `\n    Second ${pick(things)} May Open Before Summer\n    ${pick(things)}, ${pick(things)}, harbour\n    Discussion\n`;
	const comments: string[] = [];
	for (; length < size; length += comments.at(-1)?.length ?? 0) {
		const [author, answered] = [pick(names), pick(names)];
		comments.push(
			pick([
				`    • ${author}\n      I have used that ${pick(things)} for forty years! Nobody asked me.\n`,
				`    • ${author}in reply to${answered}(Show commentHide comment)\n      ${answered}, I agree.\n\n      All of it.\n`,
				'    • avatar\n      Who pays for it?\n',
			]),
		);
	}
	return [head, '\n', ...paragraphs, related, ...comments, '    Show new comments (0)'].join('');
}

/** The least milliseconds that one call took on average, over several rounds. */
async function time(run: () => unknown, times: number): Promise<number> {
	let best = Number.POSITIVE_INFINITY;
	for (let round = 0; round < rounds; round++) {
		const start = performance.now();
		for (let count = 0; count < times; count++) await run();
		best = Math.min(best, (performance.now() - start) / times);
	}
	return best;
}

const rows: Awaited<ReturnType<typeof measure>>[] = [];
for (const size of sizes) rows.push(await measure(size));

async function measure(size: number) {
	const bytes = new TextEncoder().encode(inventedDump(size));
	const times = Math.max(1, Math.round(atLeast / size / 4));
	const decode = () => new TextDecoder().decode(bytes);
	const plain = await time(
		() =>
			JSON.stringify(
				decode()
					.split('\n')
					.map((line) => line.trim()),
			),
		times,
	);
	const dump = await time(() => readDump(decode()), times);
	const isArticle = bytes.length <= largestArticle;
	const article = isArticle
		? await time(() => readArticles(bytes, { name: 'bench.txt' }), Math.ceil(times / 4))
		: null;
	const perSecond = (milliseconds: number) => ({
		milliseconds: round(milliseconds),
		perSecond: round(1000 / milliseconds),
		megabytesPerSecond: round(bytes.length / 1000 / milliseconds),
	});
	return {
		bytes: bytes.length,
		dump: perSecond(dump),
		dumpAndQuotations: article === null ? null : perSecond(article),
		plainPass: perSecond(plain),
		timesThePlainPass: round(dump / plain),
	};
}

/** Time a byte at the largest size that was measured over time a byte at 10 KB: 1 is linear. */
function growth(of: 'dump' | 'dumpAndQuotations' | 'plainPass'): number {
	const perByte = rows.flatMap((row) => {
		const measured = row[of];
		return measured ? [measured.milliseconds / row.bytes] : [];
	});
	return round((perByte.at(-1) ?? Number.NaN) / (perByte[0] ?? Number.NaN));
}

function round(value: number): number {
	return Number(value.toPrecision(3));
}

const growths = {
	dump: growth('dump'),
	dumpAndQuotations: growth('dumpAndQuotations'),
	plainPass: growth('plainPass'),
};
process.stdout.write(`${JSON.stringify({ sizes: rows, growthFrom10KB: growths }, null, '\t')}\n`);
