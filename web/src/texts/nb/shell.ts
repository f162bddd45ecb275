export const shell = {
  skip: 'Hopp til innholdet',
  toFront: 'Velferdslab, til forsiden',
  mainMenu: 'Hovedmeny',
  /** The title of every family page: says nothing to whoever looks over a shoulder. */
  neutralTitle: 'Min side',
  myPlan: 'Min plan',
  cloth: 'Duken',
  consents: 'Hvem kan lese hva',
  consentsShort: 'Deling',
  journey: 'Reisen',
  hide: 'Skjul siden',
  signOut: 'Logg ut',
  families: 'Familiene',
  toMy: 'Min plan',
  toLab: 'Jobben min',
  labTitle: '{{page}} – Velferdslab',
  leader: 'Investeringsleder',
} as const
