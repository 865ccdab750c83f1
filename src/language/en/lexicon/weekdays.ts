const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

/** Whether a word in lower case is the name of a day of the week. */
export const isWeekday = (lower: string): boolean => lower.endsWith('day') && weekday.test(lower);
