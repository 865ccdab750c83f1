import { addresses } from './addresses.ts';
import type { Case } from './case.ts';
import { names } from './names.ts';
import { pages } from './pages.ts';
import { responses } from './responses.ts';

/** All cases, under the headings of docs/hostile.md. */
export const groups: readonly (readonly [heading: string, cases: readonly Case[]])[] = [
	['Addresses', addresses],
	['Names and redirects', names],
	['Responses', responses],
	['Pages and files', pages],
];
