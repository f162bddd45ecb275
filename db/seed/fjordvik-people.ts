import { addMonths, type CalendarDay } from '@velferdslab/core/dates'
import { alMasriPeople } from './families/al-masri.ts'
import { dahlNguyenPeople } from './families/dahl-nguyen.ts'
import { eriksenPeople } from './families/eriksen.ts'
import { haugenPettersenPeople } from './families/haugen-pettersen.ts'
import { nilsenPeople } from './families/nilsen.ts'
import { olsenPeople } from './families/olsen.ts'
import { saetherPeople } from './families/saether.ts'
import { warsamePeople } from './families/warsame.ts'
import { citizen, staff, type SeedPerson } from './seed-person.ts'
import { bornYearsAgo, syntheticIdentity } from './synthetic-identity.ts'

/** Everybody in Fjordvik. */
export function people(today: CalendarDay): SeedPerson[] {
  const years = (age: number, days: number) => bornYearsAgo(today, age, days)
  return [
    citizen('amina', 'Amina Ali', 'AA', years(34, 100), 'Mor til tre. Renholder 40 prosent. Snakker somali og norsk.'),
    citizen('jonas', 'Jonas Hansen', 'JH', years(37, 200), 'Far til tre. Vondt i ryggen.'),
    citizen('sara', 'Sara Hansen Ali', 'SA', years(11, 60), '11 år. Datter til Amina og Jonas.'),
    citizen('elias', 'Elias Hansen Ali', 'EL', years(7, 90), '7 år', false),
    citizen('noor', 'Noor Hansen Ali', 'NO', addMonths(today, -8), '8 måneder', false),
    citizen('torbjorn', 'Torbjørn Lie', 'TL', years(46, 30), 'Fotballtrener. Trygghetsperson for familien Hansen-Ali.'),
    citizen('magda', 'Magda Kowalska', 'MK', years(41, 140), 'Mor til to. To deltidsjobber.'),
    citizen('oskar', 'Oskar Kowalski', 'OK', years(14, 45), '14 år. Sønn til Magda.'),
    citizen('lena', 'Lena Kowalska', 'LK', years(9, 170), '9 år', false),
    citizen('marek', 'Marek Kowalski', 'MW', years(43, 20), 'Far til Oskar og Lena. Bor i Gdańsk.'),
    citizen('marius', 'Marius Lie', 'ML', years(19, 80), '19 år. Vil bli lydtekniker.'),
    staff('solveig', 'Solveig Strand', 'SS', 'Investeringsleder i velferdslaben'),
    staff('tor', 'Tor Myhre', 'TM', 'Veileder i NAV'),
    staff('kari', 'Kari Nes', 'KN', 'Kontaktlærer på Strand skole'),
    staff('siri', 'Siri Haug', 'SH', 'Kontaktperson i barnevernet'),
    staff('mona', 'Mona Vik', 'MV', 'Helsesykepleier på helsestasjonen'),
    staff('berit', 'Berit Aas', 'BA', 'Kjerneteamet i velferdslaben'),
    staff('geir', 'Geir Holm', 'GH', 'Leder for levekår i kommunen'),
    staff('anne', 'Anne Moe', 'AM', 'Pedagogisk leder i Solbakken barnehage'),
    staff('hanne', 'Hanne Bru', 'HB', 'Fagleder i NAV. Tor spør henne når fullmakten hans ikke rekker.'),
    staff('pal', 'Pål Krogh', 'PK', 'Investeringsleder i velferdslaben'),
    staff('ragnhild', 'Ragnhild Dale', 'RD', 'Investeringsleder i velferdslaben'),
    staff('eivind', 'Eivind Ro', 'ER', 'Økonom i kommunen'),
    staff('nina', 'Nina Foss', 'NF', 'Veileder for unge i NAV'),
    staff('ingvild', 'Ingvild Moen', 'IM', 'Personvernombud i kommunen'),
    staff('frode', 'Frode Lund', 'FL', 'Administrator i kommunen. Legger inn tjenester, folk og fullmakter.'),
    staff('ingunn', 'Ingunn Tveit', 'IT', 'Administrator i kommunen. Sier ja eller nei til det Frode foreslår.'),
    staff('stig', 'Stig Berge', 'SB', 'Brukerstøtte i kommunen'),
    staff('turid', 'Turid Eide', 'TE', 'Tar vare på nøkkelringen. Ser ingen familier.'),
    ...alMasriPeople(years),
    ...warsamePeople(years),
    ...nilsenPeople(years),
    ...dahlNguyenPeople(years),
    ...eriksenPeople(years),
    ...olsenPeople(years),
    ...saetherPeople(years),
    ...haugenPettersenPeople(years),
  ]
}

