/** Rules a municipality keeps in order itself: of law, of words, of who has read, of how long things are kept. */
export const rules = {
  lawTitle: 'Regler i lov',
  lawText:
    'Her står når noen kan, eller må, si noe videre uten ja fra familien. En endring blir en ny utgave. Det som er gjort før, bygger fortsatt på utgaven som gjaldt da.',
  basis: '{{statute}} {{paragraph}}',
  days_one: 'Høyst {{count}} dag',
  days_other: 'Høyst {{count}} dager',
  forSectors: 'For {{sectors}}',
  forNobody: 'Kan leses, men ikke brukes',
  begins: 'Begynner {{day}}',
  ends: 'Gjelder til og med {{day}}',
  ended: 'Gjaldt til og med {{day}}',
  readLaw: 'Les loven',
  reviewed: 'Kontrollert av {{name}} {{day}}',
  unreviewed: 'Ikke kontrollert av jurist ennå',

  wordsTitle: 'Ord det spørres om',
  wordsText:
    'Når noen skriver et slikt ord, spør siden om det er meningen at andre skal lese det. Ingen tekst blir stoppet eller sendt noe sted.',
  offList: 'Ikke på lista',
  tryTitle: 'Prøv lista',
  tryText: 'Skriv en setning og vent litt. Siden spør på samme måte som ellers, og ingenting blir lagret.',
  tryLabel: 'En setning å prøve med',

  watchTitle: 'Innsyn som skal ses på',
  watchText:
    'Hver natt går løsningen gjennom hvem som har lest, og ser etter dette. Personvernombudet får lista. Dere ser den ikke.',
  inUse: 'I bruk',
  notInUse: 'Ikke i bruk',
  hours: 'Fra klokka {{from}} til klokka {{to}}',
  aboveVolume: 'Flere enn {{count}} familier på én dag',
  aboveAsked: '{{count}} familier eller flere på én dag',
  origin: 'Kilde: {{origin}}',

  keptTitle: 'Hvor lenge noe lagres',
  keptText:
    'Det som skal slettes, slettes natta etter den siste dagen. Det arkivet skal ha, blir stående til arkivet har tatt imot det.',

  more_one: 'Vis {{count}} til',
  more_other: 'Vis {{count}} til',
} as const
