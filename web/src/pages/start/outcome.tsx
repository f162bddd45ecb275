import type { Qualification, TargetGroup } from '@velferdslab/core/qualification'
import { whatLacks } from '@velferdslab/core/qualification-rules'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { decideQualification } from '../../door-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { dayOf, longDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Picks } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LongText } from '../../ui/text-field.tsx'
import { useStart } from './use-start.ts'

const groups = [
  { value: 'a', key: 'groupA' },
  { value: 'b', key: 'groupB' },
  { value: 'c', key: 'groupC' },
] as const

/** The answer to the family. A press too early says what is missing; a no has its reason and what is offered instead. */
export function Outcome({ list }: { list: Qualification }) {
  const { t } = useTranslation(['start', 'refusals'])
  const [asks, setAsks] = useState<'accepted' | 'declined' | null>(null)
  const [tooEarly, setTooEarly] = useState(false)
  const { outcome } = list
  const lacks = whatLacks({
    people: list.people,
    questions: list.questions.map(({ needsYes, answer }) => ({ needsYes, answer: answer?.answer ?? null })),
  })
  const close = () => setAsks(null)
  return (
    <Card title={t('start:doorOutcome')}>
      <div className="stack">
        {outcome ? (
          <>
            <Notice icon={outcome.is === 'accepted' ? 'check' : 'mail'}>
              {t(outcome.is === 'accepted' ? 'start:doorAccepted' : 'start:doorDeclined', {
                day: longDay(dayOf(outcome.at), list.today),
              })}
            </Notice>
            {outcome.is === 'declined' && (
              <>
                <h3>{t('start:declinedWhy')}</h3>
                <p dir="auto" className="start__words">
                  {outcome.reason}
                </p>
                <h3>{t('start:doorNoInstead')}</h3>
                <p dir="auto" className="start__words">
                  {outcome.instead}
                </p>
              </>
            )}
          </>
        ) : (
          <>
            <p>{t('start:doorOutcomeText')}</p>
            <p role="status" className="field__wrong" hidden={!(tooEarly && lacks)}>
              {tooEarly && lacks ? t(`refusals:${lacks}`) : ''}
            </p>
            <div className="row">
              <Button
                look={lacks ? 'waiting' : 'primary'}
                icon="check"
                onClick={() => {
                  setTooEarly(lacks !== undefined)
                  if (!lacks) setAsks('accepted')
                }}
              >
                {t('start:doorYes')}
              </Button>
              <Button look="second" onClick={() => setAsks('declined')}>
                {t('start:doorNo')}
              </Button>
            </div>
          </>
        )}
      </div>
      {asks === 'accepted' && <Accept list={list} onClose={close} />}
      {asks === 'declined' && <Decline list={list} onClose={close} />}
    </Card>
  )
}

type Said = Parameters<typeof decideQualification>[1]['outcome']

function useOutcome({ list, onClose }: { list: Qualification; onClose: () => void }) {
  return useStart<{ outcome: Said }>(list.family.id, (input) => decideQualification(list.family.id, input), onClose)
}

function Accept(props: { list: Qualification; onClose: () => void }) {
  const { t } = useTranslation(['start', 'everywhere'])
  const [targetGroup, setTargetGroup] = useState<TargetGroup | null>(null)
  const [tooEarly, setTooEarly] = useState(false)
  const sending = useOutcome(props)
  return (
    <Dialog open title={t('start:doorYesTitle')} onClose={props.onClose} closeLabel={t('everywhere:close')}>
      <form
        className="stack start__form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTooEarly(targetGroup === null)
          if (targetGroup !== null && !sending.isPending) sending.mutate({ outcome: { is: 'accepted', targetGroup } })
        }}
      >
        <Picks
          legend={t('start:doorGroup')}
          options={groups.map(({ value, key }) => ({ value, label: t(`start:${key}`) }))}
          chosen={targetGroup}
          onChoose={setTargetGroup}
        />
        <p role="status" className="field__wrong" hidden={!(tooEarly && targetGroup === null)}>
          {tooEarly && targetGroup === null ? t('start:doorGroupMissing') : ''}
        </p>
        <NotSent error={sending.error} />
        <div className="row">
          <Button type="submit" icon="check" aria-busy={sending.isPending}>
            {t('start:doorYesSend')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Decline(props: { list: Qualification; onClose: () => void }) {
  const { t } = useTranslation(['start', 'everywhere'])
  const [words, setWords] = useState({ reason: '', instead: '' })
  const [tooEarly, setTooEarly] = useState(false)
  const sending = useOutcome(props)
  const lacks = words.reason.trim() === '' || words.instead.trim() === ''
  const field = (which: 'reason' | 'instead', help?: string) => (
    <LongText
      label={t(which === 'reason' ? 'start:doorNoWhy' : 'start:doorNoInstead')}
      help={help}
      longest={2000}
      value={words[which]}
      onChange={(value) => setWords({ ...words, [which]: value })}
    />
  )
  return (
    <Dialog open title={t('start:doorNoTitle')} onClose={props.onClose} closeLabel={t('everywhere:close')}>
      <form
        className="stack start__form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTooEarly(lacks)
          if (!lacks && !sending.isPending) sending.mutate({ outcome: { is: 'declined', ...words } })
        }}
      >
        {field('reason')}
        {field('instead', t('start:doorNoInsteadHelp'))}
        <p role="status" className="field__wrong" hidden={!(tooEarly && lacks)}>
          {tooEarly && lacks ? t('start:doorNoMissing') : ''}
        </p>
        <NotSent error={sending.error} />
        <div className="row">
          <Button type="submit" aria-busy={sending.isPending}>
            {t('start:doorNoSend')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
