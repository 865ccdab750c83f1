import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeDocx, makePdf } from '../reading/formats/make.ts';

const places = ['Stonewick', 'Ambra', 'Ellery', 'Tarn Hollow', 'Marrow Bay', 'Oldgate'];
const people = ['Mara Tidewell', 'Odo Brill', 'Ines Farrow', 'Pell Corran', 'Sana Whitlock'];

/** Numbers written out, so that no two articles are nearly the same. */
const words = (number: number) =>
	[...String(number)]
		.map(
			(digit) =>
				['nought', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][Number(digit)],
		)
		.join(' ');

function article(number: number): { headline: string; paragraphs: string[] } {
	const place = places[number % places.length];
	const person = people[number % people.length];
	return {
		headline: `${place} Opens Lock Number ${words(number)}`,
		paragraphs: [
			`The town of ${place} has opened lock number ${words(number)} on its canal, the water office said on Monday.`,
			`“Lock ${words(number)} took us ${words(number + 7)} weeks to build,” said ${person}, who runs the office.`,
			`The gates weigh ${words(number * 3 + 11)} kilograms and are lifted by a wheel that turns with the tide.`,
		],
	};
}

const formats: readonly (readonly [string, (number: number) => string | Uint8Array])[] = [
	['txt', (number) => textOf(number)],
	['md', (number) => `# ${article(number).headline}\n\n${article(number).paragraphs.join('\n\n')}\n`],
	['html', (number) => pageOf(number)],
	['json', (number) => JSON.stringify(article(number))],
	[
		'eml',
		(number) =>
			`MIME-Version: 1.0\r\nSubject: News\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(pageOf(number)).toString('base64')}\r\n`,
	],
	['docx', (number) => makeDocx([article(number).headline, ...article(number).paragraphs])],
	['pdf', (number) => pdfOf(number)],
];
/** Files that hold no article, each in another way. */
const broken: readonly (readonly [string, string | Uint8Array])[] = [
	['txt', 'One line alone'],
	['json', '{"headline": '],
	['html', '<html><head><title>Empty</title></head><body></body></html>'],
	['docx', makeDocx(['News', 'Text']).slice(0, 120)],
	['pdf', '%PDF-1.7\nbroken'],
];

function textOf(number: number): string {
	const { headline, paragraphs } = article(number);
	return [headline, ...paragraphs].join('\n\n');
}

function pageOf(number: number): string {
	const { headline, paragraphs } = article(number);
	const texts = paragraphs.map((text) => `<p>${text}</p>`).join('');
	return `<!doctype html><html lang="en"><head><title>${headline}</title></head><body><article><h1>${headline}</h1>${texts}</article></body></html>`;
}

function pdfOf(number: number): Uint8Array {
	const { headline, paragraphs } = article(number);
	const latin = (text: string) => text.replace(/“/gu, '\x93').replace(/”/gu, '\x94').replace(/’/gu, '\x92');
	let y = 760;
	const lines = paragraphs.flatMap((text) => {
		y -= 10;
		return (text.match(/.{1,70}(?: |$)/gu) ?? []).map((line) => {
			y -= 12;
			return { text: latin(line.trim()), x: 60, y };
		});
	});
	return makePdf([[{ text: headline, x: 60, y: 780, size: 18 }, ...lines]]);
}

/**
 * Writes files of all formats into a folder with folders in it: each article once, every tenth file broken.
 * @returns the headlines of the articles, and how many files are broken.
 */
export async function writeMixedFiles(
	folder: string,
	files: number,
): Promise<{ headlines: string[]; broken: number }> {
	const headlines: string[] = [];
	let bad = 0;
	const hourAgo = new Date(Date.now() - 3_600_000);
	for (let number = 0; number < files; number++) {
		const isBroken = number % 10 === 9;
		const [ending, content] = isBroken
			? (broken[bad++ % broken.length] ?? ['txt', ''])
			: (formats[headlines.length % formats.length] ?? ['txt', textOf]);
		const path = join(folder, String(number % 7), `${number}.${ending}`);
		if (!isBroken) headlines.push(article(number).headline);
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, typeof content === 'function' ? content(number) : content);
		await utimes(path, hourAgo, hourAgo);
	}
	return { headlines, broken: bad };
}
