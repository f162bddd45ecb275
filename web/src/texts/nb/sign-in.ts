export const signIn = {
  title: 'Velferdslab',
  heading: 'Én plan. Du bestemmer.',
  lead: 'I velferdslaben lager du og de som hjelper deg, én plan sammen. Ingen leser om deg før du sier ja.',
  choose: 'Logg inn',
  citizen: 'Logg inn som innbygger',
  citizenNote: 'For deg som er med i velferdslaben.',
  staff: 'Logg inn som ansatt',
  staffNote: 'For deg som arbeider med familier.',
  self: 'Ikke med ennå? Meld deg på uten å logge inn',
  keptPlace: 'Logg inn, så kommer du tilbake dit du var.',
  signedOut: 'Du er logget ut.',
  cancelled: 'Du ble ikke logget inn. Prøv igjen når du vil.',
  whereTo: 'Hvor vil du gå?',
  toMy: 'Til planen min',
  toLab: 'Til jobben min',
  nothingYet:
    'Du er logget inn. Det er ikke noe å åpne for deg her ennå. Den som inviterte deg, kan si når det er klart.',
} as const
