/** A page that readers wrote on, as an export of Disqus has it. */
export interface DisqusThread {
	id: string | null;
	/** The address of the page. */
	link: string;
	isDeleted: boolean;
}

/** What somebody wrote. */
export interface DisqusPost {
	id: string | null;
	thread: string | null;
	/** The post that it answers. */
	parent: string | null;
	author: string;
	createdAt: string;
	/** HTML. */
	message: string;
	/** Deleted, or taken for spam. */
	isOut: boolean;
}

/** The element that is being read. */
export type Open =
	| { readonly of: 'thread'; readonly thread: DisqusThread }
	| { readonly of: 'post'; readonly post: DisqusPost };

export const noThread: Omit<DisqusThread, 'id'> = { link: '', isDeleted: false };
export const noPost: Omit<DisqusPost, 'id'> = {
	...{ thread: null, parent: null, author: '', createdAt: '', message: '', isOut: false },
};
