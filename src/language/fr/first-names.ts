import { namesByGender } from '../cued/first-names.ts';

/** First names that are common in French-speaking countries. */
export const firstNames = namesByGender(
	`achille adam adrien alain albert alexandre alexis ali alphonse amadou amaury ambroise anatole andré antoine antonin
	armand arnaud arthur aubin auguste augustin aurélien baptiste barnabé bastien benjamin benoît bernard bertrand boris
	bruno camille-édouard cédric charles christian christophe clément cyril cyrille damien daniel david denis didier
	dominique-marie edgar edmond édouard élie éloi emmanuel éric erwan étienne eugène fabien fabrice félix ferdinand
	fernand florent florian francis franck françois frédéric gabriel gaël gaëtan gaspard gaston gauthier geoffroy georges
	gérald gérard germain ghislain gilbert gildas gilles grégoire grégory guillaume gustave guy henri hervé hippolyte hubert
	hugo hugues ibrahim isaac jacques jean jean-baptiste jean-claude jean-françois jean-jacques jean-louis jean-luc jean-marc
	jean-marie jean-michel jean-noël jean-paul jean-philippe jean-pierre jean-yves jérémie jérémy jérôme joël jonathan
	joseph jules julien karim kevin laurent léo léon léonard loïc louis luc lucas lucien ludovic marc marcel mathias
	mathieu mathis matthieu maurice max maxence maxime michel mohamed mourad mustapha nathan nicolas noé noël octave
	olivier omar oscar pascal patrice patrick paul philippe pierre pierre-yves quentin raoul raphaël raymond régis rémi
	rémy renaud rené richard robert robin roger roland romain ruben samuel sébastien serge simon stanislas stéphane
	sylvain tanguy théo théodore thibault thibaut thierry thomas timothée tristan ulysse valentin victor vincent
	virgile vivien xavier yacine yann yannick yanis yves yvon youssef zacharie`,
	`adèle adeline agathe agnès alexandra alice alix amandine amélie anaïs andrée angèle anne anne-marie anne-sophie annick
	annie antoinette apolline ariane armelle astrid aude audrey aurélie aurore axelle béatrice bénédicte berthe
	blandine brigitte camille capucine carine carole caroline catherine cécile céline chantal charlotte chloé christelle
	christiane christine claire clara clarisse claudine clémence clémentine clotilde colette constance coralie corinne
	daphné delphine denise diane dominique édith éléonore éliane élisa élisabeth élise élodie éloïse elsa emma emmanuelle
	estelle esther eugénie eva évelyne fabienne fanny fatima faustine florence françoise frédérique gabrielle gaëlle
	geneviève germaine ghislaine gisèle hélène henriette hortense inès irène isabelle jacqueline jade janine jeanne
	jeannine joëlle joséphine judith julia julie juliette justine karine khadija laetitia laura laure laurence léa leïla léna
	léonie lise lola louise lucie lucienne lydie madeleine maëlle manon margaux margot marguerite marianne marie
	marie-claude marie-hélène marie-laure marie-pierre marina marine marion marlène martine mathilde maud mélanie michèle
	mireille monique muriel myriam nadège nadia nadine naïma nathalie nicole noémie odette odile olga olympe ophélie
	pascale patricia paule pauline pénélope perrine raphaëlle régine renée romane rosalie rose roxane sabine sabrina salomé
	samira sandra sandrine sarah simone solange solène sonia sophie stéphanie suzanne suzie sylvie tatiana thérèse
	valentine valérie vanessa véronique victoire violette virginie viviane yasmina yolande yvette yvonne zoé`,
);
