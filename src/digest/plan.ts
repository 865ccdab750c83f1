import { z } from 'zod';

/** What was to be posted, as the ledger keeps it: enough to say why, and to post what is missing. */
const planSchema = z.object({
	/** The range that it covers: what was added after `since`; null for a server's first digest. */
	since: z.number().nullable(),
	covered: z.object({ number: z.number(), at: z.number() }),
	/** Ids of articles by reason, each list in order and of bounded length. */
	articles: z.record(z.string(), z.array(z.string())),
	/** How many there were under each reason, where the list does not hold them all. */
	counts: z.record(z.string(), z.number()).default({}),
	late: z.boolean(),
	byHand: z.boolean(),
});

export type Plan = z.infer<typeof planSchema>;

/** How many articles a plan has under a reason. */
export function countOf({ articles, counts }: Plan, reason: string): number {
	return counts[reason] ?? articles[reason]?.length ?? 0;
}

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
