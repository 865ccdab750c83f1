import { z } from 'zod';

/** What was to be posted, as the ledger keeps it: enough to say why, and to post the parts that are missing. */
const planSchema = z.object({
	/** What it looked at: arrivals after `since`; null for a server's first digest. */
	since: z.number().nullable(),
	covered: z.object({ number: z.number(), at: z.number() }),
	/** Ids of articles by why, each list in order. */
	articles: z.record(z.string(), z.array(z.string())),
	late: z.boolean(),
	byHand: z.boolean(),
});

export type Plan = z.infer<typeof planSchema>;

export function writePlan(plan: Plan): string {
	return JSON.stringify(plan);
}

/** @returns null where there is none, or one of another version. */
export function readPlan(text: string | null): Plan | null {
	if (text === null) return null;
	try {
		return planSchema.safeParse(JSON.parse(text)).data ?? null;
	} catch {
		return null;
	}
}
