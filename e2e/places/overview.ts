import type { Place } from './place.ts'

/** Both come home to their own page: there is no family for them to open. */
export const reportPlaces: readonly Place[] = [
  {
    is: 'the report to come, for management',
    async go({ as, size }) {
      const page = await as('geir', { size })
      await page.goto('/lab')
      await page.getByRole('heading', { name: 'Rapporten', exact: true }).waitFor()
      return page
    },
  },
]

export const figuresPlaces: readonly Place[] = [
  {
    is: 'the figures to come, for the economist',
    async go({ as, size }) {
      const page = await as('eivind', { size })
      await page.goto('/lab')
      await page.getByRole('heading', { name: 'Regnestykket', exact: true }).waitFor()
      return page
    },
  },
]
