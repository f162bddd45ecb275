import 'i18next'
import type { nb, nbLater } from './nb/index.ts'

type Later = { readonly [Subject in keyof typeof nbLater]: Awaited<ReturnType<(typeof nbLater)[Subject]>> }

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'everywhere'
    // A key that is missing, or a hole that is not filled, fails the type check.
    resources: Omit<typeof nb, 'refusals'> & Later & { refusals: (typeof nb)['refusals'] & Later['commandRefusals'] }
    returnNull: false
  }
}
