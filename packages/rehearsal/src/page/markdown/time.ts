import { h } from '../dom.ts';
import type { Page } from '../page.ts';
import { localeOf } from '../world/names.ts';

const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
	t: { timeStyle: 'short' },
	T: { timeStyle: 'medium' },
	d: { dateStyle: 'short' },
	D: { dateStyle: 'long' },
	f: { dateStyle: 'long', timeStyle: 'short' },
	F: { dateStyle: 'full', timeStyle: 'short' },
	s: { dateStyle: 'short', timeStyle: 'short' },
	S: { dateStyle: 'short', timeStyle: 'medium' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats of a language, made once each: to make one takes longer than all else of a short message. */
function formatOf(locale: string, asked: string): Intl.DateTimeFormat {
	const style = asked in styles ? asked : 'f';
	const key = `${locale} ${style}`;
	const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, styles[style]);
	formats.set(key, known);
	return known;
}

/** The farthest moment that a date can hold, in seconds. */
const farthest = 8.64e12;

/** `<t:…>` in the member's own language and the browser's zone. Relative ones stay true: see `tick`. */
export function showTime(seconds: number, style: string, page: Page): HTMLElement {
	if (Math.abs(seconds) > farthest) return h('time', {}, 'Invalid Date');
	const date = new Date(seconds * 1000);
	const locale = localeOf(page.world);
	const whole = formatOf(locale, 'F').format(date);
	const element = h('time', { datetime: date.toISOString(), title: whole, class: 'timestamp' });
	if (style === 'R') {
		element.dataset.locale = locale;
		element.textContent = ago(date, locale);
	} else {
		element.textContent = formatOf(locale, style).format(date);
	}
	return element;
}

const units: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
	['year', 31_536_000],
	['month', 2_628_000],
	['day', 86_400],
	['hour', 3_600],
	['minute', 60],
	['second', 1],
];

function ago(date: Date, locale: string): string {
	const seconds = (date.getTime() - Date.now()) / 1000;
	const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const);
	return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(Math.trunc(seconds / size), unit);
}

/** Updates every relative timestamp. */
export function tick(): void {
	for (const element of document.querySelectorAll<HTMLTimeElement>('time[data-locale]')) {
		element.textContent = ago(new Date(element.dateTime), element.dataset.locale ?? 'en-GB');
	}
}

/** When a message was written, as its header shows it. */
export function shortMoment(iso: string, locale: string): string {
	const date = new Date(iso);
	const today = new Date().toDateString() === date.toDateString();
	return formatOf(locale, today ? 't' : 's').format(date);
}

/** The day that a message was written on, as the line above it shows it. */
export const longDay = (iso: string, locale: string): string => formatOf(locale, 'D').format(new Date(iso));
