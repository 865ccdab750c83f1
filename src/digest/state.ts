import type { DigestSettings, DigestStore, LedgerEntry } from '../stores/digests.ts';
import type { Delivery } from './delivery.ts';
import { type Due, nextDue } from './due.ts';
import { roleHint } from './role.ts';

/** The state of a server's digest. */
export interface DigestState {
	readonly settings: DigestSettings;
	/** The next three; where it is paused, as if it were resumed now. */
	readonly next: readonly Due[];
	readonly last: LedgerEntry | null;
	/** Why the button under the digest cannot give the role, or null. */
	readonly roleHint: string | null;
}

export async function digestState(
	settings: DigestSettings,
	store: DigestStore,
	delivery: Delivery,
): Promise<DigestState> {
	const { server, role } = settings;
	const last = await store.lastDaily(server);
	const next = nextDue(settings, await store.now(), 3, (date) => last !== null && date <= last.date);
	return { settings, next, last, roleHint: role === null ? null : await roleHint(server, role, delivery) };
}
