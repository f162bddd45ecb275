/** The kinds of information a column can hold. A closed list: what fits none of them is a question for whoever answers for privacy. */
export const classes = {
  none: 'Om ingen: lister, lov, priser',
  structure: 'At noe er, om hvem og når: id-er, tider, tilstander',
  name: 'Navn',
  identity: 'Fødselsdag og identitetsnummer',
  contact: 'Hvordan noen nås: telefon, språk',
  access: 'Innlogging: avtrykk av økter og koder',
  life: 'Livet: det folk skriver og velger, og hvilket område det gjelder',
  health: 'Hvordan noen har det: tall og ord om livskvalitet og sårbarhet',
  money: 'Penger og tid',
  trace: 'Hva som skjedde: handlinger, lenket i en kjede',
  key: 'Nøkler, pakket inn',
} as const
export type Class = keyof typeof classes

/** How long a table is kept, in words. The periods themselves are rows the municipality sets, with its archivist (lab.retention_rule). */
export const retentions = {
  list: 'Så lenge kommunen bruker løsningen. Nye versjoner kommer til, gamle blir stående.',
  person: 'Så lenge personen hører til en familie eller har en oppgave her.',
  family:
    'Så lenge familien er med, og etterpå til arkivpakken er mottatt. Ordene blir borte når nøkkelen til familien slettes.',
  memory: 'Blir stående. Har ingen ord, bare hva som skjedde, og viser hvordan saken ble behandlet.',
  trace:
    'To til fem år (reglene for lagring), så lenge hvem som har lest, skal kunne vises og etterprøves. Har ingen ord.',
  door: 'Ett til to år etter svaret (reglene for lagring). Ble familien med, hører henvisningen til familien.',
  message: 'Tretti dager etter at meldingen er sendt, eller koden har gått ut uten å bli brukt.',
  session: 'Økten varer høyst tolv timer, og slettes et døgn etter.',
  command: 'Tretti dager (reglene for lagring).',
  draft: 'Ett døgn (reglene for lagring).',
} as const
export type Retention = keyof typeof retentions

export interface Table {
  /** Why it is there. */
  readonly for: string
  readonly kept: Retention
  /** Its columns by class, each named once. */
  readonly columns: Readonly<Partial<Record<Class, string>>>
}
