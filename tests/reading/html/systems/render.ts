import type { Written } from './threads.ts';

const escaped = (text: string) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
const paragraphs = ({ text }: Written) => text.map((one) => `<p>${escaped(one)}</p>`).join('\n');
const lines = ({ text }: Written) => text.map(escaped).join('<br />\n<br />\n');
const answers = (all: readonly Written[], at: number | null) =>
	all.flatMap((one, place) => (one.to === at ? [place] : []));
const name = (all: readonly Written[], at: number | null) => escaped(all[at ?? -1]?.author ?? '');

/** The comments of an article as each system renders them. */
export const commentSystems: Readonly<Record<string, (all: readonly Written[]) => string>> = {
	WordPress: (all) => {
		const list = (to: number | null, depth: number): string =>
			answers(all, to)
				.map((at) => {
					const one = all[at] as Written;
					const inner = list(at, depth + 1);
					return `<li id="comment-${at + 40}" class="comment ${at % 2 ? 'odd' : 'even'} depth-${depth}">
<article id="div-comment-${at + 40}" class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><img alt="" class="avatar avatar-32" src="a.png"/><b class="fn">${escaped(one.author)}</b> <span class="says">says:</span></div>
<div class="comment-metadata"><a href="#comment-${at + 40}"><time datetime="${one.time}">a while ago</time></a></div></footer>
<div class="comment-content">${paragraphs(one)}</div><div class="reply"><a rel="nofollow" class="comment-reply-link" href="#respond">Reply</a></div></article>
${inner ? `<ol class="children">${inner}</ol>` : ''}</li>`;
				})
				.join('\n');
		return `<div id="comments" class="comments-area"><h2 class="comments-title">${all.length} thoughts</h2><ol class="comment-list">${list(null, 1)}</ol></div>`;
	},
	Disqus: (all) => {
		const list = (to: number | null): string =>
			answers(all, to)
				.map((at) => {
					const one = all[at] as Written;
					return `<li class="post" id="post-${at + 900}"><div data-role="post-content" class="post-content"><div class="post-body"><header class="comment__header"><span class="post-byline"><span class="author publisher-anchor-color"><a href="https://disqus.example/by/${at}">${escaped(one.author)}</a></span> ${one.to === null ? '' : `<span><a class="parent-link" href="#comment-${one.to + 900}"><i class="icon-forward"></i> ${name(all, one.to)}</a></span>`}</span> <span class="post-meta"><a class="time-ago" title="a while ago" href="#"><time datetime="${one.time}">a day ago</time></a></span></header><div class="post-body-inner"><div class="post-message-container"><div class="publisher-anchor-color"><div class="post-message" dir="auto">${paragraphs(one)}</div></div></div></div><footer class="comment__footer"><ul><li class="voting">3</li><li class="reply"><a href="#">Reply</a></li></ul></footer></div></div><ul class="children">${list(at)}</ul></li>`;
				})
				.join('\n');
		return `<div id="disqus_thread"><ul id="post-list" class="post-list">${list(null)}</ul></div>`;
	},
	Coral: (all) =>
		`<div id="coral_thread"><div class="coral coral-stream">${all
			.map(
				(
					one,
					at,
				) => `<article class="coral coral-comment coral-indent-${one.to === null ? 0 : 1}" data-testid="comment-${at}"><div class="coral coral-comment-topBar"><button class="coral coral-username coral-comment-username"><span>${escaped(one.author)}</span></button> <time class="coral coral-timestamp" datetime="${one.time}">2 days ago</time></div>
${one.to === null ? '' : `<div class="coral coral-comment-inReplyTo">In reply to <span class="coral coral-comment-inReplyTo-username">${name(all, one.to)}</span></div>`}<div class="coral coral-content coral-comment-content"><div>${paragraphs(one)}</div></div><div class="coral-actionBar"><button>Respect</button><button>Reply</button></div></article>`,
			)
			.join('\n')}</div></div>`,
	microdata: (all) => {
		const list = (to: number | null): string =>
			answers(all, to)
				.map((at) => {
					const one = all[at] as Written;
					return `<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><p><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${escaped(one.author)}</span></span>, <time itemprop="dateCreated" datetime="${one.time}">then</time></p><div itemprop="text">${paragraphs(one)}</div>${list(at)}</div>`;
				})
				.join('\n');
		return `<section><h3>Readers write</h3>${list(null)}</section>`;
	},
	'JSON-LD': (all) => {
		const list = (to: number | null): object[] =>
			answers(all, to).map((at) => {
				const one = all[at] as Written;
				return {
					'@type': 'Comment',
					author: { '@type': 'Person', name: one.author },
					dateCreated: one.time,
					text: one.text.join('\n\n'),
					comment: list(at),
				};
			});
		const data = {
			'@context': 'https://schema.org',
			'@type': 'NewsArticle',
			headline: 'Ferry sinks in Osk harbour',
			comment: list(null),
		};
		return `<script type="application/ld+json">${JSON.stringify(data).replace(/</gu, '\\u003c')}</script><div id="comments"></div>`;
	},
	'old Reddit': (all) => {
		const list = (to: number | null): string =>
			answers(all, to)
				.map((at) => {
					const one = all[at] as Written;
					return `<div class=" thing id-t1_${at} noncollapsed comment " id="thing_t1_${at}" data-type="comment"><p class="parent"><a name="${at}"></a></p><div class="midcol unvoted"><div class="arrow up"></div></div><div class="entry unvoted"><p class="tagline"><a href="#" class="expand">[–]</a><a href="/user/x" class="author may-blank">${escaped(one.author)}</a> <span class="score unvoted">12 points</span> <time datetime="${one.time}" class="live-timestamp">3 days ago</time></p><form action="#" class="usertext"><div class="usertext-body may-blank-within md-container"><div class="md">${paragraphs(one)}</div></div></form><ul class="flat-list buttons"><li><a href="#">permalink</a></li><li><a href="#">reply</a></li></ul></div><div class="child"><div class="sitetable listing">${list(at)}</div></div></div>`;
				})
				.join('\n');
		return `<div class="commentarea"><div class="sitetable nestedlisting">${list(null)}</div></div>`;
	},
};

