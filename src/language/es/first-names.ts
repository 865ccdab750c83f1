import { namesByGender } from '../cued/first-names.ts';

/** First names that are common in Spanish-speaking countries. */
export const firstNames = namesByGender(
	`abel adolfo adrián agustín aitor alberto alejandro alejo alfonso alfredo álvaro amadeo andrés ángel aníbal anselmo
	antonio armando arturo asier augusto aurelio baltasar bartolomé basilio benito benjamín bernardo blas borja bruno camilo
	carlos cayetano césar ciro claudio clemente cristian cristóbal damián daniel darío david diego domingo edgar edmundo
	eduardo efraín elías eloy emiliano emilio enrique ernesto esteban eugenio eusebio evaristo fabián fausto federico
	felipe félix fermín fernando fidel francisco gabriel gaspar gerardo germán gonzalo gregorio guillermo gustavo héctor
	hernán horacio hugo ignacio iker isaac isidro íñigo ismael iván jacinto jacobo jaime javier jerónimo jesús joaquín joel
	jonás jordi jorge josé juan julián julio justo juventino lautaro leandro leonardo leopoldo lorenzo lucas luciano luis
	manuel marcelo marcial marco marcos mariano mario martín mateo matías mauricio maximiliano miguel moisés nicolás
	norberto octavio óscar osvaldo pablo patricio pedro pelayo plácido rafael raimundo ramiro ramón raúl ricardo roberto
	rodolfo rodrigo rogelio román rubén salvador samuel santiago saúl sebastián sergio severo simón teodoro teófilo tomás
	ulises unai urbano valentín vicente víctor vidal xavier zacarías`,
	`adela adriana agustina aida ainhoa alba alejandra alicia almudena amalia amanda amelia amparo ana anabel ángela angélica
	antonia araceli ariadna aurora azucena bárbara beatriz begoña belén benita berta blanca brígida candela caridad carla
	carlota carmen carolina catalina cecilia celia clara claudia concepción consuelo cristina dalia daniela delia diana
	dolores elena elisa eloísa elvira emilia emma encarnación esperanza estefanía estela ester eugenia eulalia eva fabiola
	fátima felisa fernanda flora francisca gabriela gema genoveva gloria gracia graciela guadalupe inés inmaculada irene
	irma isabel jacinta jimena josefa josefina juana judith julia juliana laura leire leonor leticia lidia lola lorena lourdes
	lucía luisa luz magdalena maite manuela marcela margarita maría mariana marina marisa marta martina matilde mercedes
	micaela milagros miriam mónica montserrat nadia natalia nerea nieves noelia nuria olga olivia paloma pamela patricia
	paula paulina paz petra pilar raquel rebeca regina remedios renata rocío rosa rosalía rosario ruth sara silvia sofía
	soledad sonia susana tamara teresa trinidad úrsula valentina valeria vanesa verónica victoria violeta virginia ximena
	yolanda zulema`,
);
