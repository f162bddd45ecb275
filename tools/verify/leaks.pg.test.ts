import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPlace } from '@velferdslab/db/embedded/place'
import { expect, test } from 'vitest'
import { openOwnLab } from '../../bench/own-lab.ts'
import { signInVisitor } from '../../bench/visitor.ts'
import { apiRoutes } from '../../server/src/routes/all.ts'
import { knownOfSeed, lookThrough } from './leaks.ts'

test('what a lab leaves holds no identity number, and its log and addresses no name; a leak of each kind is found', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'velferdslab-log-'))
  const log = join(folder, 'log')
  writeFileSync(log, '')
  const lab = await openOwnLab({ source: true, log })
  try {
    await lab.start()
    const urls: string[] = []
    for (const [persona, door] of [
      ['amina', 'citizen'],
      ['solveig', 'staff'],
      ['berit', 'staff'],
    ] as const) {
      const visitor = await signInVisitor(lab.url, persona, door)
      // What is there, what is not theirs, and what never was: refusals are logged too.
      for (const { path } of apiRoutes.filter(({ method, path: each }) => method === 'GET' && !each.includes(':'))) {
        urls.push(`${lab.url}${path}`)
        await visitor.fetch(path)
      }
      await visitor.fetch('/api/families/00000000-0000-4000-8000-000000000000/cloth')
      visitor.leave()
    }
    const place = findPlace(lab.postgresFolder).folder
    const password = readFileSync(join(place, 'superuser-password'), 'utf8')
    const superuserUrl = `postgresql://postgres:${password}@127.0.0.1:${readFileSync(join(place, 'port'), 'utf8').trim()}/velferdslab`
    const known = knownOfSeed(new Date())
    const look = (more: readonly string[] = []) =>
      lookThrough(
        {
          name: 'lab',
          logs: readFileSync(log, 'utf8').split('\n').filter(Boolean),
          urls: [...urls, ...more],
          folder: lab.dataFolder,
          superuserUrl,
        },
        known,
      )
    const clean = await look()
    expect(clean.faults).toEqual([])
    expect(clean.lines).toBeGreaterThan(50)
    expect(clean.rows).toBeGreaterThan(1000)
    expect(clean.files).toBeGreaterThan(500)

    const number = known.numbers[3] ?? ''
    const spaced = `${number.slice(0, 6)} ${number.slice(6)}`
    appendFileSync(log, '{"msg":"Magda Kowalska was not found"}\n')
    writeFileSync(join(lab.dataFolder, 'keys', 'export.csv'), `navn;nummer\nx;${spaced}\n`)
    const superuser = lab.openAsSuperuser()
    await superuser.query(`update lab.person set called_name = $1 where name = 'Tor Myhre'`, [spaced])
    await superuser.end()
    const found = (await look([`/api/people?q=${number}`, '/sign-in?login_hint=tor%40fjordvik.example'])).faults.join(
      '\n',
    )
    for (const leak of [
      /a name in line \d+ of the log/,
      /an identity number in an address/,
      /an e-mail address or telephone number in an address/,
      /an identity number in .*export\.csv/,
      /an identity number in lab\.person, dumped/,
    ])
      expect(found).toMatch(leak)
  } finally {
    await lab.end()
    rmSync(folder, { recursive: true, force: true })
  }
}, 240_000)
