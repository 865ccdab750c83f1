import type { Element } from '../tree.ts';

/** How a system of comments or a forum writes its pages: which elements are what, by their signatures. */
export interface System {
	readonly name: string;
	/** Its first post is what the others answer. */
	readonly isForum: boolean;
	readonly item: RegExp;
	readonly author: RegExp;
	readonly text: RegExp;
	/** An element that names the author who is answered. */
	readonly answers?: RegExp;
	/** Elements within a text that are no words of its author: quotations, signatures, notes of edits. */
	readonly foreign?: RegExp;
}

/** Tag, classes, id and the attributes that give a meaning: "li .comment .depth-2 #comment-7 @itemprop=comment". */
export function signatureOf(element: Element): string {
	let signature = `${element.tagName} `;
	for (const { name, value } of element.attrs) {
		const said = value.length > 300 ? value.slice(0, 300) : value;
		if (name === 'class') signature += ` .${said.trim().replace(/\s+/gu, ' .')} `;
		else if (name === 'id') signature += ` #${said} `;
		else if (/^(?:itemprop|itemtype|rel|data-testid|data-role|slot|data-author|data-content)$/u.test(name))
			signature += ` @${name}=${said.replace(/^https?:\/\/schema\.org\//u, '')} `;
	}
	return signature;
}

const quote =
	/^blockquote |\.(?:quote|quotebox|bbcode_quote|bbCodeBlock--quote|quoted|quoteheader|gmail_quote|ipsQuote|quote_container)\b/u;

