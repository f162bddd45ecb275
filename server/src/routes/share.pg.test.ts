import { takenOut } from '@velferdslab/core/commands/my-data'
import { dayInOslo } from '@velferdslab/core/dates'
import { looked } from '@velferdslab/core/looked'
import { myData } from '@velferdslab/core/my-data'
import { isCovered } from '@velferdslab/core/share-rules'
import { sharing, type StandingGround } from '@velferdslab/core/share'
import { strFromU8 } from 'fflate'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { sql } from '../../../db/testing/fjordvik-for-tests.ts'
import { laidToShare, necessity } from '../../testing/laid-to-share.ts'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { unpack } from '../../testing/unpack.ts'
import { readPdf } from '../print/read-pdf.ts'

let server: TestServer
let laid: Awaited<ReturnType<typeof laidToShare>>
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
  laid = await laidToShare(server)
})
afterAll(() => server.close())

const today = dayInOslo(new Date())
const home = (path = '') => laid.home(path)
const post = (persona: string, path: string, body: object) => laid.post(persona, path, body)
const on = (party: string) => laid.on(party)
const theNotes = (...which: number[]) => laid.theNotes(...which)
const share = (persona: string, more: object = {}) => laid.share(persona, more)
const keptBy = (persona: string) => laid.keptBy(persona)
const statusOf = (persona: string, path: string) => laid.statusOf(persona, path)

describe('to hand something over', () => {
  it('is for somebody of a service at the table: the family, a trusted person, the core team and a stranger find nothing there', async () => {
    for (const persona of ['amina', 'jonas', 'sara', 'torbjorn', 'berit', 'geir', 'siri', 'magda']) {
      expect(await statusOf(persona, '/sharing'), persona).toBe(404)
      expect(await share(persona), persona).toEqual({ refused: 'not-found' })
    }
  })

  it('shows what can go where on which yes, and nothing of a yes beyond what the own service knows', async () => {
    const kari = sharing.parse((await server.call('kari', 'GET', home('/sharing'))).json())
    expect(kari.mine.map(({ name }) => name)).toEqual(['Skolen'])
    const toClinic = kari.grounds.filter(({ to }) => to === server.party('health-clinic'))
    expect(toClinic).toMatchObject([
      { ground: on('health-clinic'), covers: [{ personId: server.person('amina'), area: 'school' }] },
    ])
    // Nav may know of work and economy; the school may not, and learns of no such yes.
    expect(kari.grounds.some(({ to }) => to === server.party('nav'))).toBe(false)
    const fits = (id: string | undefined) =>
      kari.things.filter((each) => each.id === id).some((each) => isCovered(each, toClinic[0] as StandingGround))
    expect(laid.notes.map(fits)).toEqual([true, true, false, false])
    // To the lab, which all have said yes to, it can go: nothing hinders them but that nobody asked.
    expect(kari.things.filter(({ id }) => laid.notes.includes(id)).map(({ notShared }) => notShared)).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect(kari.things.filter(({ area }) => area === 'common').every(({ notShared }) => notShared === 'common')).toBe(
      true,
    )
    const bare = JSON.stringify(kari.things)
    expect(bare).not.toContain('Jeg sover lite')
  })

  it('is refused from elsewhere, on another’s yes, on one for another area, for what is not in sight, and without saying why', async () => {
    expect(await share('kari', { from: server.party('nav') })).toEqual({ refused: 'share-from-elsewhere' })
    expect(await share('kari', { ground: on('nav') })).toMatchObject({ refused: 'share-ground-over' })
    expect(await share('kari', { ground: on('jonas') })).toMatchObject({ refused: 'share-ground-over' })
    expect(await share('kari', { to: server.party('nav') })).toMatchObject({ refused: 'share-ground-over' })
    expect(await share('kari', { things: theNotes(0, 3) })).toEqual({
      refused: 'share-not-covered',
      values: { service: 'helsestasjonen' },
    })
    expect(await share('kari', { things: theNotes(2) })).toMatchObject({ refused: 'share-not-covered' })
    expect(await share('kari', { things: [{ kind: 'note', id: randomUUID() }] })).toEqual({
      refused: 'share-item-unknown',
    })
    const own = await laid.write('amina', 'Dette er mitt alene.', ['amina'], 'school', { privacy: 'own' })
    expect(await share('kari', { things: [{ kind: 'note', id: own }] })).toEqual({ refused: 'share-item-unknown' })
    expect(await share('kari', { necessity: 'Kort.' })).toMatchObject({ refused: 'not-valid' })
    expect(await share('kari', { things: [] })).toMatchObject({ refused: 'not-valid' })
  })
})

