import { leaning } from '../cued/leaning.ts';

/** Spanish sentences that lean on earlier ones. */
export const leans = leaning({
	pronouns: `
		él, ella, ellos, ellas, este(?! (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|año|mes)), esta(?! (?:semana|mañana|tarde|noche)), estos, estas, ese, esa, esos, esas, aquel, aquella, aquellos, aquellas, esto, eso, aquello, ello,
		su, sus, le, les, se lo, ambos, ambas, los dos, las dos, el primero, la primera, el segundo, la segunda, el último, la última, otros, otras, algunos de ellos, algunas de ellas, aquí, allí, ahí
	`,
	connectives: `
		pero, y, e, o, sino, sin embargo, no obstante, aunque así, además, también, tampoco, así, entonces, luego, después(?! de), antes(?! de), por eso, por ello, por lo tanto,
		por tanto, por consiguiente, en consecuencia, en cambio, por el contrario, al contrario, mientras tanto, entretanto, por otra parte, por otro lado, por su parte,
		asimismo, de hecho, en efecto, por ejemplo, finalmente, por último, posteriormente, más tarde, desde entonces, hasta entonces, en ese (?:momento|sentido|caso), en este (?:sentido|caso), a su vez, de este modo, de esta (?:forma|manera), entre ellos, entre ellas, al respecto,
		(?:un|una|dos|tres|\\d+) (?:horas?|días?|semanas?|mes(?:es)?|años?) (?:después|más tarde|antes)
	`,
	told: `
		(?:la|el|los|las) (?:decisión|anuncio|medida|incidente|sentencia|propuesta|estudio|informe|artículo|libro|película|carta|hombre|mujer|empresa|compañía|grupo|club|víctima|sospechoso|pareja|razón|resultado|consecuencia)
	`,
	explains: 'de, del, sobre, que, para, en, a, al, por, con',
	early: `
		hoy, ayer, ahora, actualmente, entonces, a veces, ya, todavía, aún, cuando, si, como, mientras, desde, después, antes, siempre, nunca
	`,
	persons: 'él, ella, ellos, ellas',
	pointing: 'este, esta, estos, estas, ese, esa, esos, esas, aquel, aquella, aquellos, aquellas',
	now: `
		lunes, martes, miércoles, jueves, viernes, sábado, domingo, año, años, mes, meses, semana, mañana, tarde, noche, madrugada, fin de semana, verano, invierno, otoño, primavera, temporada, siglo, día, días, país, ciudad, texto, artículo, página
	`,
	saidBy:
		/^[\s,.–—-]*(?:(?:ha|había) )?(?:dijo|dice|dicho|afirmó|afirma|afirmado|señaló|señala|explicó|explica|explicado|aseguró|asegura|asegurado|añadió|añade|añadido|declaró|declara|declarado|comentó|indicó|agregó|apuntó|sostuvo|advirtió|insistió|lamentó|reconoció|subrayó|destacó|recordó|concluyó)(?:\s*[.,;]|\s*$|\s(?:él|ella)(?!\p{L}))/u,
	adds: 'también, además, asimismo, sin embargo, tampoco, añadió, agregó',
	definite: 'el la los las',
	indefinite: 'un una unos unas dos tres varios varias',
	pageLine:
		/^(?:lea también|lee también|leer más|más información|fotos?\s?:|foto(?:grafía)?\s?:|imagen\s?:|vídeo\s?:|video\s?:|fuente\s?:|publicidad\b|compartir\b|suscríbete|por \p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+$|actualizado\b|publicado\b)|\((?:foto|imagen|archivo)[^)]{0,30}\)/iu,
});
