import { randomUUID } from 'node:crypto'
import { signingCheck, type PlanVersion } from '@velferdslab/core/signing'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { openTestServer, type TestServer } from '../../testing/lab-for-tests.ts'
import { inDays, planActs, runPlainSql, type PlanActs } from '../../testing/plan-for-tests.ts'
import { sha256, signingActs, type SigningActs } from '../../testing/signing-for-tests.ts'
import { everyTag, readPdf } from '../print/read-pdf.ts'

vi.setConfig({ testTimeout: 30_000 })

let server: TestServer
let acts: PlanActs
let signs: SigningActs
const key = 'hansen-ali'
beforeAll(async () => {
  server = await openTestServer(inject('superuserUrl'), { withoutPlans: true })
  acts = planActs(server, key)
  signs = signingActs(server, key)
})
afterAll(() => server.close())

const drawing = [
  [
    [10, 100],
    [200, 40],
    [400, 150],
  ],
]
const everybody = [
  'amina',
  'jonas',
  'sara',
  'solveig',
  'tor',
  'kari',
  'torbjorn',
  'marius',
  'magda',
  'siri',
  'hanne',
  'berit',
  'geir',
]

describe('before anything is put up', () => {
  it('there is nothing to sign without a goal, and only who leads or is grown may put the plan up', async () => {
    expect((await signs.read('amina')).hasPlan).toBe(false)
    expect((await signs.putUp('solveig')).json()).toEqual({ refused: 'signing-nothing-to-sign' })
    await acts.aMeasure()
    for (const persona of ['sara', 'tor'])
      expect((await signs.putUp(persona)).json(), persona).toMatchObject({ refused: 'signing-only-leader-or-grown' })
    for (const persona of ['marius', 'siri', 'geir', 'berit'])
      expect((await signs.putUp(persona)).status, persona).toBe(404)
  })
})

