import { expect, type Page } from '@playwright/test'
import { referLeila } from '../referral-words.ts'
import type { Place } from './place.ts'

export const referPlaces: readonly Place[] = [
  {
    is: 'sending a family, before it is known whether it has said yes',
    async go({ as, size }) {
      return open(await as('anne', { size }))
    },
  },
  {
    is: 'sending a family, too early',
    async go({ as, size }) {
      const page = await open(await as('anne', { size }))
      await page.getByRole('radio', { name: /^Ja, vi fyller ut sammen/ }).check()
      await page.getByRole('radio', { name: 'Melding' }).check()
      await page.getByLabel('Telefonnummer').fill('400')
      await page.getByRole('button', { name: 'Send påmeldingen' }).click()
      await page.getByText(/^Før du kan sende, mangler/).waitFor()
      return page
    },
  },
  {
    is: 'asking without a name, too early',
    async go({ as, size }) {
      const page = await open(await as('anne', { size }))
      await page.getByRole('radio', { name: /^Nei, ikke ennå/ }).check()
      await page.getByRole('button', { name: 'Send spørsmålet' }).click()
      await page.getByText('Skriv hva du lurer på.').waitFor()
      return page
    },
  },
  {
    is: 'a family sent',
    async go({ as, size }) {
      const page = await as('anne', { size })
      await referLeila(page)
      return page
    },
  },
]

export const doorPlaces: readonly Place[] = [
  {
    is: 'the door, with a family and a question',
    async go({ as, size }) {
      const anne = await as('anne', { size })
      await referLeila(anne)
      await open(anne)
      await anne.getByRole('radio', { name: /^Nei, ikke ennå/ }).check()
      await anne.getByLabel('Hva lurer du på?').fill('Hva gjør vi når far er syk?')
      await anne.getByRole('button', { name: 'Send spørsmålet' }).click()
      await expect(anne.getByText('Spørsmålet er sendt')).toBeVisible()
      const page = await as('berit', { size })
      await page.goto('/lab/door')
      await page.getByRole('heading', { name: 'Leila Haddad', exact: true }).waitFor()
      return page
    },
  },
]

export const agreementPlaces: readonly Place[] = [
  {
    is: 'the agreement, signed',
    async go({ as, size }) {
      const page = await as('amina', { size })
      await page.goto('/my/agreement')
      await page.getByRole('heading', { name: 'Du er med' }).waitFor()
      return page
    },
  },
  {
    is: 'the agreement, to be read by who has only just come in',
    async go({ as, open: openWindow, size }) {
      await referLeila(await as('anne', { size }))
      const page = await openWindow({ size })
      await page.goto('/demo-phone')
      await expect(async () => {
        await page.reload()
        await expect(page.getByRole('link', { name: /\/m\// }).first()).toBeVisible({ timeout: 500 })
      }).toPass()
      await page.getByRole('link', { name: /\/m\// }).first().click()
      await page.getByRole('link', { name: 'Logg inn' }).click()
      await page.getByRole('button', { name: /^Leila Haddad/ }).click()
      await page.goto('/my/agreement')
      await page.getByRole('heading', { name: 'Vil du være med?' }).waitFor()
      return page
    },
  },
]

async function open(page: Page): Promise<Page> {
  await page.goto('/lab/refer')
  await page.getByRole('heading', { name: 'Meld på en familie' }).waitFor()
  return page
}
