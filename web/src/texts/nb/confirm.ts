/** A yes confirmed with a code: on the plain page, and with help at a counter. */
export const confirm = {
  title: 'Svar med kode',
  lead: 'Du har fått en kode på papir. Skriv den her, så ser du det du sa ja til. Etterpå velger du om det stemmer. Du trenger ikke logge inn.',
  titleHelping: 'Hjelp noen å svare med kode',
  leadHelping:
    'La den som har koden, lese den opp eller skrive den selv. Les setningen sammen. Den som har koden, velger svaret.',
  helpingMarked: 'Svaret blir merket med navnet ditt og stedet du jobber. Du får ikke se noe annet om familien.',
  code: 'Koden',
  codeHelp: 'Tretten tegn, for eksempel 0AB1-2CD3-4EF56. Det spiller ingen rolle om bokstavene er store eller små.',
  codeMissing: 'Skriv koden først.',
  read: 'Vis setningen',
  ask: 'Stemmer dette?',
  askHelping: 'Les sammen. Stemmer dette?',
  free: 'Du kan si nei. Du mister ikke hjelp du har rett til.',
  yes: 'Ja',
  no: 'Nei',
  call: 'Jeg forstår ikke, ring meg',
  once: 'Koden virker én gang. Den åpner bare denne setningen.',
  yesTitle: 'Du sa ja',
  yesText: 'Takk. Det gjelder til og med {{until}}. Vil du stoppe det, ring {{phone}}. Ingen spør hvorfor.',
  noTitle: 'Du sa nei',
  noText: 'Det er notert, og ingen spør deg hvorfor. Ombestemmer du deg, ring {{phone}}.',
  callTitle: 'Vi ringer deg',
  callText:
    'Lederen din i velferdslaben ser det nå og ringer deg. Koden virker fortsatt. Vil du ringe selv, er nummeret {{phone}}.',
  done: 'Du kan lukke siden nå.',
  doneHelping: 'Svaret er merket med at du hjalp til. Den som svarte, og lederen ser det.',
} as const
