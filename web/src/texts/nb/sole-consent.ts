/** When the yes of one who answers for a child is enough: for the leader who writes it down, and for both it is about. */
export const soleConsent = {
  /** At work */
  title: 'Når én av to er nok',
  lead: 'Begge som har foreldreansvar, må si ja for et barn. Noen ganger sier loven at det holder med én. Da skriver du ned hvorfor. Begge ser det.',
  child: 'Hvilket barn?',
  without: 'Hvem venter vi ikke på?',
  ground: 'Hvilken grunn?',
  groundLaw: '{{statute}} {{paragraph}}. Høyst {{count}} dager om gangen.',
  documentOn: 'Datoen på dommen, eller da dere sist prøvde',
  until: 'Siste dag det gjelder',
  reason: 'Hva er gjort, og hvorfor er det nok?',
  reasonHelp: 'Begge som har foreldreansvar, kan lese dette. Skriv det så begge kan lese det.',
  choose: 'Velg',
  gaps: 'Noe mangler ennå. Fyll ut alle feltene, og skriv minst tjue tegn om hva som er gjort.',
  send: 'Skriv ned at én er nok',
  sent: 'Det er skrevet ned. Begge ser det nå.',
  noChildren: 'Ingen barn her har to med foreldreansvar.',
  end: 'Vent på ja fra begge igjen',
  counts: 'Gjelder',
  over: 'Gjelder ikke lenger',

  /** For everybody who reads one */
  who: '{{child}}: Vi venter ikke på ja fra {{name}}.',
  whoYou: '{{child}}: Vi venter ikke på ja fra deg.',
  because: '{{ground}}. {{statute}} {{paragraph}} åpner for det.',
  days: 'Gjelder fra {{from}} til og med {{until}}.',
  ended: 'Sluttet å gjelde {{day}}.',
  by: '{{name}} skrev det ned.',
  source: 'Les loven',
  saidNo: 'Sier {{name}} nei, er det neiet som gjelder.',
  saidNoYou: 'Sier du nei, er det neiet ditt som gjelder.',

  /** For who lives elsewhere */
  leadElsewhere: 'Bor den andre et annet sted, kan den andre logge inn og lese det på {{address}}.',
  what: 'Henter det som er skrevet ned.',
  elsewhereHeading: 'Når én av to er nok',
  elsewhereTitle: 'Gjelder barnet ditt et annet sted',
  elsewhereText:
    'Barnet ditt bor også et annet sted. Der er det skrevet ned at én av dere er nok. Du ser bare det som gjelder deg og barnet.',
  elsewhereNone: 'Ingenting er skrevet ned',
  elsewhereNoneText: 'Blir det skrevet ned at én av to er nok for et barn du svarer for, kan du lese det her.',
  saidNoElsewhere: 'Er du uenig, ring velferdslaben og si fra.',
} as const
