import type { DecisionCard } from '@velferdslab/core/decision'
import type { PersonId } from '@velferdslab/core/ids'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NotSent } from '../../not-sent.tsx'
import { answerDecision } from '../../plan-api.ts'
import { inList, longDay } from '../../texts/format.ts'
import { usePlanCommand } from '../../use-plan-command.ts'
import { Button } from '../../ui/button.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { toggled } from '../../ui/toggled.ts'
import { calledName, usePlan } from './plan-names.ts'
import { waitsForMe } from './plan-view.tsx'

/** My own answer, on my own screen: yes, time to think and no are equally large. It can be changed until the decision stands. */
export function AnswerBox({ card }: { card: DecisionCard }) {
  const { t } = useTranslation('deciding')
  const { plan, familyId, ask } = usePlan()
  const id = useId()
  const [again, setAgain] = useState(false)
  const [left, setLeft] = useState<readonly PersonId[]>([])
  const persons = card.mine.filter((person) => !left.includes(person))
  const send = usePlanCommand(
    familyId,
    (input: { answer: 'yes' | 'no'; persons: PersonId[]; version: number }, commandId) =>
      answerDecision(familyId, card.id, { ...input, commandId, until: null, how: 'own_screen' }),
    () => setAgain(false),
  )
  if (card.mine.length === 0 || card.decided) return null
  const mine = card.answers.filter((said) => said.giverId === plan.me.id && card.mine.includes(said.personId))
  const last = mine[0]
  if (!waitsForMe(card, plan) && !again && last)
    return (
      <div className="decision__mine">
        <p role="status">
          {last.answer === 'yes'
            ? t('iSaidYes')
            : last.answer === 'no'
              ? t('iSaidNo')
              : t('iThink', { day: last.until ? longDay(last.until, plan.today) : '' })}
        </p>
        <Button look="quiet" wide onClick={() => setAgain(true)}>
          {t('changeMyMind')}
        </Button>
      </div>
    )
  const nameOf = (person: PersonId) => (person === plan.me.id ? t('myself') : calledName(plan, person))
  const onlyMe = card.mine.length === 1 && card.mine[0] === plan.me.id
  const say = (answer: 'yes' | 'no') => {
    if (!send.isPending && persons.length > 0) send.mutate({ answer, persons, version: card.version })
  }
  return (
    <section className="decision__mine" aria-labelledby={id}>
      <h5 id={id} className="decision__ask">
        {onlyMe ? t('askMe') : t('askMeFor', { names: inList(card.mine.map(nameOf)) })}
      </h5>
      {card.mine.length > 1 && (
        <div className="choices">
          {card.mine.map((person) => (
            <TickTile
              key={person}
              type="checkbox"
              name={`for-${id}`}
              value={person}
              checked={!left.includes(person)}
              onChange={() => setLeft((before) => toggled(before, person))}
            >
              <span>{nameOf(person)}</span>
            </TickTile>
          ))}
        </div>
      )}
      <Button wide icon="check" aria-busy={send.isPending} onClick={() => say('yes')}>
        {t('yes')}
      </Button>
      <Button look="second" wide icon="think" onClick={() => ask({ what: 'think', card, persons })}>
        {t('think')}
      </Button>
      <Button look="quiet" wide onClick={() => say('no')}>
        {t('no')}
      </Button>
      <NotSent error={send.error} />
      <p className="small soft">{t('onlyThis')}</p>
    </section>
  )
}
