/**
 * What pages have around an article, by what it is. A line is furniture where it is one of these, or several of
 * them in a row, glued together or not ("Community standardsDiscussion"), with counts in between.
 */
const labels: Readonly<Record<string, string>> = {
	'share button': `share|share this|share this article|share this story|share this page|share on|share via|share on facebook
		share on twitter|share on x|share on whatsapp|share on linkedin|share by email|share with|facebook|twitter|tweet|x|whatsapp|telegram
		pinterest|pin it|linkedin|reddit|tumblr|flipboard|messenger|viber|vk|vkontakte|odnoklassniki|email|e-mail|email this
		mail|print|print this|print page|copy link|copy url|link copied|link copied!|get short url|short url|save|save article|save for later
		bookmark|like|likes|follow|follow us|follow us on|shares|tweets|google+|google plus|instagram|youtube|tiktok|bluesky|mastodon
		threads|share article|gift this article|gift article|embed|more sharing options|listen|republish|reuse this content|share full article|save articles to read later and create your own reading list.`,
	navigation: `home|home page|homepage|menu|main menu|search|skip to content|skip to main content|skip navigation|jump to content
		back to top|top of page|back|sections|all sections|news|world|politics|business|sport|sports|opinion|culture|weather|video
		videos|photos|pictures|gallery|podcasts|newsletters|local|local news|breaking news|latest news|e-paper|sign in|log in|login
		register|sign up|subscribe|subscribe now|my account|account|sign out|log out|close|open menu|close menu|more|see all|view all
		previous|next|previous article|next article|prev|previous story|next story|edition|international edition|live|latest|read full article|show more|show less
		read more about|front page|site map|sitemap|rss|read more ›|read more »|read more|back to home|skip links|navigation menu`,
	advertisement: `advertisement|advertisements|advertising|ad|ads|sponsored|sponsored content|promoted|promoted content
		paid content|paid post|continue reading|article continues below|story continues below|article continues after advertisement
		story continues after advertisement|story continues below advertisement|continue reading below|continue reading the main story
		skip advertisement|report this ad|why this ad?|remove ads|partner content|scroll to continue`,
	media: `play|play video|pause|mute|unmute|watch|watch video|watch now|listen to this article|listen now|listen to article|view gallery
		view image|view image in fullscreen|enlarge|enlarge image|enlarge this image|open image in gallery|full screen|fullscreen|expand|loading
		loading...|loading…|toggle caption|hide caption|show caption|image|photo|audio|video player|current time|duration|your browser does not support video`,
	footer: `terms|terms of use|terms of service|terms and conditions|privacy|privacy policy|privacy notice|cookie policy|cookies
		cookie settings|contact|contact us|about|about us|imprint|careers|jobs|advertise|advertise with us|help|help centre|help center|faq
		accessibility|accessibility statement|all rights reserved|corrections|report an error|send us a correction|found a mistake?|feedback|do not sell my personal information
		complaints|newsletter|editorial standards|our standards|purchase licensing rights|opens new tab|sign up here.`,
	'cookie notice': `accept|accept all|accept cookies|accept all cookies|reject all|decline|manage cookies|manage preferences|i agree|i accept|got it|ok|okay
		allow all|only necessary|cookie preferences`,
	'comment form': `comment|comments|add a comment|add comment|add your comment|leave a comment|leave a reply|post a comment|post comment|write a comment
		write a comment...|write a comment…|join the discussion|join the conversation|join the debate|have your say|your comment|submit|send|cancel|community standards|community guidelines
		house rules|commenting rules|comment policy|discussion|log in to comment|login to comment|sign in to comment|log in to reply|register to comment
		comment via|comments are closed|comments closed|commenting is closed|name|your name|notify me of new comments|preview|post|your email address will not be published|view comments
		show comments|hide comments|reader comments|readers' comments|readers’ comments|what readers say|what readers wrote|letters from readers|user comments|most recent comments|responses|conversation|the conversation|view discussion|share what you think|log in with|or sign up with disqus or pick a name|disqus' privacy policy|join the discussion…|join the discussion...`,
	'comment button': `reply|reply to this|replies|report|report abuse|report comment|flag|flag as inappropriate|upvote|downvote|recommend|recommended|permalink|quote|edit
		delete|block|ignore|link|like this|dislike|show replies|hide replies|view replies|see more|show comment|hide comment|show commenthide comment|thumbs up|thumbs down|click to rate|share comment`,
	'comment order': `newest|oldest|best|top|most liked|most popular first|newest first|oldest first|sort by|sort by:|sort by newest|sort by oldest
		sort by best|sorted by|all comments|top comments|editors' picks|readers' picks|best comments|most recommended|order by|most recent|threaded|flat|best rated|worst rated`,
	'comment counter': `show new comments|load more comments|load more|load comments|more comments|view more comments|show more comments|show all comments|view all comments|see all comments
		new comments|no comments|no comments yet|be the first to comment|read all comments|show previous comments|older comments|newer comments|view more replies|show more replies|end of comments`,
};

