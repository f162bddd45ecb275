/** Everything about me: what one may take out, and how to keep it. */
export const aboutMe = {
  title: 'Alt om meg',
  lead: 'Du kan få det som står om deg i velferdslaben, i én fil. Du trenger ikke å si hvorfor.',
  inIt: 'Dette er med',
  holds: {
    own: 'Lappene som handler om deg, og hvem som skrev dem',
    children: 'Det som står om barn du svarer for',
    yeses: 'Hva du har sagt ja og nei til',
    readers: 'Hvem som kan lese om deg nå',
    plan: 'Planen, beslutningene, løftene og pengene',
    happened: 'Det som har skjedd, dag for dag',
  },
  notInIt:
    'Det andre voksne har bare for seg selv, er ikke med. Loven kan noen ganger si at vi må vente med å fortelle deg noe.',
  takeTitle: 'Hent fila',
  takeText: 'Fila kan du lese på skjermen, skrive ut eller ta med til en annen tjeneste.',
  careful:
    'Det som står i fila, er privat. Lagre den et sted bare du kommer til. Bruker andre samme maskin, slett fila etterpå.',
  take: 'Hent alt om meg',
  making: 'Lager fila',
  takesTime: 'Vi samler det som står om deg. Det tar noen sekunder.',
  taken: 'Fila er hentet. Den heter {{fileName}}.',
  wrongTitle: 'Er noe feil?',
  wrongText: 'Skriv en rettelse ved lappen på duken. Den blir stående der, og alle som kan lese lappen, ser den.',
} as const
