/** A post of an export. */
export interface Posted {
	readonly id: number;
	readonly thread: number;
	readonly parent?: number;
	readonly author: string;
	readonly at: string;
	readonly message: string;
	readonly out?: 'isDeleted' | 'isSpam';
}

const escaped = (text: string) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

/** An export as Disqus makes it. */
export function makeDisqus(
	threads: readonly { readonly id: number; readonly link: string; readonly isDeleted?: boolean }[],
	posts: readonly Posted[],
): string {
	const head =
		'<?xml version="1.0" encoding="utf-8"?>\n<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">';
	return [
		head,
		'<category dsq:id="1"><forum>tide</forum><title>General</title><isDefault>true</isDefault></category>',
		...threads.map(
			({ id, link, isDeleted = false }) =>
				`<thread dsq:id="${id}"><id>${id}</id><forum>tide</forum><category dsq:id="1" /><link>${escaped(link)}</link><title>A page</title><message /><createdAt>2026-03-02T07:00:00Z</createdAt><author><name>Editor</name><isAnonymous>false</isAnonymous></author><isClosed>false</isClosed><isDeleted>${isDeleted}</isDeleted></thread>`,
		),
		...posts.map(
			({ id, thread, parent, author, at, message, out }) =>
				`<post dsq:id="${id}"><id /><message><![CDATA[${message}]]></message><createdAt>${at}</createdAt><isDeleted>${out === 'isDeleted'}</isDeleted><isSpam>${out === 'isSpam'}</isSpam><author><name>${escaped(author)}</name><isAnonymous>false</isAnonymous><username>reader</username></author><thread dsq:id="${thread}" />${parent === undefined ? '' : `<parent dsq:id="${parent}" />`}</post>`,
		),
		'</disqus>',
	].join('\n');
}
