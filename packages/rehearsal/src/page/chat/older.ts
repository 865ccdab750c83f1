import type { ShownMessage } from '../../api.ts';
import type { World } from '../world/world.ts';

const atOnce = 100;

/** Fetches the messages before the oldest one that is known. Returns how many came. */
export async function loadOlder(world: World, placeId: string): Promise<number> {
	const list = world.messages.get(placeId) ?? [];
	const query = new URLSearchParams({ channel: placeId, member: world.memberId, limit: String(atOnce) });
	const oldest = list[0];
	if (oldest !== undefined) query.set('before', oldest.id);
	const response = await fetch(`/rehearsal/messages?${query}`);
	if (!response.ok) return 0;
	const older = (await response.json()) as ShownMessage[];
	if (older.length < atOnce) world.complete.add(placeId);
	list.unshift(...older);
	world.messages.set(placeId, list);
	return older.length;
}
