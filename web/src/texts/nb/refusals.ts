import type { RefusalReason } from '@velferdslab/core/refusal'

/** What, why, and what to do: one sentence or two for every reason the server may give. A reason without a text fails the type check. */
export const refusals = {
  'not-signed-in': 'Du er logget ut. Logg inn igjen for å fortsette.',
  'not-found': 'Vi finner det ikke. Det kan være flyttet, eller du har ikke tilgang.',
  'not-valid': 'Noe mangler eller er skrevet feil. Ingenting er sendt. Se over svaret og prøv igjen.',
  'too-many-requests': 'Det kom mange trykk på kort tid. Vent et minutt og prøv igjen. Ingenting er borte.',
  'too-large': 'Teksten er for lang. Gjør den kortere og prøv igjen. Den står her ennå.',
  'foreign-origin': 'Svaret kom fra en annen side enn vår, så vi tok det ikke imot. Last siden på nytt og prøv igjen.',
  unavailable: 'Tjenesten svarer ikke akkurat nå. Ingenting er endret. Prøv igjen om litt.',
  'server-fault': 'Noe gikk galt hos oss. Ingenting er endret. Prøv igjen om litt.',
  'consent-needs-person-you-answer-for':
    'Du kan bare si ja for deg selv og for barn du svarer for. Ta bort de andre og prøv igjen.',
  'consent-end-passed': 'Dagen du valgte, er passert. Velg en ny dag.',
  'consent-too-long': 'Et ja kan vare i ett år. Velg en dag som er nærmere.',
  'consent-already-ended': 'Dette er allerede stoppet. Du trenger ikke gjøre noe mer.',
  'consent-person-decides-alone':
    'En av dem du krysset av, bestemmer dette selv. Da kan ingen andre svare. Ta bort krysset og prøv igjen.',
  'note-locked': 'En annen skriver på lappen nå. Vent litt, eller skriv en egen lapp ved siden av.',
  'note-only-author-moves': 'Bare den som skrev lappen, kan flytte den.',
  'note-only-author-erases': 'Bare den som skrev lappen, kan slette den. Du kan skrive din egen rettelse ved siden av.',
  'note-own-about-me': 'En lapp som er bare din, kan bare handle om deg selv.',
  'note-area-not-open': 'Du kan ikke skrive om dette nå. Familien har ikke sagt ja til det.',
  'note-erased': 'Lappen er slettet. Den kan ikke endres mer.',
  'print-letter-missing':
    'En lapp har et tegn vi ikke kan skrive ut. Ingenting er borte. Endre lappen, eller ring kommunen og si hvilket tegn det er.',
  'wellbeing-not-for-children': 'Dette spørsmålet er for voksne. Vil du si noe, kan du skrive på duken.',
  'wellbeing-nothing-said': 'Velg et tall, skriv noen ord, eller velg at du ikke vil svare.',
  'wellbeing-day-to-come': 'Dagen du valgte, har ikke vært ennå. Velg en annen dag.',
  'journey-not-for-children': 'Dette er det de voksne som svarer på. Vil du si noe, kan du skrive på duken.',
  'journey-area-not-open': 'Du kan ikke svare om dette nå. Familien har ikke sagt ja til det.',
  'journey-goal-by-family': 'Målet setter familien selv, på sin egen side. Snakk om det sammen først.',
  'journey-needs-reason': 'Skriv noen ord om hvorfor. Da kan alle forstå svaret senere.',
  'journey-day-to-come': 'Dagen du valgte, har ikke vært ennå. Velg en annen dag.',
  'journey-moved-on': 'En annen svarte mens du så på siden. Nå står det nye svaret her. Se på det, og svar på nytt.',
} as const satisfies Record<RefusalReason, string>
