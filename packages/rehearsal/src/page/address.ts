/** Where a tab stands and as whom: kept in its address, so that a reload or a second tab finds it again. */
export interface Address {
	readonly memberId: string | null;
	readonly placeId: string | null;
}

const snowflake = /^\d{1,20}$/u;

export function readAddress(): Address {
	const memberId = new URLSearchParams(location.search).get('as');
	const placeId = location.hash.slice(1);
	return {
		memberId: memberId !== null && snowflake.test(memberId) ? memberId : null,
		placeId: snowflake.test(placeId) ? placeId : null,
	};
}

export function writeAddress({
	memberId,
	placeId,
}: {
	readonly memberId: string;
	readonly placeId: string;
}): void {
	const url = new URL(location.href);
	url.searchParams.set('as', memberId);
	url.hash = placeId;
	if (url.href !== location.href) history.replaceState(null, '', url);
}