const whats = new Map(
	Object.entries(labels).flatMap(([what, list]) =>
		list.split(/[|\n]/).map((label) => [label.trim(), what] as const),
	),
);
/** The lengths, longest first, of the labels that start with the same two characters. */
const lengthsByStart = new Map<string, readonly number[]>();
for (const label of whats.keys()) {
	const start = label.slice(0, 2);
	const lengths = new Set([...(lengthsByStart.get(start) ?? []), label.length]);
	lengthsByStart.set(
		start,
		[...lengths].sort((a, b) => b - a),
	);
}
const longestLine = 200;
/** Between two labels: nothing (glued), marks, counts ("12", "1.2K", "(3)"). */
const between = /[\s|·•/,:;+»›>&()[\]-]|\d[\d.,]*[km]?(?!\p{L})/uy;
const viaWhom = /(?:[ ]?\p{Lu}?[\p{Ll}\d]+)/uy;

/** Letters of other scripts that look like Latin ones: forms are written with them to keep robots out. */
const lookAlikes: Readonly<Record<string, string>> = {
	...{
		А: 'A',
		В: 'B',
		С: 'C',
		Е: 'E',
		Н: 'H',
		І: 'I',
		Ј: 'J',
		К: 'K',
		М: 'M',
		О: 'O',
		Р: 'P',
		Ѕ: 'S',
		Т: 'T',
		Х: 'X',
	},
	...{
		а: 'a',
		с: 'c',
		е: 'e',
		і: 'i',
		ј: 'j',
		о: 'o',
		р: 'p',
		ѕ: 's',
		х: 'x',
		у: 'y',
		Α: 'A',
		Β: 'B',
		Ε: 'E',
		Ο: 'O',
		ο: 'o',
	},
};
const lookAlike = new RegExp(`[${Object.keys(lookAlikes).join('')}]`, 'g');

/** The text with look-alike letters as Latin ones, where it also has Latin letters. */
export function latinised(text: string): string {
	if (!/[\u0370-\u052F]/.test(text) || !/[A-Za-z]/.test(text)) return text;
	return text.replace(lookAlike, (letter) => lookAlikes[letter] ?? letter);
}

/**
 * What a line of labels is, by its first label; null where anything in it is no label. Each place in the line is
 * looked at once for each length that a label has, so it takes linear time.
 */
export function labelled(line: string): string | null {
	if (line.length > longestLine) return null;
	const cased = latinised(line);
	const text = cased.toLowerCase();
	if (text.length !== cased.length) return null;
	// The first label of the shortest known way to each place; undefined where no way leads there.
	const ways: (string | null | undefined)[] = [null];
	let furthest = 0;
	const reach = (place: number, first: string | null) => {
		ways[place] ??= first;
		furthest = Math.max(furthest, place);
	};
	for (let at = 0; at < text.length && at <= furthest; at++) {
		const first = ways[at];
		if (first === undefined) continue;
		between.lastIndex = at;
		const gap = between.exec(text);
		if (gap) reach(at + gap[0].length, first);
		for (const length of lengthsAt(text, at)) {
			const what = whats.get(text.slice(at, at + length));
			if (what === undefined || !endsWord(cased, at, at + length)) continue;
			reach(at + length, first ?? what);
			if (!text.startsWith('comment via', at)) continue;
			viaWhom.lastIndex = at + length;
			const via = viaWhom.exec(cased);
			if (via) reach(at + length + via[0].length, first ?? what);
		}
	}
	return ways[text.length] ?? null;
}

const noLengths: readonly number[] = [];

function lengthsAt(text: string, at: number): readonly number[] {
	const lengths = lengthsByStart.get(text.slice(at, at + 2)) ?? noLengths;
	const single = text.length > at + 1 ? lengthsByStart.get(text.charAt(at)) : undefined;
	return single ? [...lengths, ...single] : lengths;
}

/** A label ends where the word ends, or where a glued one starts with a capital. */
function endsWord(text: string, start: number, end: number): boolean {
	const [last = '', next = ''] = [text[end - 1], text[end]];
	if (!/\p{L}/u.test(last) || !/\p{L}/u.test(next)) return start < end;
	return /\p{Lu}/u.test(next) && !/\p{Lu}/u.test(last);
}
