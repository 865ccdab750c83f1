import { type FeedSite, startFeedSite, wholeText } from '../../tests/sources/feeds/feed-site.ts';

/** A site with a feed, for the pictures of cards about feeds: SITE in `everyCard`. */
export async function startCardSite(): Promise<FeedSite> {
	const site = await startFeedSite('User-agent: *\nDisallow: /members\n');
	site.pages['/'] =
		'<html><head><link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/atom+xml" title="Sport" href="/sport.atom"></head></html>';
	// For /add link: a page of its own, which no feed has.
	site.pages['/night-ferry'] =
		`<!doctype html><html lang="en"><head><title>Port Ellery gets its night ferry back</title>
		<meta property="og:site_name" content="Ellery Post"></head><body><article><h1>Port Ellery gets its night ferry back</h1>
		<p>The night ferry between Port Ellery and the island of Tarn will run again from Monday, eleven years after its last crossing, the harbour board said on Friday.</p>
		<p>"We have waited for this boat longer than most people wait for a house," said Ilse Brandt, the mayor of Port Ellery. "Now we can go home after the theatre."</p>
		<p>The board has bought a vessel of 1987 from a company in the north and given it two new engines, which together cost 4.1 million crowns.</p>
		<p>"It is an old lady, but she has a young heart," said Jon Aare, the chief engineer of the board.</p></article></body></html>`;
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