describe('a version put up', () => {
  it('is signed by each grown member, the leader, and the service that does something in it', async () => {
    expect((await signs.putUp('solveig', { evaluateOn: inDays(90) })).status).toBe(200)
    const version = await signs.openOf('solveig')
    expect(version.signatures.map(({ name, as, service, signedAt }) => [name, as, service, signedAt])).toEqual([
      ['Amina Ali', 'member', null, null],
      ['Jonas Hansen', 'member', null, null],
      ['Solveig Strand', 'leader', 'Velferdslaben', null],
      ['Tor Myhre', 'party', 'NAV', null],
    ])
    expect(version.lines.map((line) => line.words.kind)).toEqual(expect.arrayContaining(['voice', 'goal', 'measure']))
  })

  it('shows each reader the lines they may see, and nobody else that there is one', async () => {
    const all = await signs.openOf('solveig')
    // The plan is about Jonas alone: Amina reads what is theirs together, and Tor what NAV may read.
    const [amina, tor] = [await signs.openOf('amina'), await signs.openOf('tor')]
    expect(amina.lines.some((line) => line.words.kind === 'measure')).toBe(false)
    expect(tor.lines.some((line) => line.words.kind === 'measure')).toBe(true)
    expect(tor.lines.length).toBeLessThan(all.lines.length)
    for (const persona of ['marius', 'siri', 'geir', 'berit', 'hanne'])
      expect((await server.call(persona, 'GET', signs.path())).status, persona).toBe(404)
  })

  it('gives each signer a tagged paper of those lines, with the hash the page shows', async () => {
    const tor = await signs.openOf('tor')
    const paper = await signs.pdfOf('tor', tor)
    expect(sha256(paper.bytes)).toBe(tor.mine.paperSha256)
    const pdf = await readPdf(paper.bytes)
    expect(pdf).toMatchObject({ tagged: true, uaPart: '1', language: 'nb', title: 'Plan' })
    expect(pdf.metadata).not.toMatch(/hansen|jonas|solveig/i)
    expect(pdf.pages[0]).toMatchObject({ width: 595, height: 842 })
    const text = pdf.pages.map((page) => page.text).join(' ')
    expect(text).toContain('Gjeldsrådgiver går gjennom alle brev')
    expect(text).toContain(tor.contentSha256.slice(0, 32))
    expect(text).not.toContain('Jeg lager mat til mange')
    expect(sha256((await signs.pdfOf('jonas', tor)).bytes)).not.toBe(tor.mine.paperSha256)
    for (const persona of ['kari', 'sara', 'marius', 'siri', 'geir'])
      expect((await signs.pdfOf(persona, tor)).status, persona).toBe(404)
  })

  it('has every item of an individual plan on the paper, and says of the empty ones that they are', async () => {
    const pdf = await readPdf((await signs.pdfOf('jonas', await signs.openOf('jonas'))).bytes)
    expect(everyTag(pdf, 'H2').map((tag) => tag.text)).toEqual([
      'Styrker',
      'Det som er viktig, med egne ord',
      'Det som er vanskelig',
      'Mål på kort sikt, og det vi gjør',
      'Mål på lang sikt, og det vi gjør',
      'Dette er bestemt',
      'Dette venter',
    ])
    const text = pdf.pages.map((page) => page.text).join(' ')
    for (const item of [
      'Hvem planen gjelder',
      'Leder og koordinator',
      'Rundt bordet',
      'Tidsrom',
      'Vi ser på planen sammen igjen',
      'Disse skriver under',
      'Ingenting er skrevet her.',
    ])
      expect(text).toContain(item)
  })

  it('is not signed by a stranger, under other content, on another’s paper, or by one who is not among the signers', async () => {
    const version = await signs.openOf('tor')
    expect((await signs.sign('marius', {}, version)).status).toBe(404)
    expect((await signs.sign('sara', {}, version)).json()).toEqual({ refused: 'signing-not-a-signer' })
    expect((await signs.sign('tor', { contentSha256: 'a'.repeat(64) })).json()).toEqual({
      refused: 'signing-other-content',
    })
    const jonas = await signs.openOf('jonas')
    expect((await signs.sign('tor', { paperSha256: jonas.mine.paperSha256 })).json()).toEqual({
      refused: 'signing-other-content',
    })
    expect((await signs.sign('tor', { drawing: [[[1, 1]]] })).status).toBe(422)
  })
})