describe('past the rules, by plain SQL', () => {
  const byHand = (
    persona: string,
    how: {
      item?: string | undefined
      consent?: string | undefined
      act?: string
      from?: string
      to?: string
      whole?: false
    } = {},
  ) =>
    server.as(
      persona,
      async (tx) => {
        const id = randomUUID()
        await sql`insert into lab.share (municipality_id, id, family_id, actor_id, from_party, to_party, consent_id, act_id)
          values (lab.current_municipality(), ${id}, ${server.family('hansen-ali')}, lab.current_person(), ${how.from ?? server.party('school')},
            ${how.to ?? server.party('health-clinic')}, ${how.act ? null : (how.consent ?? laid.yeses.get('health-clinic'))}, ${how.act ?? null})`.execute(
          tx,
        )
        await sql`insert into lab.share_item (municipality_id, id, share_id, family_id, kind, item_id, sealed)
          values (lab.current_municipality(), gen_random_uuid(), ${id}, ${server.family('hansen-ali')}, 'note', ${how.item ?? laid.notes[0]}, '\\x00')`.execute(
          tx,
        )
        if (how.whole !== false)
          await sql`insert into lab.share_reason (municipality_id, share_id, family_id, sealed)
            values (lab.current_municipality(), ${id}, ${server.family('hansen-ali')}, '\\x00')`.execute(tx)
        await sql`set constraints all immediate`.execute(tx)
      },
      'hansen-ali',
    )

  it('nobody hands over what their yes does not reach: not another’s, another area’s, another person’s, to another service, or from another', async () => {
    await expect(byHand('kari')).resolves.toBeUndefined()
    const refused = /row-level security|not to be handed over/
    for (const persona of ['amina', 'jonas', 'mona', 'tor', 'torbjorn', 'siri', 'berit'])
      await expect(byHand(persona), persona).rejects.toThrow(refused)
    for (const how of [
      { consent: laid.yeses.get('jonas') },
      { consent: laid.yeses.get('school') },
      { consent: laid.yeses.get('nav') },
      { item: laid.notes[2] },
      { item: laid.notes[3] },
      { item: randomUUID() },
      { to: server.party('nav') },
      { from: server.party('nav') },
      { act: randomUUID() },
    ])
      await expect(byHand('kari', how), JSON.stringify(how)).rejects.toThrow(refused)
  })

  it('nothing is handed over without why, and nobody changes or takes away what was', async () => {
    await expect(byHand('kari', { whole: false })).rejects.toThrow('a share is of something, and says why')
    for (const persona of ['kari', 'mona', 'amina', 'solveig'])
      for (const table of ['share', 'share_item', 'share_reason'])
        for (const statement of [
          sql`delete from lab.${sql.table(table)}`,
          sql`update lab.${sql.table(table)} set family_id = family_id`,
        ])
          await expect(
            server.as(persona, (tx) => statement.execute(tx), 'hansen-ali'),
            `${persona} ${table}`,
          ).rejects.toThrow('permission denied')
  })
})

