import type { SpokenLanguage } from '@velferdslab/core/referral'

/**
 * The first message to somebody (docs/domain.md, notice). It never says what it is about, for others may read it on a locked screen: the sender
 * and the number to call are the municipality's general ones.
 */
export function firstMessage(
  language: SpokenLanguage,
  { municipality, address, phone }: { municipality: string; address: string; phone: string },
): string {
  switch (language) {
    case 'en':
      return `Hello. ${municipality} has a message for you. Read it at ${address}. Questions? Call ${phone}.`
    case 'nn':
      return `Hei. ${municipality} har ei melding til deg. Les ho på ${address}. Spørsmål? Ring ${phone}.`
    default:
      // Other languages are owed: until they are here, bokmål.
      return `Hei. ${municipality} har en melding til deg. Les den på ${address}. Spørsmål? Ring ${phone}.`
  }
}

/** Any later message to somebody who has signed in before: where it waits, and nothing of what. */
export function laterMessage(
  language: SpokenLanguage,
  { municipality, address }: { municipality: string; address: string },
): string {
  switch (language) {
    case 'en':
      return `You have a new message from ${municipality}. Sign in at ${address}.`
    case 'nn':
      return `Du har ei ny melding frå ${municipality}. Logg inn på ${address}.`
    default:
      return `Du har en ny melding fra ${municipality}. Logg inn på ${address}.`
  }
}
