export const session = {
  endedTitle: 'Du er logget ut',
  endedText: 'Vi lukker siden når den står stille lenge. Logg inn igjen, så kommer du tilbake hit.',
  signInAgain: 'Logg inn igjen',
  toFront: 'Gå til forsiden',
  soonTitle: 'Er du her ennå?',
  soonText: 'Siden lukker seg {{clock}}. Det du har sendt, er lagret.',
  stillHere: 'Ja, jeg er her',
  cannotStay: 'Vi kan ikke holde siden åpen lenger enn til {{clock}}. Logg inn på nytt når du er klar.',
  closeNow: 'Lukk nå',
} as const
