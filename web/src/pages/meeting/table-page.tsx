import './guest.css'
import './meeting.css'
import type { TableState } from '@velferdslab/core/table'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isRefused } from '../../api.ts'
import { tableQuery } from '../../meeting-api.ts'
import { PlainFrame } from '../../shells/plain-frame.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { IconName } from '../../ui/icon.tsx'
import { Loading } from '../../ui/loading.tsx'
import { FetchFailed } from '../not-found/fetch-failed.tsx'
import { GuestAtTable } from './guest-at-table.tsx'
import { GuestDoor } from './guest-door.tsx'
import { useTicket } from './use-ticket.ts'
import { WaitingRoom } from './waiting-room.tsx'

/** Where the code on the large screen leads: the door, the waiting room, and the table itself, for one meeting and nothing else. */
export function TablePage() {
  const { t } = useTranslation('meeting')
  const { ticket, isOld, isTaking, forget } = useTicket()
  const table = useQuery({
    ...tableQuery,
    // Nobody tells who waits: they see nothing, and hear of nothing, until they are in.
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'in' ? 1500 : 5000),
    enabled: ticket === null && !isTaking,
  })
  if (table.data?.state === 'in' && !isRefused(table.error, 'not-signed-in')) return <GuestAtTable table={table.data} />
  return (
    <PlainFrame>
      <main className="page guest" id="content">
        {isTaking ? (
          <Loading what={t('what')} />
        ) : ticket ? (
          <GuestDoor
            ticket={ticket}
            onAsked={() => {
              forget()
              void table.refetch()
            }}
          />
        ) : (
          <Outside table={table.data} error={table.error} isOld={isOld} onRetry={() => void table.refetch()} />
        )}
      </main>
    </PlainFrame>
  )
}

interface OutsideProps {
  table: TableState | undefined
  error: Error | null
  isOld: boolean
  onRetry: () => void
}

function Outside({ table, error, isOld, onRetry }: OutsideProps) {
  const { t } = useTranslation(['meeting', 'refusals'])
  const said = (icon: IconName, title: string, text: string) => (
    <>
      <h1 className="hidden">{title}</h1>
      <EmptyState icon={icon} title={title}>
        {text}
      </EmptyState>
    </>
  )
  const hasEnded = isRefused(error, 'not-signed-in')
  // Whoever was in and is not known any more: the meeting is over, and the session with it.
  if (hasEnded && table) return said('check', t('meeting:overTitle'), t('meeting:overText'))
  if (hasEnded && isOld) return said('clock', t('meeting:noCode'), t('refusals:meeting-code-old'))
  if (hasEnded) return said('screen', t('meeting:noCode'), t('meeting:noCodeText'))
  if (!table) return error ? <FetchFailed error={error} onRetry={onRetry} /> : <Loading what={t('meeting:what')} />
  if (table.state === 'turned_away') return said('friends', t('meeting:turnedAway'), t('meeting:turnedAwayText'))
  if (table.state === 'left') return said('exit', t('meeting:leftTitle'), t('meeting:leftText'))
  return <WaitingRoom table={table} />
}
