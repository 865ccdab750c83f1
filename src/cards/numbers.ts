import { once } from '../language/once.ts';

const grouped = once(() => new Intl.NumberFormat('en-GB'));

/** A whole number with thousands separators: "20,000". */
export function number(count: number): string {
	return count < 1000 ? String(count) : grouped().format(count);
}

/** "1 quote", "1,200 quotes". */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${number(count)} ${count === 1 ? one : many}`;
}