/** A thread of a forum as each system renders it: the first is the article, and who answers quotes. */
export const forumSystems: Readonly<Record<string, (all: readonly Written[]) => string>> = {
	Discourse: (all) =>
		all
			.map(
				(one, at) =>
					`<div id="post_${at + 1}" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator" itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" rel="nofollow" href="/u/${at}"><span itemprop="name">${escaped(one.author)}</span></a></span> <span class="crawler-post-infos"><time datetime="${one.time}" class="post-time">then</time><span itemprop="position">${at + 1}</span></span></div><div class="post" itemprop="text">${one.to ? `<aside class="quote no-group" data-username="${name(all, one.to)}" data-post="${one.to + 1}"><div class="title">${name(all, one.to)}:</div><blockquote><p>${escaped(all[one.to]?.text[0] ?? '')}</p></blockquote></aside>` : ''}${paragraphs(one)}</div></div>`,
			)
			.join('\n'),
	phpBB: (all) =>
		all
			.map(
				(one, at) =>
					`<div id="p${at + 70}" class="post has-profile ${at % 2 ? 'bg1' : 'bg2'}"><div class="inner"><dl class="postprofile" id="profile${at + 70}"><dt><a href="./memberlist.php" class="username">${escaped(one.author)}</a></dt><dd class="profile-posts"><strong>Posts:</strong> 31</dd></dl><div class="postbody"><div id="post_content${at + 70}"><h3><a href="#p${at + 70}">Re: Ferry</a></h3><p class="author"><a class="unread" href="#"></a>by <strong><a href="#" class="username">${escaped(one.author)}</a></strong> » <time datetime="${one.time}">Mon</time></p><div class="content">${one.to ? `<blockquote><div><cite>${name(all, one.to)} wrote: <a href="#p">↑</a></cite>${escaped(all[one.to]?.text[0] ?? '')}</div></blockquote>` : ''}${lines(one)}</div><div id="sig${at}" class="signature">Slow is smooth.</div></div></div></div></div>`,
			)
			.join('\n<hr class="divider" />\n'),
	vBulletin: (all) =>
		`<ol id="posts" class="posts">${all
			.map(
				(one, at) =>
					`<li class="postbitlegacy postbitim postcontainer old" id="post_${at + 500}"><div class="posthead"><span class="postdate old"><span class="date">06-05-2024,&nbsp;<span class="time">09:31</span></span></span></div><div class="postdetails"><div class="userinfo"><a class="username offline popupctrl" href="member.php"><strong>${escaped(one.author)}</strong></a><span class="usertitle">Senior Member</span></div><div class="postbody"><div class="postrow"><div class="content"><div id="post_message_${at + 500}"><blockquote class="postcontent restore ">${one.to ? `<div class="bbcode_container"><div class="bbcode_quote"><div class="quote_container"><div class="bbcode_postedby"><img src="q.png" alt="Quote"/> Originally Posted by <strong>${name(all, one.to)}</strong> <a href="#"><img src="v.png" alt="View Post"/></a></div><div class="message">${escaped(all[one.to]?.text[0] ?? '')}</div></div></div></div>` : ''}${lines(one)}</blockquote></div></div></div></div></div></li>`,
			)
			.join('\n')}</ol>`,
	XenForo: (all) =>
		all
			.map(
				(one, at) =>
					`<article class="message message--post js-post" data-author="${escaped(one.author)}" data-content="post-${at}" id="js-post-${at}"><div class="message-inner"><div class="message-cell message-cell--user"><section class="message-user"><h4 class="message-name"><a href="/m/${at}" class="username">${escaped(one.author)}</a></h4><h5 class="userTitle message-userTitle">Member</h5></section></div><div class="message-cell message-cell--main"><div class="message-main"><header class="message-attribution"><a href="#"><time class="u-dt" datetime="${one.time}">May 6</time></a></header><div class="message-content js-messageContent"><div class="message-userContent"><article class="message-body js-selectToQuote"><div class="bbWrapper">${one.to ? `<blockquote class="bbCodeBlock bbCodeBlock--expandable bbCodeBlock--quote js-expandWatch" data-quote="${name(all, one.to)}"><div class="bbCodeBlock-title"><a href="#">${name(all, one.to)} said:</a></div><div class="bbCodeBlock-content">${escaped(all[one.to]?.text[0] ?? '')}</div></blockquote>` : ''}${lines(one)}</div><div class="js-selectToQuoteEnd">&nbsp;</div></article></div><aside class="message-signature"><div class="bbWrapper">Slow is smooth.</div></aside></div></div></div></div></article>`,
			)
			.join('\n'),
};
