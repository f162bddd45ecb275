import type { AskedList } from '@velferdslab/core/decision'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { PersonId } from '@velferdslab/core/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { askedQuery, replyAsked } from '../../plan-api.ts'
import { inList, lawInLine, longDay, money, nearDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Said } from '../plan/said.tsx'
import { FormDialog } from '../plan/form.tsx'
import { SharedText } from '../privacy/shared-text.tsx'

interface AskedCardProps {
  asked: AskedList['asked'][number]
  today: CalendarDay
  onSaid: (words: string) => void
}

/** One decision put before me. Yes decides it under my mandate; no says so to those who asked. */
export function AskedCard({ asked, today, onSaid }: AskedCardProps) {
  const { t } = useTranslation(['deciding', 'plan'])
  const { decision, familyId } = asked
  const queryClient = useQueryClient()
  const command = useCommandId()
  const [refusing, setRefusing] = useState(false)
  const [reason, setReason] = useState('')
  const nameOf = (id: PersonId) => asked.people.find((person) => person.id === id)?.name ?? t('plan:somebody')
  const send = useMutation({
    mutationFn: (input: { version: number; answer: 'yes' | 'no'; words: { reason: string } | null }) =>
      replyAsked(familyId, decision.id, { ...input, commandId: command.idFor(input) }),
    onSuccess: async (_, { answer }) => {
      command.done()
      onSaid(t(answer === 'yes' ? 'deciding:askedSaidYes' : 'deciding:askedSaidNo', { what: decision.words.what }))
      await queryClient.invalidateQueries({ queryKey: askedQuery.queryKey })
    },
    onError: () => queryClient.invalidateQueries({ queryKey: askedQuery.queryKey }),
  })
  const say = (answer: 'yes' | 'no') =>
    send.isPending ||
    send.mutate({ version: decision.version, answer, words: reason.trim() ? { reason: reason.trim() } : null })
  return (
    <li>
      <article className="decision decision--need" aria-label={decision.words.what}>
        <header>
          <Icon name="clock" />
          <div>
            <p className="decision__state">
              {t('deciding:askedDue', { day: longDay(asked.by, today), near: nearDay(asked.by, today) })}
            </p>
            <p className="small">
              {t('deciding:askedAbout', { names: inList(asked.people.map((person) => person.name)) })}
            </p>
          </div>
        </header>
        <div className="decision__in">
          <h2 className="decision__what" dir="auto">
            {decision.words.what}
          </h2>
          {decision.words.why && <p dir="auto">{decision.words.why}</p>}
          <dl className="facts">
            <div>
              <dt>
                <Icon name="calendar" />
                {t('deciding:when')}
              </dt>
              <dd>{t('plan:by', { day: longDay(asked.due, today) })}</dd>
            </div>
            <div>
              <dt>
                <Icon name="economy" />
                {t('deciding:cost')}
              </dt>
              <dd>
                <b className="num decision__sum">{money(decision.amountOre)}</b>
              </dd>
            </div>
            <div>
              <dt>
                <Icon name="public" />
                {t('deciding:pays')}
              </dt>
              <dd>
                <bdi>{asked.party}</bdi>
              </dd>
            </div>
            <div>
              <dt>
                <Icon name="law" />
                {t('deciding:kind')}
              </dt>
              <dd>
                {t(`deciding:kind_${decision.kind}`)}
                {decision.words.ground && (
                  <span dir="auto">, {t('deciding:ground', { ground: lawInLine(decision.words.ground) })}</span>
                )}
              </dd>
            </div>
          </dl>
          <h3 className="decision__said">{t('deciding:saidTitle')}</h3>
          <Said card={decision} nameOf={nameOf} today={today} />
        </div>
        <footer className="decision__acts">
          {decision.missing.length > 0 && <p>{t('deciding:askedNotReady')}</p>}
          <SharedText
            label={t('deciding:askedWhy')}
            help={t('deciding:askedWhyHelp')}
            value={reason}
            onChange={setReason}
          />
          <Button
            wide
            icon="check"
            look={decision.mayDecide ? 'primary' : 'waiting'}
            aria-busy={send.isPending}
            onClick={() => say('yes')}
          >
            {t('deciding:askedYes')}
          </Button>
          <Button wide look="quiet" onClick={() => setRefusing(true)}>
            {t('deciding:askedNo')}
          </Button>
          {!refusing && <NotSent error={send.error} />}
        </footer>
      </article>
      {refusing && (
        <FormDialog
          title={t('deciding:askedNoTitle')}
          missing={null}
          submitLabel={t('deciding:askedNoDo')}
          submitIcon="right"
          sending={send}
          onSend={() => say('no')}
          onClose={() => setRefusing(false)}
        >
          <p className="strong" dir="auto">
            {decision.words.what}
          </p>
          <p>{t('deciding:askedNoText')}</p>
        </FormDialog>
      )}
    </li>
  )
}
