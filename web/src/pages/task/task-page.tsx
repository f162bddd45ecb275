import './task.css'
import type { Task } from '@velferdslab/core/task-link'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isRefused } from '../../api.ts'
import { NotSent } from '../../not-sent.tsx'
import { PlainFrame } from '../../shells/plain-frame.tsx'
import { openTask, taskQuery } from '../../task-api.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Loading } from '../../ui/loading.tsx'
import { FetchFailed } from '../not-found/fetch-failed.tsx'
import { Declare } from './declare.tsx'
import { OneTask } from './one-task.tsx'
import { useCode } from './use-code.ts'

/** Where a link to one promise leads: what one has promised, and nothing else. Who has it is known by the link alone. */
export function TaskPage() {
  const { code, forget } = useCode()
  return (
    <PlainFrame>
      <main className="page task" id="content">
        {code === null ? <Bound /> : <OpenHere code={code} onOpened={forget} />}
      </main>
    </PlainFrame>
  )
}

/** One press binds the link to this phone: a program that only looks at addresses opens nothing. */
function OpenHere({ code, onOpened }: { code: string; onOpened: () => void }) {
  const { t } = useTranslation('task')
  const opening = useMutation({ mutationFn: () => openTask(code), onSuccess: onOpened })
  if (isRefused(opening.error, 'link-opens-nothing')) return <Nothing />
  return (
    <div className="stack">
      <h1>{t('openTitle')}</h1>
      <p>{t('openText')}</p>
      <NotSent error={opening.error} />
      <Button wide iconAfter="right" aria-busy={opening.isPending} onClick={() => opening.mutate()}>
        {t('openDo')}
      </Button>
      <p className="small soft">{t('openOnce')}</p>
    </div>
  )
}

function Bound() {
  const { t } = useTranslation('task')
  const query = useQuery(taskQuery)
  if (isRefused(query.error, 'not-signed-in')) return <Nothing />
  if (query.data) return <Opened task={query.data} />
  return query.error ? (
    <FetchFailed error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <>
      <h1 className="hidden">{t('title')}</h1>
      <Loading what={t('what')} />
    </>
  )
}

function Opened({ task }: { task: Task }) {
  const { open } = task
  return open === null ? <Declare name={task.name} /> : <OneTask open={open} endsAt={task.endsAt} today={task.today} />
}

/** Unknown, used on another phone, stopped, past: it is not said which. */
function Nothing() {
  const { t } = useTranslation('task')
  return (
    <>
      <h1 className="hidden">{t('nothingTitle')}</h1>
      <EmptyState icon="lock" title={t('nothingTitle')}>
        {t('nothingText')}
      </EmptyState>
    </>
  )
}
