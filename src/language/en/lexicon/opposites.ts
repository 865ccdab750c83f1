const rows = `
past/future before/after first/last earliest/latest early/late old/new ancient/modern oldest/newest young/old
more/less/fewer most/least/fewest many/few much/little increase/decrease/reduce rise/fall grow/shrink gain/lose
high/low higher/lower highest/lowest large/small larger/smaller largest/smallest big/small biggest/smallest
long/short longer/shorter longest/shortest fast/slow faster/slower fastest/slowest strong/weak strongest/weakest
maximum/minimum upper/lower top/bottom above/below over/under inside/outside internal/external indoor/outdoor
north/south northern/southern east/west eastern/western left/right front/rear near/far
begin/end start/stop/finish/end open/close opened/closed launch/cancel found/dissolve establish/abolish
allow/forbid/ban/prohibit accept/reject/refuse approve/reject agree/disagree support/oppose
always/never all/none everyone/nobody common/rare popular/unpopular likely/unlikely possible/impossible
necessary/unnecessary important/unimportant legal/illegal dependent/independent similar/different same/different
equal/unequal direct/indirect public/private male/female man/woman men/women king/queen brother/sister husband/wife
father/mother son/daughter born/died birth/death alive/dead rich/poor expensive/cheap easy/difficult hard/easy
safe/dangerous hot/cold warm/cold heat/cool wet/dry light/dark heavy/light full/empty good/bad best/worst better/worse
win/lose won/lost victory/defeat friend/enemy ally/enemy peace/war buy/sell bought/sold import/export give/receive
send/receive enter/leave arrive/leave arrive/depart join/leave love/hate simple/complex active/passive positive/negative
success/failure succeed/fail true/false guilty/innocent majority/minority urban/rural domestic/foreign
add/remove include/exclude attach/detach connect/disconnect create/destroy build/demolish save/spend
day/night morning/evening summer/winter teacher/student question/answer cause/effect input/output
`;

const opposites = new Map<string, Set<string>>();
for (const row of rows.trim().split(/\s+/u)) {
	const words = row.split('/');
	const [one = '', ...others] = words;
	for (const other of others) {
		for (const [from, to] of [
			[one, other],
			[other, one],
		] as const) {
			const known = opposites.get(from) ?? new Set();
			opposites.set(from, known.add(to));
		}
	}
}

/** Words with those that say the opposite; each of them in lower case. */
export const oppositeWords: ReadonlyMap<string, ReadonlySet<string>> = opposites;
