import { docxFormat } from './docx/format.ts';
import { dumpFormat } from './dump/format.ts';
import { feedFormat } from './feed/format.ts';
import type { Format, SourceBytes } from './format.ts';
import { htmlFormat } from './html/format.ts';
import { jsonFormat } from './json.ts';
import { mailFormat } from './mail/format.ts';
import { markdownFormat } from './markdown/format.ts';
import { pdfFormat } from './pdf/format.ts';
import { warcFormat } from './warc/format.ts';

/** All formats, the most specific first; the last one takes everything else. */
const formats: readonly Format[] = [
	pdfFormat,
	warcFormat,
	docxFormat,
	feedFormat,
	mailFormat,
	htmlFormat,
	jsonFormat,
	markdownFormat,
	dumpFormat,
];

export function detectFormat(source: SourceBytes): Format {
	return formats.find((format) => format.matches(source)) ?? dumpFormat;
}
