/**
 * Words that a question often has where the text has another of the same row. Each row is about one thing; a word
 * may be in several.
 */
const rows = `
start begin commence launch open initiate onset origin
end finish close conclude cease stop terminate expire
build construct erect construction builder
make create produce manufacture form develop
found establish create set institute foundation founder formation start
buy purchase acquire acquisition
sell sale sold trade
cost price pay expense worth expensive fee charge paid
money fund funding finance budget grant
kill murder slay slain death die dead execute assassinate
die death dead pass decease
born birth birthplace birthday native
marry wife husband spouse wed married marriage daughter
child son daughter offspring children kid
parent father mother
win victory victor beat defeat triumph won winner
lose loss defeat lost
fight battle war conflict combat fought clash
attack invade raid assault strike invasion
army troop soldier force military men
lead leader head chief command rule direct led
rule reign govern control king ruler
king monarch emperor throne crown
law rule regulation statute act legislation legal
court judge trial tribunal judicial justice ruling
vote ballot election elect referendum
big large great huge major largest biggest greatest
small little minor tiny smallest
fast quick rapid speed swift
old ancient age aged early
new recent modern latest
call name term know refer title title known
mean definition define meaning denote stand
say tell state claim declare announce comment remark said told
argue claim contend maintain argument
believe think hold consider view opinion thought
write author wrote publish written book pen
invent inventor invention devise design create patent
discover find discovery found
design designer architect plan
teach teacher education instruct school train
study research investigate examine research learn
work job employ employment employee worker labour labor
live reside inhabit dwell resident inhabitant population life
move relocate migrate emigrate flee migration
leave depart exit go flee left
arrive come reach land arrival
give grant provide donate supply offer gave
receive get obtain gain got accept
send ship dispatch sent
use utilize employ usage used utilise
need require necessary must requirement
help assist aid support assistance
cause reason lead result due bring
result effect consequence outcome impact
change alter modify convert transform turn
increase rise grow raise growth climb grew rose higher
decrease fall drop decline reduce shrink lower cut fell
many number amount count total
part portion section component share
kind type sort form category class
group team band party organization organisation
place location site locate situated position
country nation state land
city town
area region territory zone
religion faith church religious belief christian
happen occur take event
show display demonstrate reveal exhibit
join unite merge combine union
divide split separate
protest demonstrate riot demonstration rally strike
agree agreement treaty deal accord pact
refuse reject deny decline oppose
oppose opponent opposition against critic criticise criticize
ban forbid prohibit outlaw illegal prohibition
allow permit let enable permission
doctor physician medical medicine
car vehicle automobile
ship boat vessel ferry
train railway rail locomotive
water river sea lake
fire burn heat
money currency cash
rich wealthy wealth
poor poverty
famous known renowned notable
important major main key significant
first initial original earliest
last final latest
year annual annually
day daily
percent percentage
hold keep retain
own owner possess property belong
teach taught
choose select pick elect appoint appointment appointed
serve service served
plan intend intention aim goal purpose
promise pledge vow
worry fear concern afraid
want wish desire demand
warn warning caution
size height length width depth long tall high
weigh weight heavy
eat food meal feed
drink beer tea
home house residence
wood forest tree timber
danger dangerous risk threat hazard
safe safety secure
sick ill disease illness
hurt injure injury wound harm
save rescue preserve
destroy destruction ruin demolish
replace substitute successor succeed
follow succeed successor after
before precede prior predecessor
phone telephone mobile cellphone smartphone handset
plane aircraft airplane aeroplane jet
film movie cinema
book novel
lawyer attorney solicitor barrister
police officer constable
collect gather confiscate seize
shop store supermarket retailer
firm company business corporation
boss chief executive head manager
pupil student schoolchild
salary wage pay earnings
photo photograph picture image
street road avenue
walkout stoppage strike
arrest detain jail imprison prison
crash collide collision accident
fine penalty penalise penalize
resign quit resignation
shoot shot gun firearm
rent lease tenant landlord
hospital clinic
talk speak speech discuss discussion
email mail letter
bus coach
rubbish waste garbage trash refuse
flat apartment
holiday vacation
petrol gas fuel
`;

/** The rows of words of which one may stand for another. */
export const relatedWords: readonly (readonly string[])[] = rows
	.trim()
	.split('\n')
	.map((row) => row.split(' '));
