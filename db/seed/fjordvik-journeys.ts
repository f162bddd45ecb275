import { alMasriJourney } from './families/al-masri.ts'
import { dahlNguyenJourney } from './families/dahl-nguyen.ts'
import { eriksenJourney } from './families/eriksen.ts'
import { haugenJourney, pettersenJourney } from './families/haugen-pettersen.ts'
import { nilsenJourney } from './families/nilsen.ts'
import { olsenJourney } from './families/olsen.ts'
import { saetherJourney } from './families/saether.ts'
import { warsameJourney } from './families/warsame.ts'
import { goal, on, whole, type SeedJourney } from './seed-journey.ts'

/** The journeys of Fjordvik, by family: Hansen-Ali on the way with a step back, Kowalska just begun, Marius nearly there, Emma at the end. */
export const journeys: Readonly<Record<string, SeedJourney>> = {
  'hansen-ali': {
    answers: [
      { by: 'amina', day: -98, phase: 'capture', score: 3, words: 'Jeg sover lite når brevene kommer.' },
      { by: 'jonas', day: -96, phase: 'capture', score: 4 },
      { by: 'amina', day: -40, phase: 'invest', score: 'rather_not', words: 'Ikke i dag.' },
      { by: 'amina', day: -6, phase: 'invest', score: 5, words: 'Det hjelper å ha én å ringe til.', shared: true },
    ],
    placements: [
      whole('amina', -98, 'untenable', 2, 1, 'Fukt, gjeld og varsel om å flytte.'),
      ...on(
        'amina',
        -98,
        ['housing', 'untenable', 'Fukt på soverommet, og vi må ut.'],
        ['work_education', 'vulnerable', 'Renholder 40 prosent.'],
        ['network', 'vulnerable', 'Asha og Hodan stiller opp når de kan.'],
        ['upbringing', 'vulnerable', 'Elias venter på utredning.'],
      ),
      ...on(
        'jonas',
        -98,
        ['economy', 'untenable', 'Regningene kommer før pengene.'],
        ['health', 'stable', 'Ryggen går, og jeg vet hva den tåler.'],
      ),
      whole('solveig', -96, 'untenable', 2, 3, 'Mange ting haster på en gang, mest boligen.'),
      whole('jonas', -63, 'untenable', 4, 2, 'Solveig ringer hver uke. Vi vet hvem vi kan spørre.'),
      whole('amina', -40, 'vulnerable', 5, 6, 'Vi fikk utsatt flyttingen og laget en oversikt.'),
      whole('amina', -21, 'untenable', 4, 4, 'Et skritt tilbake. Jonas fikk vondt, og brevene hopet seg opp.'),
      ...on('jonas', -21, ['health', 'vulnerable', 'Vondt i ryggen igjen. Jeg venter på time.']),
      whole('amina', -6, 'vulnerable', 6, 5, 'Første duk. Nå vet alle hvem som gjør hva.'),
      ...on(
        'amina',
        -6,
        ['housing', 'vulnerable', 'Vi har ti uker på å finne noe nytt.'],
        ['network', 'stable', 'Torbjørn og Liv i oppgangen er med.'],
      ),
      ...on('jonas', -6, ['economy', 'untenable', 'Brevene kommer ennå. Jeg åpner dem ikke alene.']),
      whole('solveig', -5, 'vulnerable', 6, 4, 'Tryggere rundt familien. Boligen haster fortsatt.'),
      ...on(
        'solveig',
        -5,
        ['housing', 'vulnerable', 'Ti uker er kort tid. Vi leter sammen.'],
        ['work_education', 'vulnerable', 'Amina vil jobbe mer.'],
        ['network', 'stable', 'Flere å ringe til nå.'],
        ['economy', 'vulnerable', 'Tre av fem krav har en avtale. To gjenstår.'],
        ['health', 'vulnerable', 'Jonas har fått time i januar.'],
        ['upbringing', 'vulnerable', 'Elias står på venteliste.'],
      ),
      goal('amina', -6, 'whole', 'sustainable', 'Fast jobb og egen bolig.', 24),
      goal('amina', -6, 'housing', 'stable', 'Tre rom nær skolen.', 3),
      goal('jonas', -6, 'economy', 'stable', 'En avtale for hele gjelda.', 12),
      goal('amina', -6, 'work_education', 'stable', 'Fast jobb, minst 80 prosent.', 12),
      goal('jonas', -6, 'upbringing', 'sustainable', 'Elias leser for Noor.', 12),
    ],
  },
  kowalska: {
    answers: [
      { by: 'magda', day: -2, phase: 'capture', score: 5, words: 'Jeg er sliten, men vi har det fint hjemme.' },
    ],
    placements: [
      whole('magda', -2, 'vulnerable', 4, 'rather_not', 'To jobber, og Oskar er mye borte fra skolen.'),
      ...on('magda', -2, ['work_education', 'vulnerable', 'To deltidsjobber som ikke passer sammen.']),
    ],
  },
  lie: {
    answers: [
      { by: 'marius', day: -165, phase: 'capture', score: 2, words: 'Dagene er like.', shared: true },
      { by: 'marius', day: -70, phase: 'invest', score: 5, words: 'Jeg står opp til noe.', shared: true },
      { by: 'marius', day: -14, phase: 'maintain', score: 7, words: 'Lyden ble bra på lørdag.', shared: true },
    ],
    placements: [
      whole('marius', -165, 'untenable', 1, 2, 'Ingen jobb, ingen skole, sofaen til en venn.'),
      ...on(
        'marius',
        -165,
        ['housing', 'vulnerable', 'Jeg sover på en sofa.'],
        ['work_education', 'untenable', 'Ingenting å stå opp til.'],
        ['network', 'vulnerable', 'Én venn.'],
        ['economy', 'untenable', 'Tomt den tjuende.'],
        ['health', 'vulnerable', 'Jeg er våken om natta.'],
      ),
      whole('solveig', -150, 'untenable', 2, 3, 'Står uten jobb og fast sted å bo.'),
      whole('marius', -110, 'vulnerable', 3, 5, 'Jeg har fått en hybel.'),
      ...on('marius', -110, ['housing', 'stable', 'Hybel i tre år.']),
      whole('marius', -70, 'vulnerable', 5, 6, 'Prøvedag på musikkhuset gikk bra.'),
      ...on('marius', -70, ['work_education', 'vulnerable', 'En dag i uka på musikkhuset.']),
      whole('marius', -14, 'stable', 7, 7, 'Tre faste dager, og folk som spør hvor jeg er.'),
      ...on(
        'marius',
        -14,
        ['work_education', 'stable', 'Tre formiddager i uka på musikkhuset.'],
        ['network', 'stable', 'Gjengen på musikkhuset.'],
        ['economy', 'vulnerable', 'Det går opp, men bare så vidt.'],
        ['health', 'stable', 'Jeg sover om natta.'],
      ),
      whole('solveig', -13, 'stable', 7, 8, 'Marius holder avtalene og spør selv om mer.'),
      ...on('tor', -13, ['work_education', 'stable', 'Møter opp, og musikkhuset vil ha ham videre.']),
      goal('marius', -14, 'whole', 'sustainable', 'Læreplass som lydtekniker.', 18),
      goal('marius', -14, 'work_education', 'sustainable', 'Læreplass.', 9),
      goal('marius', -14, 'economy', 'stable', 'Lønn hver måned.', 9),
    ],
  },
  'al-masri': alMasriJourney,
  warsame: warsameJourney,
  nilsen: nilsenJourney,
  'dahl-nguyen': dahlNguyenJourney,
  eriksen: eriksenJourney,
  olsen: olsenJourney,
  saether: saetherJourney,
  haugen: haugenJourney,
  pettersen: pettersenJourney,
}
