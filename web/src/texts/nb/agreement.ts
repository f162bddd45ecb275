import type { agreementSentences } from '@velferdslab/core/agreement'

type Sentence = (typeof agreementSentences)[number]

/** The sentences of the agreement as they are signed (version 2026-11). Changing one is a new version in core/src/agreement.ts. */
const sentences = {
  voluntary: 'Det er frivillig å være med.',
  leave: 'Du kan ta en pause eller slutte når du vil, uten å si hvorfor.',
  keepHelp: 'Du mister ikke hjelp du har rett til.',
  myYes: 'Teamet bestemmer ingenting om deg uten ditt ja.',
  byLaw: 'Noen ganger må en tjeneste bestemme noe alene etter loven. Da får du vite det, og hvordan du kan klage.',
  leader: '{{leader}} leder arbeidet. {{leader}} kan lese planen og duken, men ikke det du har bare for deg selv.',
  seats: 'Ingen får plass ved bordet, og ingen tjeneste leser om deg, før du har sagt ja.',
  children: 'Barna får si hva de mener, og de får vite hvem som kan lese det.',
  weDo: 'Vi gjør det vi har lovet, og sier fra til deg hvis vi blir forsinket.',
  iDo: 'Du gjør det du har lovet så godt du kan, og sier fra hvis det ikke går.',
  readAndCorrect: 'Du kan lese, rette og få kopi av det som står om deg, og se hvem som har lest det.',
  confidential:
    'Alle ved bordet har taushetsplikt. Vi må likevel si fra hvis et barn kan være i fare, eller noen kan bli alvorlig skadet.',
} as const satisfies Record<Sentence, string>

export const agreement = {
  what: 'Henter avtalen.',
  title: 'Vil du være med?',
  signedTitle: 'Du er med',
  lead: 'I velferdslaben samler du dem som kan hjelpe, rundt ett bord. Dere lager én plan. Den er din.',
  how: 'Slik foregår det',
  how1: 'Du forteller hva som er viktig for deg, og hva du drømmer om.',
  how2: 'Du velger hvem som skal sitte ved bordet. Ingen får plass uten ditt ja.',
  how3: 'De som sitter der, kan bestemme sammen med deg, der og da.',
  how4: 'Alle gjør det de har lovet. Du ser hvem som skylder deg hva.',
  sentencesTitle: 'Dette er vi enige om',
  sentences,
  leaderSoon: 'Én person leder arbeidet. Du får vite hvem, og du kan be om en annen. Før det leser ingen planen din.',
  young: 'Noen ting bestemmer de som har foreldreansvar, etter loven. Da spør vi deg først.',
  law: 'Loven kan noen ganger si at vi må vente med å fortelle deg noe.',
  notConsent: 'Å skrive under gir ingen lov til å lese om deg. Det spør vi om hver for seg etterpå.',
  sign: 'Ja, jeg vil være med',
  think: 'Jeg vil tenke meg om',
  thinkText: 'Det er helt i orden. Ingenting skjer før du har svart. Du finner avtalen her når du vil.',
  signed: 'Takk. Du skrev under {{day}}. De som tar imot, kan se at du vil være med. De ringer deg.',
  tooYoung: 'Du er under 16 år. De voksne skriver under for seg. Du får si hva du mener.',
  othersTitle: 'Andre i familien',
  otherSigned: '{{name}} skrev under {{day}}.',
  otherNot: '{{name}} svarer for seg selv.',
  home: 'Til planen min',
} as const
