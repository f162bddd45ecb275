import type { TakeInSelfReferral } from '@velferdslab/core/commands/self-referral'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { SelfReferralEnd, SelfReferrals as Answer } from '@velferdslab/core/self-referral'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommandId } from '../../command-id.ts'
import { doorKey } from '../../door-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { duplicatesQuery } from '../../people-api.ts'
import { closeSheet, selfReferralsQuery, takeInSheet } from '../../self-referral-api.ts'
import { atStart, countWord, dayOf, endDay, nearDay } from '../../texts/format.ts'
import { languageName } from '../../texts/languages.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Picks } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'

type One = Answer['waiting'][number]
type Done = { is: 'taken-in'; name: string } | { is: 'closed' }
const relations = ['mother', 'father', 'grandmother', 'grandfather', 'partner', 'self'] as const
const ends: readonly SelfReferralEnd[] = ['talked', 'not_reached', 'not_real']

/** Who has referred herself and waits to be spoken with. Where nobody has, there is no card. */
export function SelfReferrals() {
  const { t } = useTranslation('selfReferral')
  const { data } = useQuery(selfReferralsQuery)
  // What was done, and not the sentence that says so: the language may change while it stands.
  const [done, setDone] = useState<Done | null>(null)
  if (!data || (data.waiting.length === 0 && done === null)) return null
  const count = data.waiting.length
  return (
    <Card
      {...(count > 0 ? { title: t('doorTitle', { count, Words: atStart(countWord(count)) }) } : {})}
      className="at-door__self"
    >
      {count > 0 && <p>{t('doorText')}</p>}
      <div role="status" className="at-door__done">
        {done && (
          <Notice icon="check">{done.is === 'taken-in' ? t('takenIn', { name: done.name }) : t('closed')}</Notice>
        )}
      </div>
      <ul>
        {data.waiting.map((one) => (
          <Sheet key={one.id} one={one} today={data.today} onDone={setDone} />
        ))}
      </ul>
    </Card>
  )
}

function Sheet({ one, today, onDone }: { one: One; today: CalendarDay; onDone: (done: Done) => void }) {
  const { t } = useTranslation('selfReferral')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const [relation, setRelation] = useState<TakeInSelfReferral['relation'] | null>(null)
  const [tooEarly, setTooEarly] = useState(false)
  const [asks, setAsks] = useState(false)
  const { id, name } = one
  const settled = () =>
    Promise.all(
      [selfReferralsQuery, { queryKey: doorKey }, duplicatesQuery].map(({ queryKey }) =>
        queryClient.invalidateQueries({ queryKey: [...queryKey] }),
      ),
    )
  const takingIn = useMutation({
    mutationFn: (as: TakeInSelfReferral['relation']) => takeInSheet(id, { commandId: command.idFor(as), relation: as }),
    onSuccess: () => onDone({ is: 'taken-in', name }),
    onSettled: settled,
  })
  const closing = useMutation({
    mutationFn: (how: SelfReferralEnd) => closeSheet(id, { commandId: command.idFor(how), how }),
    onSuccess: () => onDone({ is: 'closed' }),
    onSettled: settled,
  })
  const isBusy = takingIn.isPending || closing.isPending
  return (
    <li>
      <div>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <p className="small soft">
          {t('doorBorn', { day: endDay(one.born).replace(/^\S+ /, '') })}{' '}
          {t('doorSent', { near: nearDay(dayOf(one.receivedAt), today), language: languageName[one.language] })}
        </p>
      </div>
      <div>
        <p className="strong">{t('doorContact', { name })}</p>
        <p dir="auto">{one.contact}</p>
      </div>
      <div className="at-door__hopes">
        <p className="strong">{t('doorHopes', { name })}</p>
        <blockquote dir="auto">{one.hopes}</blockquote>
      </div>
      <Picks
        legend={t('doorRelation', { name })}
        options={relations.map((value) => ({ value, label: t(`relations.${value}`) }))}
        chosen={relation}
        onChoose={setRelation}
      />
      {tooEarly && relation === null && (
        <p role="status" className="field__wrong">
          {t('doorRelationMissing')}
        </p>
      )}
      <NotSent error={takingIn.error ?? closing.error} />
      <div className="row">
        <Button
          look={relation === null ? 'waiting' : 'primary'}
          aria-busy={takingIn.isPending}
          aria-label={`${t('takeIn')}: ${name}`}
          onClick={() => {
            setTooEarly(relation === null)
            if (relation !== null && !isBusy) takingIn.mutate(relation)
          }}
        >
          {t('takeIn')}
        </Button>
        <Button look="second" aria-label={`${t('close')}: ${name}`} onClick={() => setAsks(true)}>
          {t('close')}
        </Button>
      </div>
      {asks && (
        <CloseDialog
          name={name}
          onClose={() => setAsks(false)}
          onSay={(how) => {
            setAsks(false)
            if (!isBusy) closing.mutate(how)
          }}
        />
      )}
    </li>
  )
}

function CloseDialog(props: { name: string; onClose: () => void; onSay: (how: SelfReferralEnd) => void }) {
  const { t } = useTranslation(['selfReferral', 'everywhere'])
  const [how, setHow] = useState<SelfReferralEnd | null>(null)
  const [tooEarly, setTooEarly] = useState(false)
  return (
    <Dialog
      open
      title={t('selfReferral:closeTitle', { name: props.name })}
      onClose={props.onClose}
      closeLabel={t('everywhere:close')}
    >
      <Picks
        legend={t('selfReferral:closeAsk')}
        options={ends.map((value) => ({ value, label: t(`selfReferral:ends.${value}`) }))}
        chosen={how}
        onChoose={setHow}
      />
      <p>{t('selfReferral:closeText', { name: props.name })}</p>
      {tooEarly && how === null && (
        <p role="status" className="field__wrong">
          {t('selfReferral:closeMissing')}
        </p>
      )}
      <div className="row">
        <Button
          look={how === null ? 'waiting' : 'primary'}
          onClick={() => {
            setTooEarly(how === null)
            if (how !== null) props.onSay(how)
          }}
        >
          {t('selfReferral:closeDo')}
        </Button>
        <Button look="quiet" onClick={props.onClose}>
          {t('selfReferral:closeWait')}
        </Button>
      </div>
    </Dialog>
  )
}
