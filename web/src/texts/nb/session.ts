export const session = {
  endedTitle: 'Du er logget ut',
  endedText:
    'Det skjer når siden har stått stille lenge, eller når du har logget ut et annet sted. Logg inn igjen, så kommer du tilbake hit.',
  signInAgain: 'Logg inn igjen',
  toFront: 'Gå til forsiden',
  soonTitle: 'Er du her ennå?',
  soonText: 'Siden lukker seg {{clock}}. Det du har sendt, er lagret.',
  stillHere: 'Ja, jeg er her',
  cannotStay: 'Vi kan ikke holde siden åpen lenger enn til {{clock}}. Logg inn på nytt når du er klar.',
  closeNow: 'Lukk nå',
  unsentTitle: 'Noe du har skrevet, er ikke sendt ennå',
  unsentText: 'Det ligger bare på denne enheten. Logger du ut nå, blir det borte.',
  unsentStay: 'Bli her til det er sendt',
  unsentLeave: 'Logg ut likevel',
} as const
