/** After so many samples they begin again. */
export const mostSamples = 1_000_000;
