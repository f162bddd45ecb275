import type { PrivacyKind } from '@velferdslab/core/privacy-check'

/** A question about a text that more than its writer will read. */
export const privacy = {
  'identity-number': 'Teksten ser ut til å inneholde et fødselsnummer.',
  telephone: 'Teksten ser ut til å inneholde et telefonnummer.',
  address: 'Teksten ser ut til å inneholde en adresse. Noen kan trenge at den ikke blir kjent.',
  diagnosis: 'Teksten ser ut til å inneholde navnet på en sykdom eller diagnose.',
  drugs: 'Teksten ser ut til å handle om rus eller medisiner.',
  ask: 'Er det meningen at alle ved bordet skal lese det?',
  keep: 'Ja, la det stå',
  change: 'Nei, jeg vil endre',
} as const satisfies Record<PrivacyKind | 'ask' | 'keep' | 'change', string>
