export const overview = {
  reportTitle: 'Rapporten',
  reportLead:
    'Her kommer den menneskelige rapporten: hva velferdslaben betyr for familiene samlet. Den lages av det familiene og teamene selv har skrevet ned, og viser aldri hvem noen er.',
  figuresTitle: 'Regnestykket',
  figuresLead:
    'Her kommer tallene bak investeringene, med kilder og usikkerhet. Andre enn oss skal kunne regne dem ut på nytt.',
  none: 'Vi viser ingen tall før det er nok familier til at ingen kan kjennes igjen.',
  from: 'Hentes fra: {{source}}',
  rulesTitle: 'Dette gjelder alltid',
  rules: [
    'Grupper med færre enn fem familier vises aldri alene, heller ikke som forskjellen mellom to tall.',
    'Du kan ikke klikke deg fram til en familie eller en person.',
    'Øvingsfamilier telles ikke.',
    'Et skritt tilbake er en del av reisen. Det tegnes uten å peke på noen.',
  ],
  report: {
    flow: {
      title: 'Reisen mellom de fire situasjonene',
      text: 'Hvor familiene var da de begynte, og hvor de er nå. Hver familie er en sirkel uten navn.',
      source: 'familienes egne plasseringer på reisen',
    },
    wellbeing: {
      title: 'Slik har de det selv',
      text: 'Hvordan folk svarer på hvordan de har det, før og etter. «Vil ikke svare» er også et svar.',
      source: 'svarene fra 0 til 10',
    },
    invested: {
      title: 'Dette er investert',
      text: 'Kroner og timer for hver som betaler. Frivillige timer står for seg selv.',
      source: 'regnskapet i hver families plan',
    },
    promises: {
      title: 'Holder vi det vi lover?',
      text: 'Hvor mye av det vi har lovet, som ble gjort i tide, og hva som kom for sent.',
      source: 'avtalene i planene',
    },
  },
  figures: {
    prices: {
      title: 'Priser',
      text: 'Prislista med år og kilde. En pris som er brukt, endrer seg ikke selv om lista gjør det.',
      source: 'prislista i kommunen',
    },
    assumptions: {
      title: 'Forutsetninger',
      text: 'Hver forutsetning med kilde og hvor sikker den er. Endre én, og se hva som flytter seg.',
      source: 'gevinstmodellen',
    },
    benefits: {
      title: 'Gevinster, planlagt og hentet ut',
      text: 'For familiene, kommunen og samfunnet. Overføringer telles én gang.',
      source: 'regnskapet og målingene i planene',
    },
    exports: {
      title: 'Uttrekk som kan regnes på nytt',
      text: 'Summene i fila er de samme som på skjermen. Ingen navn.',
      source: 'alt over',
    },
  },
} as const
