import { withoutAnswer, type Place } from './place.ts'

/** Before anybody is signed in, after, and what the demo's provider shows in between. */
export const signInPlaces: readonly Place[] = [
  {
    is: 'the way in',
    async go({ open, size }) {
      const page = await open({ size })
      await page.goto('/')
      await page.getByRole('link', { name: 'Logg inn som innbygger' }).waitFor()
      return page
    },
  },
  {
    is: 'the way in, with a place to come back to',
    async go({ open, size }) {
      const page = await open({ size })
      await page.goto('/lab')
      await page.getByText('Logg inn, så kommer du tilbake dit du var.').waitFor()
      return page
    },
  },
  {
    is: 'the way in, after cancelling',
    async go({ open, size }) {
      const page = await open({ size })
      await page.goto('/sign-in/citizen')
      await page.getByRole('button', { name: 'Avbryt' }).click()
      await page.getByRole('link', { name: 'Logg inn som innbygger' }).waitFor()
      return page
    },
  },
  {
    is: 'the way in, after signing out',
    async go({ as, size }) {
      const page = await as('marius', { size })
      await page.goto('/my')
      await page.getByRole('button', { name: 'Logg ut' }).click()
      await page.getByRole('link', { name: 'Logg inn som innbygger' }).waitFor()
      return page
    },
  },
  {
    is: 'signed in, and with no family yet',
    async go({ as, size }) {
      const page = await as('marek', { size })
      await page.goto('/')
      await page.getByText(/^Du er logget inn\./).waitFor()
      return page
    },
  },
]

const byTheServer = 'the pages that the server draws itself speak bokmål so far'

/** Addresses outside the pages' own list: the provider of the demo, sign-in that did not end where it should, and what is nowhere. */
export const elsewhere: readonly Place[] = [
  {
    is: 'the provider, for citizens, with the levels open',
    onlyNorwegian: byTheServer,
    async go({ open, size }) {
      const page = await open({ size })
      await page.goto('/sign-in/citizen')
      await page.getByText('Prøv et lavere sikkerhetsnivå').click()
      await page.getByRole('radio', { name: 'Betydelig nivå' }).waitFor()
      return page
    },
  },
  {
    is: 'the provider, for staff',
    onlyNorwegian: byTheServer,
    async go({ open, size }) {
      const page = await open({ size })
      await page.goto('/sign-in/staff')
      await page.getByRole('button', { name: 'Solveig Strand' }).waitFor()
      return page
    },
  },
  {
    is: 'the provider, signing out',
    onlyNorwegian: byTheServer,
    async go({ open, size }) {
      const page = await open({ size })
      await withoutAnswer(page, '**/demo-id/continue.js', 'lost')
      await page.goto('/sign-in/citizen')
      await page.getByRole('button', { name: 'Marius Lie' }).click()
      await page.getByRole('heading', { name: 'Hei, Marius' }).waitFor()
      await page.getByRole('button', { name: 'Logg ut' }).click()
      await page.getByRole('heading', { name: 'Du logges ut' }).waitFor()
      return page
    },
  },
  {
    is: 'too low a level',
    onlyNorwegian: byTheServer,
    async go({ open, size }) {
      const page = await open({ size })
      await page.goto('/sign-in/citizen')
      await page.getByText('Prøv et lavere sikkerhetsnivå').click()
      await page.getByRole('radio', { name: 'Betydelig nivå' }).check()
      await page.getByRole('button', { name: 'Marius Lie' }).click()
      await page.getByRole('heading', { name: 'Du må logge inn på en sikrere måte' }).waitFor()
      return page
    },
  },
  {
    is: 'a sign-in that was begun elsewhere',
    onlyNorwegian: byTheServer,
    async go({ open, size }) {
      const page = await open({ size })
      await page.goto('/sign-in/staff/callback?code=x&state=y')
      await page.getByRole('heading', { name: 'Vi må begynne på nytt' }).waitFor()
      return page
    },
  },
  {
    is: 'the provider, asked for what it does not know',
    onlyNorwegian: byTheServer,
    async go({ open, size }) {
      const page = await open({ size })
      await page.goto('/demo-id/citizen/auth?client_id=nobody')
      await page.getByRole('heading', { level: 1 }).waitFor()
      return page
    },
  },
  {
    is: 'not found',
    async go({ open, size }) {
      const page = await open({ size })
      await page.goto('/finnes/ikke')
      await page.getByRole('heading', { name: 'Vi finner ikke siden' }).waitFor()
      return page
    },
  },
]
