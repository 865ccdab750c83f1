/** What is known of a sentence, by name, as a model asks for it. */
export type Row = Readonly<Record<string, number>>;

/** From this count on more says nothing more. */
const most = 3;

export const flag = (is: boolean | undefined): number => (is ? 1 : 0);

export const atMost = (count: number): number => Math.min(most, count);

/** A part of a whole that may be empty. */
export const shareOf = (part: number, whole: number): number => part / Math.max(1, whole);
