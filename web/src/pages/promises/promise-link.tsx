import type { CalendarDay } from '@velferdslab/core/dates'
import type { PromiseCard } from '@velferdslab/core/promise'
import type { PromiseLink as Link } from '@velferdslab/core/task-link'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { familyKey } from '../../queries.ts'
import { stopTaskLink } from '../../task-api.ts'
import { dayOf, longDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { GiveLinkDialog } from './give-link-dialog.tsx'

/** Who has a link to this one promise, since when and what they read; given and stopped here. Nothing where there is neither. */
export function PromiseLink({ promise, today }: { promise: PromiseCard; today: CalendarDay }) {
  const { t } = useTranslation('promises')
  const [isGiving, setGiving] = useState(false)
  if (promise.link === null && !promise.mayGiveLink && !isGiving) return null
  return (
    <div className="promise__link">
      {promise.link && <Given promise={promise} link={promise.link} today={today} />}
      {promise.mayGiveLink && (
        <Button
          look="quiet"
          icon="mail"
          aria-label={t('linkGiveThis', { text: promise.text })}
          onClick={() => setGiving(true)}
        >
          {t('linkGive')}
        </Button>
      )}
      {/* Stays open when the promise has its link: the address is shown there, this once. */}
      {isGiving && <GiveLinkDialog promise={promise} today={today} onClose={() => setGiving(false)} />}
    </div>
  )
}

function Given({ promise, link, today }: { promise: PromiseCard; link: Link; today: CalendarDay }) {
  const { t } = useTranslation('promises')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const stopping = useMutation({
    mutationFn: () => stopTaskLink(promise.familyId, link.id, { commandId: command.idFor(link.id) }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: familyKey(promise.familyId) }),
  })
  const day = (instant: string) => longDay(dayOf(instant), today)
  return (
    <>
      <div>
        <p className="small promise__has">
          <Icon name="mail" small />
          <span>
            {t('linkHas', { name: link.name, day: day(link.givenAt) })}{' '}
            {link.openedAt ? t('linkOpened', { day: day(link.openedAt) }) : t('linkNotOpened')}
          </span>
        </p>
        <p className="small soft">
          {t('linkReads')} <bdi>{link.text}</bdi>
        </p>
      </div>
      {link.mayStop && (
        <Button
          look="quiet"
          icon="stop"
          aria-label={t('linkStopThis', { name: link.name })}
          aria-busy={stopping.isPending}
          onClick={() => stopping.mutate()}
        >
          {t('linkStop')}
        </Button>
      )}
      <NotSent error={stopping.error} />
    </>
  )
}
