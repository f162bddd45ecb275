import type { RecordSoleConsent } from '@velferdslab/core/commands/sole-consent'
import { addDays, dayInOslo, type CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, MunicipalityId, PersonId, SoleConsentId } from '@velferdslab/core/ids'
import type { SoleConsent, SoleConsents, SoleElsewhere } from '@velferdslab/core/sole-consent'
import { sql } from 'kysely'
import type { Tx } from './connect.ts'
import { findFamily } from './family.ts'
import type { FamilyKey } from './family-key.ts'
import type { KeyRing } from './key-ring.ts'
import { findMembers } from './people.ts'
import { openWords, sealWords, type Place } from './sealed.ts'

const placeOf = (key: FamilyKey, row: string): Place => ({
  municipality: key.municipality,
  family: key.family,
  table: 'sole_consent',
  column: 'sealed',
  row,
})

interface Without {
  without_nb: string | null
  without_nn: string | null
  without_en: string | null
}
interface Titles {
  title_nb: string
  title_nn: string
  title_en: string
  statute: string
  paragraph: string
  source: string
}
/** The ground in the words of who reads it: the one who is not waited for is spoken to. */
const groundSaid = (row: Titles & Without & { mine: boolean }) => {
  const said = groundOf(row)
  if (!row.mine) return said
  const { title } = said
  return {
    ...said,
    title: { nb: row.without_nb ?? title.nb, nn: row.without_nn ?? title.nn, en: row.without_en ?? title.en },
  }
}

const groundOf = (row: Titles) => ({
  title: { nb: row.title_nb, nn: row.title_nn, en: row.title_en },
  statute: row.statute,
  paragraph: row.paragraph,
  source: row.source,
})

/** When one of two is enough, as the signed-in person may see it; undefined for who is neither of the family nor leads it. */
export async function findSoleConsents(tx: Tx, key: FamilyKey): Promise<SoleConsents | undefined> {
  const { family } = key
  const [home, members, answers, grounds, recorded] = await Promise.all([
    findFamily(tx, family),
    findMembers(tx, family),
    sql<{ person_id: PersonId; holder_id: PersonId; holder: string; mine: boolean }>`
      select r.person_id, r.holder_id, r.holder, r.holder_id = lab.current_person() as mine
      from lab.my_responsibilities(${family}) r where r.kind = 'parental'`.execute(tx),
    sql<Titles & { code: string; valid_from: CalendarDay; longest_days: number }>`
      select distinct on (g.code) g.code, g.valid_from, g.longest_days, g.title_nb, g.title_nn, g.title_en, g.statute, g.paragraph, g.source
      from lab.sole_consent_ground g where g.valid_from <= lab.today() and (g.valid_to is null or g.valid_to > lab.today())
      order by g.code, g.valid_from desc`.execute(tx),
    findRecorded(tx, key),
  ])
  if (!home?.ways.some((way) => way === 'member' || way === 'guardian' || way === 'leader')) return undefined
  const children = members.flatMap((member) => {
    const parents = answers.rows.filter((each) => each.person_id === member.id)
    if (parents.length < 2 || parents.some(({ mine }) => mine)) return []
    return [
      {
        id: member.id as PersonId,
        calledName: member.called_name,
        parents: parents.map(({ holder_id: id, holder: calledName }) => ({ id, calledName })),
      },
    ]
  })
  return {
    today: home.today,
    form: home.ways.includes('leader')
      ? {
          children,
          grounds: grounds.rows.map((row) => ({
            code: row.code,
            validFrom: row.valid_from,
            longestDays: row.longest_days,
            ...groundOf(row),
          })),
        }
      : null,
    recorded,
  }
}

type RecordedRow = Titles &
  Without & {
    id: SoleConsentId
    person_id: PersonId
    person: string
    without_id: PersonId
    without: string
    mine: boolean
    document_on: CalendarDay
    valid_from: Date
    valid_to: Date
    ended_at: Date | null
    counts: boolean
    recorder: string
    sealed: Buffer
  }

