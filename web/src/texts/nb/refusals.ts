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
  'agreement-too-young': 'Du må være 16 år for å skrive under selv. De som har foreldreansvar, skriver under for seg.',
  'agreement-already-signed': 'Du har allerede skrevet under. Du trenger ikke gjøre noe mer.',
  'agreement-text-changed': 'Teksten er endret siden du åpnet siden. Les den nye og svar på nytt.',
  'referral-yes-not-yet': 'Dagen for ja er ikke kommet ennå. Skriv dagen det ble sagt.',
  'referral-born-unlikely': 'Den fødselsdagen kan ikke stemme. Den som sier ja, må være minst 16 år.',
  'question-already-answered': 'Noen andre har svart på dette. Last siden på nytt for å lese svaret.',
  'goal-note-not-yours':
    'Lappen er skrevet av en annen. Målet må handle om de samme og om det samme. Vil du noe annet, skriv en egen lapp først.',
  'plan-area-not-open': 'Du kan ikke skrive i planen om dette nå. Familien har ikke sagt ja til det.',
  'measure-already-stopped': 'Dette er allerede stoppet.',
  'measure-doer-unknown': 'Vi vet ikke hvem som skal gjøre eller betale dette. Velg en ved bordet, eller skriv navnet.',
  'measure-months-backwards': 'Siste måned er før den første. Se over datoene og prøv igjen.',
  'measure-too-long': 'Noe som skjer hver måned, kan planlegges for fem år. Velg en dag som er nærmere.',
  'decision-version-changed': 'Dette er en eldre utgave. Innholdet ble endret {{day}}. Les det nye og svar på nytt.',
  'decision-already-decided': 'Dette er allerede bestemt. Vil dere noe annet, må det bli en ny beslutning.',
  'decision-not-yours-to-answer': 'Du kan bare svare for deg selv og for barn du svarer for.',
  'decision-day-passed': 'Dagen du valgte, er passert. Velg en ny dag.',
  'decision-only-leader-records': 'Sier noen ja høyt, er det lederen som skriver det ned.',
  'decision-ground-missing': 'Et enkeltvedtak må si hvilken lov det bygger på. Skriv lov og paragraf.',
  'decision-no-child-to-hear': 'Denne personen svarer selv.',
  'decision-nothing-to-confirm':
    'Her er det ikke noe du kan bekrefte. Den som sa det, og den som skrev det, kan ikke bekrefte det selv.',
  'decision-said-no': 'Ikke bestemt, det er sagt nei.',
  'decision-thinking':
    '{{name}} har tenketid til {{day}}. Ingenting skjer før {{name}} har svart, heller ikke etter datoen.',
  'decision-waiting': 'Dette kan ikke settes i gang ennå. Vi mangler svar fra {{name}}. Stillhet er ikke ja.',
  'decision-needs-witness':
    'Noen har skrevet ned et ja for {{name}}. Det gjelder når en til som hørte det, har bekreftet det.',
  'decision-needs-all-holders': 'Dette gjelder ikke for {{name}} ennå. Begge som har foreldreansvar, må si ja.',
  'decision-child-view-missing':
    'Det står ikke hva {{name}} mener. Spør {{name}}, eller skriv at {{name}} ikke ville si noe.',
  'decision-nobody-decides': 'Vi vet ikke hvem som kan svare for {{name}}. Lederen må finne ut av det først.',
  'decision-no-mandate': 'Du har ikke fullmakt til å bestemme dette.',
  'decision-above-mandate':
    'Dette kan ikke bestemmes her nå. Det er {{amount}} kroner over fullmakten til {{name}}. Spør {{right}}.',
  'decision-awaits-mandate':
    'Dette kan ikke bestemmes her nå. Det er {{amount}} kroner over fullmakten til {{name}}. {{right}} svarer senest {{day}}.',
  'decision-over-frame':
    'Dette kan ikke bestemmes nå. Det er {{amount}} kroner over det tjenesten har satt av til dere.',
  'decision-not-to-be-asked': 'Denne personen kan ikke spørres om dette nå.',
  'entry-already-reversed': 'Denne posten er allerede rettet.',
  'entry-price-unknown': 'Vi har ingen timepris for en av dem den dagen. Velg en pris fra lista.',
  'entry-not-yours-to-book': 'Bare den som betaler, og lederen, kan føre dette.',
  'entry-without-payer': 'Ingen har sagt at de betaler for dette. Skriv først hvem som betaler.',
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
