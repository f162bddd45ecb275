export const everywhere = {
  product: 'Velferdslab',
  close: 'Lukk',
  familyOf: 'Familien {{name}}',
  back: 'Tilbake',
  tryAgain: 'Prøv igjen',
  loading: 'Henter siden.',
  me: 'meg',
  you: 'deg',
} as const