describe('around the server, with plain SQL', () => {
  const values = (
    persona: string,
    version: PlanVersion,
    more: { person?: string; content?: string; paper?: string } = {},
  ) =>
    `insert into lab.plan_signature (municipality_id, family_id, version_id, person_id, content_sha256, paper_sha256, how)
     values ('${server.town.municipality}', '${server.family(key)}', '${version.id}', '${server.person(more.person ?? persona)}',
       '${more.content ?? version.contentSha256}', '${more.paper ?? version.mine.paperSha256 ?? ''}', 'button')`

  it('nobody changes or removes anything of a version, a signature or what became of it', async () => {
    for (const persona of everybody) {
      for (const table of [
        'plan_version',
        'plan_line',
        'plan_signer',
        'plan_paper',
        'plan_signature',
        'plan_in_force',
        'plan_void',
        'promise_answer',
      ]) {
        await expect(runPlainSql(server, persona, `delete from lab.${table}`), `${persona} ${table}`).rejects.toThrow(
          'permission denied',
        )
        await expect(
          runPlainSql(server, persona, `update lab.${table} set municipality_id = municipality_id`),
          `${persona} ${table}`,
        ).rejects.toThrow('permission denied')
      }
      for (const text of [
        `insert into lab.plan_in_force (municipality_id, family_id, version_id) select municipality_id, family_id, id from lab.plan_version`,
        `insert into lab.plan_void (municipality_id, family_id, version_id, why) select municipality_id, family_id, id, 'changed' from lab.plan_version`,
        `update lab.promise set awake_at = now()`,
      ])
        await expect(runPlainSql(server, persona, text), `${persona} ${text}`).rejects.toThrow('permission denied')
    }
  })

  it('nobody signs for somebody else', async () => {
    const version = await signs.openOf('jonas')
    for (const persona of everybody.filter((one) => one !== 'jonas'))
      await expect(
        runPlainSql(server, persona, values(persona, version, { person: 'jonas' })),
        persona,
      ).rejects.toThrow(/row-level security|exactly what stands there/)
  })

  it('nobody who is no signer signs, and no signer another content or another paper', async () => {
    const version = await signs.openOf('jonas')
    for (const persona of everybody.filter((one) => !['amina', 'jonas', 'solveig', 'tor'].includes(one)))
      await expect(runPlainSql(server, persona, values(persona, version)), persona).rejects.toThrow(
        /row-level security|exactly what stands there/,
      )
    const other = 'c'.repeat(64)
    for (const wrong of [{ content: other }, { paper: other }])
      await expect(runPlainSql(server, 'jonas', values('jonas', version, wrong))).rejects.toThrow(
        'exactly what stands there',
      )
    expect(await runPlainSql(server, 'jonas', values('jonas', version))).toBe(1)
  })

  it('nobody adds a line, a signer or a paper to a version that is there', async () => {
    const version = await signs.openOf('solveig')
    const { municipality } = server.town
    for (const text of [
      `insert into lab.plan_line (municipality_id, id, family_id, version_id, area, about_id, binding, sealed, sha256)
       select municipality_id, '${randomUUID()}', family_id, version_id, area, about_id, true, '\\x00', repeat('a', 64) from lab.plan_line limit 1`,
      `insert into lab.plan_signer (municipality_id, family_id, version_id, person_id, signs_as)
       values ('${municipality}', '${server.family(key)}', '${version.id}', '${server.person('amina')}', 'member')`,
    ])
      for (const persona of ['solveig', 'jonas'])
        await expect(runPlainSql(server, persona, text), persona).rejects.toThrow('nothing is added to a version')
  })

  it('a version with a line too many or too few takes no signature, whoever changed it', async () => {
    const version = await signs.openOf('jonas')
    const client = await server.owner.connect()
    try {
      await client.query('begin')
      await client.query(
        `update lab.plan_line set sha256 = repeat('d', 64) where version_id = $1 and id = (select min(id::text)::uuid from lab.plan_line where version_id = $1 and binding)`,
        [version.id],
      )
      await expect(client.query(values('jonas', version))).rejects.toThrow('exactly what stands there')
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})

describe('before all have signed', () => {
  it('a change in the plan makes it void, the page says so, and nobody can sign it any more', async () => {
    expect((await signs.sign('tor')).json()).toEqual({ done: true, inForce: false })
    const before = await signs.openOf('jonas')
    await acts.aMeasure()
    const seen = await signs.read('jonas')
    expect(seen.open).toBeNull()
    expect(seen.voided).toMatchObject({ number: 1, why: 'changed' })
    expect((await signs.sign('jonas', {}, before)).json()).toEqual({ refused: 'signing-no-longer-open' })
  })

  it('a change where the one who put it up cannot read leaves it as it was', async () => {
    await signs.putUp('jonas')
    const version = await signs.openOf('jonas')
    expect(
      (
        await server.call('amina', 'POST', `/api/families/${server.family(key)}/notes`, {
          commandId: randomUUID(),
          noteId: '6a1f7f1e-6c1b-4f7e-9a53-2f2a1a6f0c11',
          cell: 'now',
          area: 'physical_health',
          about: { persons: [server.person('amina')] },
          words: { text: 'Få sove' },
        })
      ).status,
    ).toBe(200)
    await acts.post('amina', '/goals', {
      goalId: randomUUID(),
      noteId: '6a1f7f1e-6c1b-4f7e-9a53-2f2a1a6f0c11',
      term: 'short',
      area: 'physical_health',
      about: { persons: [server.person('amina')] },
      words: { text: 'Sove om natta' },
    })
    expect((await signs.openOf('jonas')).id).toBe(version.id)
  })

  it('one who lost sight of a line can neither fetch the paper nor sign it', async () => {
    await signs.putUp('solveig')
    const version = await signs.openOf('tor')
    const nav = server.party('nav')
    const stopped = await server.call('jonas', 'POST', `/api/families/${server.family(key)}/parties/${nav}/stop`, {
      commandId: randomUUID(),
    })
    expect(stopped.status).toBe(200)
    expect((await signs.pdfOf('tor', version)).status).toBe(404)
    expect((await signs.sign('tor', {}, version)).status).toBe(404)
    await server.owner.query(
      `update lab.consent set ended_at = null, ended_how = null where party_id = $1 and family_id = $2`,
      [nav, server.family(key)],
    )
  })
})

describe('when all have signed', () => {
  it('it is in force, one of them drawn; nobody signs twice, and its bytes still match', async () => {
    await signs.putUp('solveig')
    expect((await signs.sign('jonas', { drawing })).json()).toEqual({ done: true, inForce: false })
    expect((await signs.sign('jonas')).json()).toEqual({ refused: 'signing-already-signed' })
    expect((await signs.sign('amina')).json()).toEqual({ done: true, inForce: false })
    expect((await signs.sign('solveig')).json()).toEqual({ done: true, inForce: false })
    expect((await signs.sign('tor')).json()).toEqual({ done: true, inForce: true })
    const seen = await signs.read('jonas')
    expect(seen.inForce).toMatchObject({ number: 1 })
    expect(seen.inForce?.signatures.find((one) => one.isMe)?.drawing).toEqual(drawing)
    expect(seen.differs).toEqual([])
    const check = await server.call('tor', 'GET', signs.path(`/${seen.inForce?.id ?? ''}/check`))
    expect(signingCheck.parse(check.json())).toEqual({ content: true, paper: true })
  })

  it('one changed byte is seen as broken: in the paper, in a line, and in a hash', async () => {
    const { inForce } = await signs.read('tor')
    const id = inForce?.id ?? ''
    const checked = async () => (await server.call('tor', 'GET', signs.path(`/${id}/check`))).json()
    const tor = server.person('tor')
    const flip = `set sealed = set_byte(sealed, length(sealed) - 5, get_byte(sealed, length(sealed) - 5) # 1)`
    await server.owner.query(`update lab.plan_paper ${flip} where version_id = $1 and person_id = $2`, [id, tor])
    expect(await checked()).toEqual({ content: true, paper: false })
    await server.owner.query(`update lab.plan_paper ${flip} where version_id = $1 and person_id = $2`, [id, tor])
    const line = inForce?.lines[0]?.id ?? ''
    await server.owner.query(`update lab.plan_line ${flip} where id = $1`, [line])
    expect(await checked()).toEqual({ content: false, paper: true })
    await server.owner.query(`update lab.plan_line ${flip} where id = $1`, [line])
    const { rows } = await server.owner.query<{ sha256: string }>(`select sha256 from lab.plan_line where id = $1`, [
      line,
    ])
    await server.owner.query(`update lab.plan_line set sha256 = repeat('e', 64) where id = $1`, [line])
    expect(await checked()).toEqual({ content: false, paper: true })
    await server.owner.query(`update lab.plan_line set sha256 = $2 where id = $1`, [line, rows[0]?.sha256])
    expect(await checked()).toEqual({ content: true, paper: true })
  })

  it('a later change is told in words, and a later version is a second one that needs new signatures', async () => {
    await acts.aMeasure()
    const seen = await signs.read('jonas')
    expect(seen.differs.map(({ what, line }) => [what, line.kind])).toEqual([
      ['added', 'goal'],
      ['added', 'measure'],
    ])
    await signs.putUp('jonas')
    const open = await signs.openOf('jonas')
    expect(open).toMatchObject({ number: 2, mine: { hasSigned: false } })
    expect(open.since).not.toEqual([])
    expect((await signs.read('jonas')).inForce).toMatchObject({ number: 1 })
  })
})
