import { leaning } from '../cued/leaning.ts';

/** French sentences that lean on earlier ones. */
export const leans = leaning({
	pronouns: `
		il(?! (?:y a|faut|s’agit|s'agit|est (?:\\p{L}+ )?(?:que|de|d’|d'))), elle, ils, elles, lui, leur, leurs, son, sa, ses, celui-ci, celle-ci, ceux-ci, celles-ci, celui-là, celle-là,
		ce(?= \\p{Ll}), cet, cette, ces, cela, ça, c’est, c'est, ce dernier, cette dernière, ces derniers, ces dernières, tous deux, toutes deux, les deux,
		d’autres, d'autres, certains d’entre eux, certains d'entre eux, l’un, l'un, l’autre, l'autre, ici, là, y
	`,
	connectives: `
		mais, et, ou, or, donc, car, ainsi, aussi, alors, puis, ensuite, enfin, pourtant, cependant, toutefois, néanmoins, en effet, en revanche,
		au contraire, par contre, par ailleurs, en outre, de plus, de même, c’est pourquoi, c'est pourquoi, par conséquent, en conséquence, du coup, dès lors,
		par exemple, entre-temps, entretemps, auparavant, plus tard, quelques (?:heures|jours|semaines|mois|années) plus tard, à ce moment, à l’époque, à l'époque,
		d’abord, d'abord, d’ailleurs, d'ailleurs, de son côté, pour sa part, pour autant, sinon, autrement dit, à son tour, parmi eux, parmi elles,
		(?:un|une|deux|trois|\\d+) (?:heures?|jours?|semaines?|mois|ans?|années?) (?:plus tard|auparavant|après)
	`,
	told: `
		(?:la|le|les|l’|l')\\s?(?:décision|annonce|mesure|incident|verdict|proposition|étude|rapport|article|livre|film|lettre|homme|femme|entreprise|groupe|société|club|victime|suspect|couple|raison|résultat|conséquence)
	`,
	explains: "de, du, des, d’\\p{L}+, d'\\p{L}+, sur, que, qui, à, au, aux, pour, dans, en",
	early: `
		aujourd’hui, aujourd'hui, hier, maintenant, désormais, actuellement, parfois, souvent, déjà, quand, lorsque, si, comme, après, avant, depuis, pendant, bientôt, jadis, longtemps, toujours
	`,
	persons: 'il, elle, ils, elles',
	pointing: 'ce, cet, cette, ces',
	now: `
		semaine, année, mois, été, hiver, printemps, automne, matin, soir, après-midi, week-end, saison, nuit, jour, siècle, (?:lun|mar|mercre|jeu|vendre|same)di, dimanche, pays, ville, article, texte, page, que, qui, dernier, dernière, derniers, dernières, soit, sont, sera, serait, fut, était, n’\\p{L}+, qu’\\p{L}+
	`,
	saidBy: /^[\s,.–—-]*(?:\p{L}+[- ]){0,3}?\p{L}*-(?:il|elle|ils|elles)(?!\p{L})/u,
	adds: 'aussi, également, en outre, toutefois, cependant, ajoute, ajouté, a ajouté, par ailleurs',
	definite: 'le la les l',
	indefinite: 'un une des deux trois quelques plusieurs',
	pageLine:
		/^(?:(?:à )?lire (?:aussi|également)|voir aussi|photos?\s?:|crédits?\s?:|vidéo\s?:|source\s?:|publicité\b|partager\b|newsletter\b|par \p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+$|mis à jour|publié le)|\((?:photo|image|archives?)[^)]{0,30}\)/iu,
});
