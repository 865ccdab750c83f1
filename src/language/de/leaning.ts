import { leaning } from '../cued/leaning.ts';

/** German sentences that lean on earlier ones. */
export const leans = leaning({
	pronouns: `
		er, sie(?! (?:und|oder) \\p{Lu}), ihm, ihn, ihnen, ihr(?:e[mnrs]?)?, sein(?:e[mnrs]?)?, dies(?:e[mnrs]?)?, jene[mnrs]?, das(?= (?:ist|war|sei|hat|habe|hatte|wird|werde|wurde|soll|kann|sagt|sagte|gilt|bedeutet|heißt|zeigt)),
		beide[nr]?, solche[mnrs]?, letztere[mnr]?, erstere[mnr]?, andere, manche, einige(?= von ihnen), viele(?= von ihnen),
		die beiden, der eine, der andere, dessen, deren, hier, dort, da
	`,
	connectives: `
		aber, doch, und, oder, denn, sondern, auch, außerdem, zudem, dennoch, trotzdem, deshalb, deswegen, daher, darum,
		also, so, somit, dadurch, damit, dabei, dafür, dagegen, danach, davor, darauf(?:hin)?, darüber(?: hinaus)?, darunter, davon, dazu, daran,
		allerdings, jedoch, hingegen, vielmehr, stattdessen, ebenso, ebenfalls, gleichzeitig, zugleich, inzwischen, mittlerweile,
		später, zuvor, vorher, anschließend, schließlich, seitdem, seither, dann, zum beispiel, etwa(?= (?:bei|in|die|der|das)),
		im gegenteil, in der folge, aus diesem grund, zu diesem zeitpunkt, zum einen, zum anderen, darauf angesprochen, kurz darauf,
		(?:ein|eine|einen|zwei|drei|wenige|\\d+) (?:stunden?|tage?|wochen?|monate?|jahre?) (?:später|zuvor|danach)
	`,
	told: `
		(?:die|diese|der|das|den|dem) (?:entscheidung|ankündigung|maßnahme|vorfall|tat|urteil|vorschlag|schritt|äußerung(?:en)?|vorwürfe|zahlen|studie|bericht|artikel|buch|film|brief|frau|mann|unternehmen|konzern|firma|verein|täter|opfer|verdächtige|paar|grund|ergebnis|folge)
	`,
	explains: 'von, vom, der, des, über, aus, zu, zum, zur, im, in, am, an, bei, für, mit, dass',
	early: `
		derzeit, zuletzt, heute, gestern, nun, jetzt, damals, manchmal, oft, bereits, noch, schon, künftig, bisher, zunächst, nur, als, wenn, weil, nachdem, während, obwohl, bevor, seit, ob, einst, morgen, vielleicht, immer, nie
	`,
	persons: 'er, sie, ihm, ihn, ihnen',
	pointing: 'dies(?:e[mnrs]?)',
	now: `
		woche(?:n)?, jahr(?:e[ns]?)?, jahrhundert, monat(?:e[ns]?)?, tag(?:en?|es)?, morgen, abend, nachmittag, nacht, mittag, wochenende, sommer, herbst, winter, frühjahr, frühling, saison, zeit, (?:mon|diens|donners|frei|sams|sonn)tag(?:s?(?:morgen|abend|nachmittag))?, mittwoch(?:morgen|abend)?, land(?:es)?, stadt, text, artikel, beitrag, seite, zeitung, redaktion
	`,
	saidBy: /^[\s,.–—-]*(?:[\p{Ll}]+ )(?:er|sie)(?![\p{L}])/u,
	adds: 'auch, außerdem, zudem, ebenfalls, jedoch, allerdings, dagegen, ergänzte, fügte',
	definite: 'der die das den dem des',
	indefinite: 'ein eine einen einem einer eines zwei drei einige mehrere',
	pageLine:
		/^(?:lesen sie (?:auch|mehr|hier)|mehr zum thema|foto(?:s)?\s?:|bild(?:er)?\s?:|quelle\s?:|video\s?:|anzeige\b|von \p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+$|stand\s?:|teilen\b|newsletter\b|zum artikel|(?:archiv|symbol)(?:foto|bild))|\((?:foto|bild|archivbild|symbolbild)[^)]{0,30}\)/iu,
});
