import type { PrivacyKind } from '@velferdslab/core/privacy-check'

/** A question about a text that more than its writer will read. */
export const privacy = {
  'identity-number': 'Det ser ut til å stå et fødselsnummer i teksten.',
  telephone: 'Det ser ut til å stå et telefonnummer i teksten.',
  address: 'Det ser ut til å stå en adresse i teksten. Noen kan trenge at den ikke blir kjent.',
  diagnosis: 'Det ser ut til å stå navnet på en sykdom eller diagnose i teksten.',
  drugs: 'Teksten ser ut til å handle om rus eller medisiner.',
  ask: 'Er det meningen at andre skal lese det?',
  keep: 'Ja, la det stå',
  change: 'Nei, jeg vil endre',
} as const satisfies Record<PrivacyKind | 'ask' | 'keep' | 'change', string>
