import { namesByGender } from '../cued/first-names.ts';

/** First names that are common in German-speaking countries. */
export const firstNames = namesByGender(
	`achim adrian albert alexander alfred alois andreas anton armin arne arno artur axel bastian ben benedikt benjamin
	bernd bernhard björn bodo boris bruno burkhard carl carsten christian christoph clemens daniel david dennis detlef dieter
	dietmar dirk dominik eberhard eckart emil erich erik ernst erwin fabian felix florian frank franz frederik friedrich
	fritz georg gerald gerd gerhard gregor günter günther gustav hannes hans harald hartmut heiko heiner heinrich heinz
	helmut hendrik henning henry herbert hermann holger horst hubert ingo jakob jan jens joachim jochen johann johannes jonas
	jörg josef joseph julian jürgen kai karl karsten kaspar kevin klaus konrad konstantin kurt lars lennart leo leon
	leonhard lorenz lothar ludwig luca lukas lutz malte manfred manuel marc marcel marco marcus marek mario marius markus
	martin mathias matthias max maximilian michael mirko moritz nico niklas nils norbert olaf ole oliver oskar otto pascal
	patrick paul peter philipp rainer ralf ralph reinhard reinhold rené richard robert robin roland rolf roman rudolf rüdiger
	rupert samuel sascha sebastian siegfried silvio simon sören stefan steffen stephan sven theo theodor thilo thomas thorsten
	till tim timo tobias tom torben torsten udo ulf uli ulrich urs uwe valentin veit viktor vincent volker walter
	werner wilhelm willi winfried wolf wolfgang wolfram yannick ali mehmet mustafa ahmet cem emre`,
	`adelheid agnes alexandra alina almut amelie andrea angela angelika anja anke anna anne annegret anneliese annette antje
	antonia astrid barbara beate bettina birgit birte brigitte britta carina carla carmen carola caroline charlotte
	christa christel christiane christina christine clara claudia cornelia cordula dagmar daniela diana doris dorothea
	edith elena elfriede elisabeth elke ella elsa emilia emma erika esther eva evelyn franziska frauke frieda friederike
	gabriele gabi gerda gertrud gisela greta gudrun hanna hannah hanne heide heidi heike helene helga henriette hilde
	ilona ilse inga inge ingeborg ingrid irene iris irmgard isabel isabella jana janina jasmin jennifer jessica johanna judith
	julia jutta karin karla karoline katharina kathrin katja katrin kerstin kirsten klara kristin laura lea lena leonie
	lieselotte lina linda lisa lotte luise magdalena maike maja manuela mareike margarete margit maria marianne marie marina
	marion marlene marta martha martina mathilde melanie meike mia michaela miriam mona monika nadine nadja natalie nele nicole
	nina nora olga patricia paula paulina petra pia ramona rebecca regina regine renate ricarda rita rosa ruth sabine sabrina
	sandra sara sarah sibylle sigrid silke silvia simone sofia sophie sonja stefanie stephanie susanne svenja sylvia tamara
	tanja tatjana teresa theresa tina ulla ulrike ursula ute vera verena veronika viktoria wiebke yvonne aylin fatma ayse elif`,
);
