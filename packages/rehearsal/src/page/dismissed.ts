const key = 'dismissed';
/** Ephemeral messages are gone after a while anyway; the list of dismissed ones need not be longer. */
const mostKept = 200;

const ids = (): string[] => {
	const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
	return Array.isArray(kept) ? kept.map(String) : [];
};

/** Ephemeral messages that this tab has dismissed: only the client knows. */
export const dismissed = {
	has: (id: string): boolean => ids().includes(id),
	add: (id: string): void => sessionStorage.setItem(key, JSON.stringify([...ids(), id].slice(-mostKept))),
};