/** The more telling ones first. */
export const systems: readonly System[] = [
	{
		name: 'Discourse',
		isForum: true,
		item: /\.(?:topic-post|crawler-post)(?= |$)|^article .*#post_\d/u,
		author: /@itemprop=name|\.(?:username|creator|full-name)\b/u,
		text: /\.cooked\b|@itemprop=(?:text|articleBody)/u,
		answers: /\.reply-to-tab\b/u,
		foreign:
			/^aside .*\.(?:quote|onebox)\b|\.(?:post-links-container|signature|post-menu-area|crawler-linkback-list)\b/u,
	},
	{
		name: 'XenForo',
		isForum: true,
		item: /^(?:article|div|li) .*\.message(?:--post| |$)(?!.*\.message-cell)/u,
		author: /\.(?:message-name|username)\b|@itemprop=name/u,
		text: /\.(?:bbWrapper|messageText)\b|\.message-body\b/u,
		foreign:
			/\.(?:bbCodeBlock--quote|bbCodeBlock--unfurl|message-signature|messageTextEndMarker|js-selectToQuoteEnd|message-lastEdit|bbMediaWrapper|quoteContainer|bbCodeQuote)\b|^blockquote /u,
	},
	{
		name: 'phpBB',
		isForum: true,
		item: /^(?:div|article|li) .*\.post .*\.(?:bg\d|has-profile|row)\b|^(?:div|article) .*#p\d+ .*\.post\b|^(?:div|article) .*\.post .*#p\d+/u,
		author: /\.(?:username|username-coloured|author)\b/u,
		text: /\.content\b/u,
		foreign: /^blockquote |\.(?:signature|notice|attachbox|codebox-title|back2top|signature_standard)\b/u,
	},
	{
		name: 'vBulletin',
		isForum: true,
		item: /\.(?:postcontainer|postbit|postbitlegacy|b-post)\b|^table .*#post\d+/u,
		author: /\.(?:username|bigusername|author)\b/u,
		text: /\.(?:postcontent|post_message|b-post__content)\b|js-post__content-text|#post_message_\d+/u,
		foreign:
			/\.(?:bbcode_container|bbcode_quote|signature|signaturecontainer|lastedited|after_content|quote_container)\b/u,
	},
	{
		name: 'Stack Exchange',
		isForum: true,
		item: /^div .*\.(?:question|answer)\b.*(?:#question|#answer-\d|@itemtype=Answer|\.js-answer|\.js-question)|^li .*\.comment .*\.js-comment/u,
		author: /\.(?:user-details|comment-user)\b/u,
		text: /\.(?:s-prose|post-text|js-post-body|comment-copy)\b/u,
	},
	{
		name: 'Coral',
		isForum: false,
		item: /\.coral-comment(?: |$)|@data-testid=comment-|\.talk-stream-comment(?: |$)/u,
		author:
			/\.(?:coral-comment-username|coral-username|talk-stream-comment-user-name|coral-comment-author)\b|@data-testid=(?:comment-)?username/u,
		text: /\.(?:coral-comment-content|talk-stream-comment-content|coral-content)\b/u,
		answers: /\.(?:coral-comment-inReplyTo|coral-inReplyTo|coral-comment-in-reply-to)\b/u,
	},
	{
		name: 'Disqus',
		isForum: false,
		item: /^(?:li|div) .*\.post (?!.*\.has-profile)(?:.*#post-\d|.*)|^li .*#post-\d|\.dsq-comment(?: |$)/u,
		author: /\.(?:post-byline|author|publisher-anchor-color|dsq-commenter-name)\b/u,
		text: /\.(?:post-message|dsq-comment-message|dsq-comment-text)\b/u,
		answers: /\.(?:parent-link|post-byline__parent|parent-link-container)\b/u,
	},
	{
		name: 'old Reddit',
		isForum: false,
		item: /^div .*\.thing .*\.comment\b|^div .*\.comment .*\.thing\b/u,
		author: /\.author\b/u,
		text: /\.usertext-body\b|\.md\b/u,
		foreign: /^blockquote /u,
	},
	{
		name: 'WordPress',
		isForum: false,
		item: /^(?:li|div|article) .*\.(?:comment|pingback|trackback) .*(?:#(?:li-)?comment-\d|\.depth-\d|\.(?:even|odd)\b)|^(?:li|div) .*#(?:li-)?comment-\d/u,
		author: /\.(?:fn|comment-author|comment-author-name|comment__author)\b/u,
		text: /\.(?:comment-content|comment_content|comment-text|comment__content|commenttext)\b|@itemprop=(?:text|commentText)/u,
		foreign: /\.(?:reply|comment-awaiting-moderation|comment-metadata|comment-meta)\b/u,
	},
	{
		name: 'microdata',
		isForum: false,
		item: /@itemtype=(?:Comment|UserComments|Answer)\b/u,
		author: /@itemprop=(?:author|creator|name)/u,
		text: /@itemprop=(?:text|commentText|description|articleBody)/u,
		answers: /@itemprop=parentItem/u,
		foreign: quote,
	},
	{
		name: 'a forum',
		isForum: true,
		item: /^(?:div|li|article|tr|table) .*[.#](?:post|forum-post|message|topic-reply|bbp-reply|ipsComment|cPost|post-wrapper|postwrapper|post-container|thread-post|forumpost|post_wrapper|windowbg|postbody|MessageList-item|ItemDiscussion|ItemComment|Item|topic__post|post_block)(?:[-_]?\d+)?(?= |$)/u,
		author:
			/\.(?:author|username|user-name|poster|poster_info|post-author|bbp-author-name|ipsComment_author|cAuthorPane_author|Username|member|nick|user)\b|@itemprop=(?:author|name)/u,
		text: /\.(?:post-content|post-body|postbody|post_body|content|message|Message|post-text|post_content|bbp-reply-content|ipsType_richText|cPost_contentWrap|inner|body|post|postmsg|entry-content|userContent)\b|@itemprop=(?:text|articleBody)|@data-role=commentContent/u,
		foreign: /^blockquote |\.(?:signature|sig|quote|ipsQuote|quoteheader|edited|moderatorbar|Signature)\b/u,
	},
	{
		name: 'a list of comments',
		isForum: false,
		item: /^(?:li|div|article|section) .*[.#](?:comment|user-comment|comment-item|comment__item|comments__item|commentItem|comment-wrapper|reader-comment|single-comment|c-comment|comments-item|comment-thread|comment-box|d-comment|fos_comment_comment_show)(?:[-_]?\d+)?(?= |$)/iu,
		author:
			/\.(?:\S*(?:author|user-?name|user_name|commenter|comment-?name|byline|nickname|display-?name)\S*|user|name|fn)(?= |$)|@itemprop=(?:author|name)|@rel=author/iu,
		text: /\.(?:\S*(?:comment|post|message)[-_]*(?:body|text|content|message|copy)\S*|(?:body|text|content|message)|comment-p)(?= |$)|@itemprop=text/iu,
		answers: /\.\S*(?:in-?reply-?to|reply-?to|replied-to|parent-author|answers)\S*/iu,
		foreign: quote,
	},
];
