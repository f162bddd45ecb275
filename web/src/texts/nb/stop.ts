/** Stopping what is shared: in sight on a family's home and in the picture. */
export const stop = {
  service: 'Stopp {{service}}',
  serviceAsk: 'Stoppe {{service}}?',
  all: 'Stopp all deling',
  allTitle: 'Stopp alt',
  allHow: 'Ett trykk stopper det du deler med alle tjenestene. Du trenger ikke si hvorfor.',
  allAsk: 'Stoppe all deling?',
  allText:
    'Da kan ingen tjenester lese om {{persons}}. De ser bare egne vedtak, brev, løfter og utgifter. Hjelpen du har fra før, mister du ikke.',
  allLeader: '{{name}} leder arbeidet og kan fortsatt lese duken, men ikke det du har bare for deg selv.',
  allPause: 'Velferdslaben tar en pause.',
  nothing: 'Nå deler du ingenting.',
  notNow: 'Ikke nå',
  stopping: 'Stopper.',
  doneAll: 'All deling er stoppet.',
  doneService: 'Delingen med {{service}} er stoppet.',
  failed: 'Vi fikk ikke stoppet alt. Dette deles ennå: {{services}}. Prøv igjen.',
  consequence:
    'Stopper du nå, kan {{service}} ikke lese dette lenger. {{Service}} ser bare egne vedtak, brev, løfter og utgifter. Det som er skrevet i egen journal, blir der.',
} as const
