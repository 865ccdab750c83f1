/** The place and member of a tab: kept in its address, so that a reload or a second tab finds them again. */
export interface Address {
	readonly memberId: string | null;
	readonly placeId: string | null;
	/** The message that a copied link leads to. */
	readonly messageId: string | null;
}

const snowflake = /^\d{1,20}$/u;

export function readAddress(): Address {
	const memberId = new URLSearchParams(location.search).get('as');
	const [placeId = '', messageId = ''] = location.hash.slice(1).split('/');
	return {
		memberId: memberId !== null && snowflake.test(memberId) ? memberId : null,
		placeId: snowflake.test(placeId) ? placeId : null,
		messageId: snowflake.test(messageId) ? messageId : null,
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

/** The address of a message, for anybody who opens it in this rehearsal. */
export const linkTo = (placeId: string, messageId: string): string =>
	`${location.origin}/#${placeId}/${messageId}`;
