export const everywhere = {
  product: 'Velferdslab',
  close: 'Lukk',
  back: 'Tilbake',
  tryAgain: 'Prøv igjen',
  loading: 'Henter siden.',
  me: 'meg',
  you: 'deg',
} as const