async function findRecorded(tx: Tx, key: FamilyKey): Promise<SoleConsent[]> {
  const { rows } = await sql<RecordedRow>`
    select s.id, s.person_id, p.called_name as person, s.without_id, w.called_name as without, s.without_id = lab.current_person() as mine,
      s.document_on, s.valid_from, s.valid_to, s.ended_at, s.ended_at is null and s.valid_to > now() as counts, r.called_name as recorder, s.sealed,
      g.title_nb, g.title_nn, g.title_en, g.without_nb, g.without_nn, g.without_en, g.statute, g.paragraph, g.source
    from lab.sole_consent s
    join lab.sole_consent_ground g on g.municipality_id = s.municipality_id and g.code = s.ground_code and g.valid_from = s.ground_from
    join lab.person p on p.id = s.person_id join lab.person w on w.id = s.without_id join lab.person r on r.id = s.recorded_by
    where s.family_id = ${key.family} order by s.recorded_at desc, s.id`.execute(tx)
  return rows.map((row) => recordedOf(row, key))
}

/** Of children the signed-in person answers for, in homes that are not theirs: what is written down of one of two there, and nothing else of that home. */
export async function findSoleElsewhere(tx: Tx, ring: KeyRing): Promise<SoleElsewhere> {
  const [today, { rows }] = await Promise.all([
    sql<{ today: CalendarDay }>`select lab.today() as today`.execute(tx),
    sql<RecordedRow & { municipality_id: MunicipalityId; family_id: FamilyId; wrapped: Buffer }>`
      select s.municipality_id, s.family_id, e.wrapped, s.id, s.person_id, e.person, s.without_id, e.without, s.without_id = lab.current_person() as mine,
        s.document_on, s.valid_from, s.valid_to, s.ended_at, s.ended_at is null and s.valid_to > now() as counts, e.recorder, s.sealed,
        g.title_nb, g.title_nn, g.title_en, g.without_nb, g.without_nn, g.without_en, g.statute, g.paragraph, g.source
      from lab.my_sole_elsewhere() e join lab.sole_consent s on s.id = e.sole_id
      join lab.sole_consent_ground g on g.municipality_id = s.municipality_id and g.code = s.ground_code and g.valid_from = s.ground_from
      order by s.recorded_at desc, s.id`.execute(tx),
  ])
  const recorded = rows.map((row) => {
    const { municipality_id: municipality, family_id: family } = row
    return recordedOf(row, { municipality, family, key: ring.openKey(municipality, family, row.wrapped) })
  })
  return { today: today.rows[0]?.today as CalendarDay, recorded }
}

function recordedOf(row: RecordedRow, key: FamilyKey): SoleConsent {
  return {
    id: row.id,
    person: { id: row.person_id, calledName: row.person },
    without: { id: row.without_id, calledName: row.without, isMe: row.mine },
    ground: groundSaid(row),
    documentOn: row.document_on,
    from: dayInOslo(row.valid_from),
    until: addDays(dayInOslo(row.valid_to), -1),
    reason: String(openWords(key.key, placeOf(key, row.id), row.sealed).words),
    recordedBy: row.recorder,
    endedOn: row.ended_at && dayInOslo(row.ended_at),
    counts: row.counts,
  }
}

export async function insertSoleConsent(
  tx: Tx,
  key: FamilyKey,
  input: RecordSoleConsent,
  groundFrom: string,
): Promise<void> {
  const { sealed } = sealWords(key.key, placeOf(key, input.soleConsentId), input.reason)
  await sql`insert into lab.sole_consent (municipality_id, id, family_id, person_id, without_id, ground_code, ground_from, document_on, sealed, valid_to, recorded_by)
    values (lab.current_municipality(), ${input.soleConsentId}, ${key.family}, ${input.personId}, ${input.withoutId}, ${input.ground}, ${groundFrom},
      ${input.documentOn}, ${sealed}, (${input.until}::date + 1)::timestamp at time zone 'Europe/Oslo', lab.current_person())`.execute(
    tx,
  )
}

export async function endSoleConsent(tx: Tx, id: SoleConsentId): Promise<void> {
  const { numAffectedRows } = await sql`
    update lab.sole_consent set ended_at = now(), ended_by = lab.current_person() where id = ${id} and ended_at is null`.execute(
    tx,
  )
  if (numAffectedRows !== 1n) throw new Error('a reason that should end did not')
}
