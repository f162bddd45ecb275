import './people.css'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { Duplicates as Answer, PossibleDuplicate } from '@velferdslab/core/duplicate'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { doorKey } from '../../door-api.ts'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { answerDuplicate, duplicatesQuery } from '../../people-api.ts'
import { dayOf, endDay, nearDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/**
 * Who was named here and is perhaps here already. It stands for who is told of it, and for nobody else: where there is nothing, there is no card. It comes
 * by itself and is not waited for, so that the page looks the same to whoever has none.
 */
export function Duplicates() {
  const { data } = useQuery(duplicatesQuery)
  const [joined, setJoined] = useState('')
  const { t } = useTranslation('people')
  if (!data || (data.pairs.length === 0 && joined === '')) return null
  return (
    <Card title={t('sameTitle')} className="same">
      {data.pairs.length > 0 && <p>{t('sameText')}</p>}
      <p role="status" className="same__done">
        {joined}
      </p>
      <ul>
        {data.pairs.map((pair) => (
          <Pair
            key={pair.person.id + pair.candidate.id}
            pair={pair}
            today={data.today}
            onDone={(answer) =>
              setJoined(t(answer === 'same' ? 'sameJoined' : 'sameApart', { name: pair.person.name }))
            }
          />
        ))}
      </ul>
    </Card>
  )
}

function Pair(props: { pair: PossibleDuplicate; today: CalendarDay; onDone: (answer: 'same' | 'other') => void }) {
  const { pair, today, onDone } = props
  const { t } = useTranslation(['people', 'everywhere'])
  const queryClient = useQueryClient()
  const command = useCommandId()
  const [asks, setAsks] = useState(false)
  const { person, candidate } = pair
  const sending = useMutation({
    mutationFn: (answer: 'same' | 'other') =>
      answerDuplicate({ commandId: command.idFor(answer), personId: person.id, candidateId: candidate.id, answer }),
    onSuccess: async (_done, answer) => {
      onDone(answer)
      queryClient.setQueryData<Answer>(
        duplicatesQuery.queryKey,
        (before) => before && { ...before, pairs: before.pairs.filter((each) => each !== pair) },
      )
      await queryClient.invalidateQueries({ queryKey: doorKey })
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: duplicatesQuery.queryKey }),
  })
  const told = nearDay(dayOf(pair.toldAt), today)
  return (
    <li>
      <dl>
        <div>
          <dt>{pair.byReferral ? t('people:sameReferred', { near: told }) : t('people:sameTold', { near: told })}</dt>
          <dd>
            <bdi className="strong">{person.name}</bdi>
            <span>{t('people:sameBorn', { day: endDay(person.born).replace(/^\S+ /, '') })}</span>
            <span className="soft">{t('people:sameFamily', { name: pair.family.name })}</span>
          </dd>
        </div>
        <div>
          <dt>{t('people:sameHere')}</dt>
          <dd>
            <bdi className="strong">{candidate.name}</bdi>
            <span>{t('people:sameBorn', { day: endDay(candidate.born).replace(/^\S+ /, '') })}</span>
            <span className="soft">
              {pair.leader
                ? t('people:sameFamilyLed', { name: pair.candidateFamily.name, leader: pair.leader })
                : t('people:sameFamily', { name: pair.candidateFamily.name })}
            </span>
          </dd>
        </div>
      </dl>
      <p className="small">{t(`people:${pair.likeness}`)}</p>
      <NotSent error={sending.error} />
      <div className="row">
        <Button look="second" onClick={() => setAsks(true)} aria-label={`${t('people:sameYes')}: ${person.name}`}>
          {t('people:sameYes')}
        </Button>
        <Button
          look="second"
          aria-busy={sending.isPending}
          onClick={() => sending.mutate('other')}
          aria-label={`${t('people:sameNo')}: ${person.name}`}
        >
          {t('people:sameNo')}
        </Button>
      </div>
      {asks && (
        <Dialog
          open
          title={t('people:sameSure', { name: candidate.name })}
          onClose={() => setAsks(false)}
          closeLabel={t('everywhere:close')}
        >
          <p>{pair.byReferral ? t('people:sameThenReferral') : t('people:sameThenMember')}</p>
          <p>{t('people:sameCheck')}</p>
          <div className="row">
            <Button
              onClick={() => {
                setAsks(false)
                sending.mutate('same')
              }}
            >
              {t('people:sameDo')}
            </Button>
            <Button look="quiet" onClick={() => setAsks(false)}>
              {t('people:sameWait')}
            </Button>
          </div>
        </Dialog>
      )}
    </li>
  )
}