/** Citizens of Fjordvik whom the lab has not met: they have an identity, and no row anywhere until somebody refers them. */
export const newcomers: readonly (SeedPerson & { readonly subject: string })[] = [
  {
    persona: 'leila',
    name: 'Leila Haddad',
    calledName: 'Leila',
    initials: 'LH',
    born: '1997-03-14' as CalendarDay,
    subject: syntheticIdentity('1997-03-14' as CalendarDay, 0),
    signsInAs: 'citizen',
    about: 'Født 14. mars 1997. Mor til Amir på 3 år. Ikke i velferdslaben ennå.',
  },
]

/** The legal bodies services belong to. The numbers are of Brønnøysund's synthetic kind: they belong to nobody. */
export const organisations = [
  { key: 'fjordvik', name: 'Fjordvik kommune', organisationNumber: '310000019', sector: 'municipal' },
  { key: 'nav', name: 'NAV Fjordvik', organisationNumber: '310000124', sector: 'state' },
] as const

/** Services and others who can receive, in the order they are shown. */
export const parties = [
  { key: 'lab', kind: 'lab', organisation: 'fjordvik', type: null, name: 'Velferdslaben', inSentence: 'velferdslaben' },
  { key: 'nav', kind: 'service', organisation: 'nav', type: 'nav', name: 'NAV', inSentence: 'NAV' },
  { key: 'school', kind: 'service', organisation: 'fjordvik', type: 'school', name: 'Skolen', inSentence: 'skolen' },
  {
    key: 'child-welfare',
    kind: 'service',
    organisation: 'fjordvik',
    type: 'child_welfare',
    name: 'Barnevernet',
    inSentence: 'barnevernet',
  },
  {
    key: 'health-clinic',
    kind: 'service',
    organisation: 'fjordvik',
    type: 'health_clinic',
    name: 'Helsestasjonen',
    inSentence: 'helsestasjonen',
  },
  {
    key: 'kindergarten',
    kind: 'service',
    organisation: 'fjordvik',
    type: 'kindergarten',
    name: 'Barnehagen',
    inSentence: 'barnehagen',
  },
  {
    key: 'torbjorn',
    kind: 'private',
    organisation: null,
    type: null,
    name: 'Torbjørn Lie',
    inSentence: 'Torbjørn Lie',
  },
] as const
export type PartyKey = (typeof parties)[number]['key']

/** Who works where. */
export const employments: readonly { persona: string; role: string; party: PartyKey | null }[] = [
  { persona: 'solveig', role: 'investment_leader', party: 'lab' },
  { persona: 'tor', role: 'caseworker', party: 'nav' },
  { persona: 'kari', role: 'caseworker', party: 'school' },
  { persona: 'siri', role: 'caseworker', party: 'child-welfare' },
  { persona: 'anne', role: 'caseworker', party: 'kindergarten' },
  { persona: 'mona', role: 'caseworker', party: 'health-clinic' },
  { persona: 'berit', role: 'core_team', party: 'lab' },
  { persona: 'geir', role: 'manager', party: null },
  { persona: 'hanne', role: 'caseworker', party: 'nav' },
  { persona: 'pal', role: 'investment_leader', party: 'lab' },
  { persona: 'eivind', role: 'economist', party: null },
  { persona: 'ragnhild', role: 'investment_leader', party: 'lab' },
  { persona: 'nina', role: 'caseworker', party: 'nav' },
  { persona: 'ingvild', role: 'privacy_officer', party: null },
  { persona: 'frode', role: 'administrator', party: null },
  { persona: 'ingunn', role: 'administrator', party: null },
  { persona: 'stig', role: 'support', party: null },
  { persona: 'turid', role: 'key_administrator', party: null },
  { persona: 'mona', role: 'break_glass', party: 'health-clinic' },
]
