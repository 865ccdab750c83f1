import type { KeyPhraseRules } from '../pack.ts';
import { wordSet } from './word-set.ts';

/** Words that say nothing of a subject, as each of these languages writes them; months, days and units. */
const lists: Readonly<Record<string, { readonly light: string; readonly breaks: string }>> = {
	de: {
		light: `
			mensch menschen leute leben frau frauen mann männer kind kinder thema themen fall fälle teil teile ort orte sache
			sachen richtung mitte ende anfang zeit zeiten tag tage tagen woche wochen monat monate monaten jahr jahre jahren
			jahres stunde stunden minute minuten morgen abend nacht ding dinge frage fragen antwort grund gründe beispiel
			weise art zahl zahlen hälfte name namen mutter vater gespräch interview angaben bericht artikel foto bild video
			welt land stadt haus arbeit weg wort worte stelle seite punkt problem probleme ziel ziele möglichkeit neue neuen
			neuer neues große großen kleine kleinen gute guten viele vielen einige ganzen ganze erste ersten letzten letzte
			nächsten weitere weiteren deutlich wirklich gerade machen gehen kommen stehen sehen geben liegen bleiben sagen`,
		breaks: `
			januar februar märz april mai juni juli august september oktober november dezember montag dienstag mittwoch
			donnerstag freitag samstag sonnabend sonntag montagabend dienstagabend mittwochabend donnerstagabend freitagabend
			uhr prozent euro dollar millionen million milliarden milliarde tonnen tausend hundert kilometer meter grad rund
			etwa zwei drei vier fünf sechs sieben acht neun zehn elf zwölf`,
	},
	fr: {
		light: `
			homme hommes femme femmes gens personne personnes enfant enfants vie monde pays ville jour jours semaine semaines
			mois an ans année années heure heures minute minutes temps moment fois chose choses fait cas point partie côté
			place lieu question questions réponse raison exemple nombre nom début fin suite milieu matin soir nuit grand grande
			grands grandes petit petite petits petites nouveau nouvelle nouveaux nouvelles bon bonne premier première premiers
			dernier dernière derniers dernières vrai vraie seul seule mère père photo image vidéo article interview`,
		breaks: `
			janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi
			vendredi samedi dimanche euros euro dollars million millions milliard milliards mille cent kilomètres mètres deux
			trois quatre cinq six sept huit neuf dix`,
	},
	es: {
		light: `
			hombre hombres mujer mujeres gente persona personas niño niños vida mundo país ciudad día días semana semanas mes
			meses año años hora horas minuto minutos tiempo momento vez veces cosa cosas caso casos hecho parte lado lugar
			punto pregunta respuesta razón ejemplo número nombre principio final noche mañana tarde gran grande grandes
			pequeño pequeña nuevo nueva nuevos nuevas buen bueno buena primer primera primeros último última últimos madre
			padre foto imagen vídeo artículo entrevista`,
		breaks: `
			enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles
			jueves viernes sábado domingo euros euro dólares millón millones mil cien kilómetros metros dos tres cuatro cinco
			seis siete ocho nueve diez`,
	},
	ru: {
		light: `
			человек люди людей жизнь жизни мир мира страна страны город города день дня дней неделя недели месяц месяца год
			года лет годы час часа часов минут время времени раз дело дела случай часть сторона место вопрос вопросы ответ
			пример число имя начало конец ночь утро вечер женщина мужчина дети ребенок мать отец фото видео статья интервью
			новый новая новые новых большой большая первый последний`,
		breaks: `
			января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среду
			четверг пятницу субботу воскресенье рублей долларов евро миллионов миллиона миллиардов тысяч тысячи процентов
			километров метров два три четыре пять шесть семь восемь девять десять`,
	},
};

/** What the key phrases of an article in one of these languages need to know. */
export function keyPhraseRules(language: string): KeyPhraseRules | undefined {
	const list = lists[language];
	if (!list) return undefined;
	return { lightWords: wordSet(list.light), breaks: wordSet(list.breaks), isNoNoun: () => false };
}
