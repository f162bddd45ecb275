/** Everything about me: what one may take out, and how to keep it. */
export const aboutMe = {
  title: 'Alt om meg',
  lead: 'Du kan få alt velferdslaben har om deg, i én fil. Du trenger ikke si hvorfor.',
  inIt: 'Dette er med',
  holds: {
    own: 'Lappene som handler om deg, og hvem som skrev dem',
    children: 'Det som står om barn du svarer for',
    yeses: 'Hva du har sagt ja og nei til',
    readers: 'Hvem som kan lese om deg nå',
    plan: 'Planen, beslutningene, løftene og pengene',
    happened: 'Det som har skjedd, dag for dag',
  },
  notInIt: 'Det andre voksne har for seg selv, er ikke med.',
  takeTitle: 'Hent fila',
  takeText: 'Fila kan du lese på skjermen, skrive ut eller ta med til en annen tjeneste.',
  careful:
    'I fila står det ting om dere som er private. Lagre den et sted bare du kommer til. Bruker du en maskin andre låner, slett fila etterpå.',
  take: 'Hent alt om meg',
  making: 'Lager fila',
  takesTime: 'Vi samler det som står om deg. Det tar noen sekunder.',
  taken: 'Fila er hentet. Den heter {{fileName}}.',
  wrongTitle: 'Er noe feil?',
  wrongText: 'Skriv en rettelse ved lappen på duken. Den blir stående der, og alle som kan lese lappen, ser den.',
} as const
