import type { CountedLookUp, LookUp } from './discussions.ts';

/** What was looked up in a thread, as both databases give it: the subject of none is empty. */
export interface LookUpRow {
	readonly kind: LookUp['kind'];
	readonly subject: string;
	readonly times: number;
}

/** Of each kind the first rows. */
export function countedLookUps(rows: readonly LookUpRow[], limit: number): CountedLookUp[] {
	const kinds = Map.groupBy(rows, ({ kind }) => kind);
	return [...kinds.values()].flatMap((some) =>
		some.slice(0, limit).map(({ kind, subject, times }) => {
			const of = kind === 'speaker' ? subject : subject === '' ? null : Number(subject);
			return { kind, of, times } as CountedLookUp;
		}),
	);
}
