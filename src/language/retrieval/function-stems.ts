import { emptyWords } from '../function-words.ts';
import { stemOf } from './text-words.ts';

/** The stems of words of closed classes in any language. */
export const functionStems: ReadonlySet<string> = new Set([...emptyWords].map(stemOf));
