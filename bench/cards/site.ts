import { type FeedSite, startFeedSite, wholeText } from '../../tests/sources/feeds/feed-site.ts';

/** A site with a feed, for the pictures of cards about feeds: SITE in `everyCard`. */
export async function startCardSite(): Promise<FeedSite> {
	const site = await startFeedSite('User-agent: *\nDisallow: /members\n');
	site.pages['/'] =
		'<html><head><link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/atom+xml" title="Sport" href="/sport.atom"></head></html>';
	site.items = [
		{
			id: 'ferry',
			headline: 'Ferry Late Again, Passengers Walk Home',
			text: wholeText('We waited for hours'),
		},
		{
			id: 'pier',
			headline: 'Pier Painted Before the Regatta',
			text: wholeText('It is blue now', 'Ida Berg'),
		},
		{ id: 'club', headline: 'For Members: The Club in Figures', link: '/members/club' },
		{ id: 'gone', headline: 'An Article That Is Gone' },
	];
	return site;
}
