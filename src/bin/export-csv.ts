/** A cell as a formula would begin: a spreadsheet runs it. A quotation that begins with a dash is meant, too. */
const formula = /^[=+\-@\t\r]/u;

/**
 * A row of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe, which
 * spreadsheets take for the sign of a text.
 */
export function csvRow(cells: readonly (string | number | null)[]): string {
	return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | null): string {
	if (typeof value === 'number') return String(value);
	const text = value ?? '';
	const safe = formula.test(text.trimStart()) || formula.test(text) ? `'${text}` : text;
	return `"${safe.replaceAll('"', '""')}"`;
}
