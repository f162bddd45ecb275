import type { ConsentArea } from '@velferdslab/core/areas'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { PersonId } from '@velferdslab/core/ids'
import { inAreaOrder } from '../../areas.ts'
import { Sentence } from '../consent/sentence.tsx'

interface Said {
  readonly giverId: PersonId
  /** As it stands inside a sentence. */
  readonly service: string
  readonly areas: readonly ConsentArea[]
  readonly persons: readonly { readonly id: PersonId; readonly calledName: string }[]
  readonly until: CalendarDay | null
}

/** The sentence as its giver says it: "jeg" and "meg" are the giver, whoever wrote it down. */
export function RecordSentence({ record, onePerson }: { record: Said; onePerson: boolean }) {
  const me = record.persons.filter(({ id }) => id === record.giverId)
  const others = record.persons.filter(({ id }) => id !== record.giverId)
  return (
    <Sentence
      onePerson={onePerson}
      service={record.service}
      areas={inAreaOrder(record.areas).filter((area): area is ConsentArea => area !== 'common')}
      persons={[...me, ...others].map(({ id, calledName }) => ({ isMe: id === record.giverId, calledName }))}
      until={record.until}
    />
  )
}
