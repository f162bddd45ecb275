export const everywhere = {
  close: 'Lukk',
  familyOf: 'Familien {{name}}',
  back: 'Tilbake',
  tryAgain: 'Prøv igjen',
  loading: 'Henter siden.',
  me: 'meg',
  you: 'deg',
  money: '{{amount}}\u00a0kr',
} as const