describe('what was handed over', () => {
  const shareId = randomUUID()
  it('is read by who gave it, who received it, and whom it is about: with its words as they were, and why by the two alone', async () => {
    expect(await share('kari', { shareId })).toEqual({ done: true, shareId })
    expect(
      await post('amina', home(`/notes/${laid.notes[0]}/change`), {
        baseVersion: 1,
        words: { text: 'Jeg kommer til noen møter.' },
        bright: false,
        due: null,
        sector: null,
        ring: null,
      }),
    ).toMatchObject({ done: true })
    for (const [persona, seenAs] of [
      ['kari', 'giver'],
      ['mona', 'receiver'],
      ['amina', 'family'],
    ] as const) {
      const [kept] = await keptBy(persona)
      expect(kept, persona).toMatchObject({
        id: shareId,
        seenAs,
        by: 'Kari',
        from: { name: 'Skolen' },
        to: { name: 'Helsestasjonen' },
        necessity: persona === 'amina' ? null : necessity,
      })
      expect(kept?.things.map(({ words }) => words.text).toSorted()).toEqual([
        'Jeg kommer til alle møtene på skolen.',
        'Jeg vil lese bedre norsk.',
      ])
    }
    expect((await keptBy('amina'))[0]?.ground).toMatchObject({ by: 'consent', isMine: true, overOn: null })
    expect((await server.call('amina', 'GET', home('/shares'))).text).not.toContain(necessity.slice(0, 14))
  })

  it('is told among what has happened, and taken along in everything about me, to whom it is about alone', async () => {
    const happened = async (persona: string) =>
      looked
        .parse((await server.call(persona, 'GET', home('/looked'))).json())
        .happened.filter(({ kind }) => kind === 'share.made')
    expect(await happened('amina')).toEqual([
      { kind: 'share.made', by: 'Kari', byMe: false, area: 'school', service: 'helsestasjonen', on: today },
    ])
    expect(await happened('jonas')).toEqual([])
    const taken = async (persona: string) => {
      const answer = await server.call(persona, 'POST', '/api/my-data', { commandId: randomUUID(), language: 'nb' })
      const files = unpack(takenOut.parse(answer.json()).file)
      const data = myData.parse(JSON.parse(strFromU8(files['my-data.json'] as Uint8Array)))
      return data.families.flatMap((family) => family.shares)
    }
    expect(await taken('amina')).toMatchObject([{ id: shareId, to: { name: 'Helsestasjonen' } }])
    expect(await taken('jonas')).toEqual([])
  })

  it('is nothing to a grown person whose life it is not, a child, another seat, the leader, or anybody outside', async () => {
    for (const persona of ['jonas', 'sara', 'solveig']) expect(await keptBy(persona), persona).toEqual([])
    for (const persona of ['siri', 'berit', 'geir', 'magda'])
      expect(await statusOf(persona, '/shares'), persona).toBe(404)
    for (const persona of ['jonas', 'sara', 'solveig', 'tor', 'torbjorn', 'siri', 'berit'])
      for (const table of ['share', 'share_item', 'share_reason', 'event'])
        expect(
          (
            await server.as(
              persona,
              (tx) =>
                sql`select 1 from lab.${sql.table(table)} where ${sql.ref(table === 'share' ? 'id' : table === 'event' ? 'subject_id' : 'share_id')} = ${shareId}`.execute(
                  tx,
                ),
              'hansen-ali',
            )
          ).rows,
          `${persona} ${table}`,
        ).toEqual([])
  })

  it('is done once, however often it is sent', async () => {
    const again = { commandId: randomUUID(), ...laid.aShare() }
    const first = (await server.call('kari', 'POST', home('/shares'), again)).json()
    expect((await server.call('kari', 'POST', home('/shares'), again)).json()).toEqual(first)
    expect((await keptBy('kari')).length).toBe(2)
  })

  it('goes from who received it when the yes is stopped, as if it never was; it stays with who gave it and whom it is about', async () => {
    const unknown = (await server.call('mona', 'GET', `/api/families/${randomUUID()}/shares`)).text
    expect(await post('amina', home(`/parties/${server.party('health-clinic')}/stop`), {})).toMatchObject({
      done: true,
    })
    // Nobody there has said another yes that Mona could read by: the family itself is as unknown.
    const gone = await server.call('mona', 'GET', home('/shares'))
    expect([gone.status, gone.text]).toEqual([404, unknown])
    expect((await keptBy('kari')).length).toBe(2)
    const mine = await keptBy('amina')
    expect(mine.length).toBe(2)
    expect(mine[0]?.ground).toMatchObject({ overOn: today })
    expect(await share('kari')).toMatchObject({ refused: 'share-ground-over' })
  })
})

describe('on paper', () => {
  it('it stands with its words as they were and why; for who does not see the share there is no paper', async () => {
    const [kept] = await keptBy('kari')
    const paper = home(`/shares/${kept?.id}/share.pdf`)
    const token = await server.session('kari')
    const pdf = await fetch(server.url + paper, { headers: { cookie: `lab=${token.token}` } })
    expect(pdf.headers.get('content-type')).toContain('application/pdf')
    const text = (await readPdf(Buffer.from(await pdf.arrayBuffer()))).pages
      .map((page) => page.text)
      .join(' ')
      .replaceAll(/\s+/g, ' ')
    expect(text).toContain('Jeg kommer til')
    expect(text).toContain('Hvorfor det var nødvendig')
    for (const persona of ['jonas', 'mona', 'solveig', 'siri'])
      expect((await server.call(persona, 'GET', paper)).status, persona).toBe(404)
  })
})

describe('to the own journal', () => {
  it('is the same act to the own service: what it was said yes to, and its own work', async () => {
    const kari = { from: server.party('school'), to: server.party('school'), ground: on('school'), things: theNotes(1) }
    expect(await share('kari', kari)).toMatchObject({ done: true })
    expect((await keptBy('amina'))[0]).toMatchObject({ from: { name: 'Skolen' }, to: { name: 'Skolen' } })
  })
})
