/** After this many samples they start over. */
export const mostSamples = 1_000_000;
