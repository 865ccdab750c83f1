import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Dump, readDump } from '../../src/reading/dump/dump.ts';

const folder = new URL('pages/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.txt'));

/** The file next to each page: every field that is not empty, and every line of furniture. */
function expected(page: string): unknown {
	return JSON.parse(readFileSync(new URL(page.replace('.txt', '.json'), folder), 'utf8'));
}

function asWritten({ fields, furniture }: Dump): unknown {
	const filled = Object.entries(fields).filter(([, value]) => value != null && value.length > 0);
	const lines = furniture.map(({ line, what }) => [line, what]);
	return JSON.parse(JSON.stringify({ ...Object.fromEntries(filled), furniture: lines }));
}

describe.each(pages)('the page %s', (page) => {
	const text = readFileSync(new URL(page, folder), 'utf8');
	const dump = readDump(text);

	it('is read field by field as its reader would', () => {
		expect(asWritten(dump)).toEqual(expected(page));
	});

	it('has every line that holds something in a field or in the furniture', () => {
		const written = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
		expect(dump.accounting.map(({ line }) => line)).toEqual(written);
		expect(dump.accounting.every(({ as }) => as.length > 0)).toBe(true);
	});

	it('is read alike with the line ends of Windows and of old Macs', () => {
		const asRead = (changed: string) => asWritten(readDump(changed));
		expect(asRead(text.replaceAll('\n', '\r\n'))).toEqual(asWritten(dump));
		expect(asRead(text.replaceAll('\n', '\r'))).toEqual(asWritten(dump));
	});
});
