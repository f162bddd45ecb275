import type { RefusalReason } from '@velferdslab/core/refusal'

/** What, why, and what to do: one sentence or two for what any door may answer. */
export const refusals = {
  'not-signed-in': 'Du er logget ut. Logg inn igjen for å fortsette.',
  'not-found': 'Vi finner det ikke. Det kan være flyttet, eller du har ikke tilgang.',
  'not-valid': 'Noe mangler eller er skrevet feil. Ingenting er sendt. Se over svaret og prøv igjen.',
  'too-many-requests': 'Det kom mange trykk på kort tid. Vent et minutt og prøv igjen. Ingenting er borte.',
  'too-large': 'Teksten er for lang. Gjør den kortere og prøv igjen. Den står her ennå.',
  'foreign-origin': 'Svaret kom fra en annen side enn vår, så vi tok det ikke imot. Last siden på nytt og prøv igjen.',
  unavailable: 'Tjenesten svarer ikke akkurat nå. Ingenting er endret. Prøv igjen om litt.',
  'server-fault': 'Noe gikk galt hos oss. Ingenting er endret. Prøv igjen om litt.',
} as const satisfies Partial<Record<RefusalReason, string>>
