import { createRequire } from 'node:module';

type Feedsmith = typeof import('feedsmith');

/** Reads and writes feeds. Loaded at first use: 130 files, and most processes never see a feed. */
export const feedsmith = (): Feedsmith => createRequire(import.meta.url)('feedsmith') as Feedsmith;
