import type { DecisionCard } from '@velferdslab/core/decision'
import { useTranslation } from 'react-i18next'
import { NotSent } from '../../not-sent.tsx'
import { confirmAnswer, decide } from '../../plan-api.ts'
import { usePlanCommand } from '../../use-plan-command.ts'
import { Button } from '../../ui/button.tsx'
import { calledName, usePlan } from './plan-names.ts'

/**
 * What those at the table do with a decision: decide it by one press, ask who has the mandate, write down what was said, confirm it, hear the child,
 * change it. Deciding too early is possible to press and says what is missing.
 */
export function StaffActs({ card }: { card: DecisionCard }) {
  const { t } = useTranslation('deciding')
  const { plan, familyId, ask } = usePlan()
  const { me } = plan
  const deciding = usePlanCommand(familyId, (input: { version: number }, commandId) =>
    decide(familyId, card.id, { ...input, commandId }),
  )
  const confirming = usePlanCommand(
    familyId,
    (input: { answerIds: DecisionCard['answers'][number]['id'][] }, commandId) =>
      confirmAnswer(familyId, card.id, { ...input, commandId }),
  )
  if (card.decided) return null
  const holdsMandate = card.mandates.some((mandate) => mandate.personId === me.id)
  const mayAsk = me.leads || me.parties.includes(card.partyId)
  const asks = mayAsk && ['needs_mandate', 'declined'].includes(card.state) && card.asked?.answer !== null
  const right = card.mandates.find((mandate) => mandate.covers && mandate.personId !== me.id)
  const heard = card.answers.filter(
    (said) => said.answer === 'yes' && !said.counts && said.recordedBy !== me.id && said.giverId !== me.id,
  )
  const mayWrite = plan.mayWrite.some((cell) => cell.aboutId === card.about.id && cell.area === card.area)
  const unheard = card.missing.filter((lack) => lack.what === 'child_view').map((lack) => lack.personId)
  const records = me.leads && card.about.persons.some((person) => person !== me.id)
  const busy = deciding.isPending || confirming.isPending
  if (!holdsMandate && !asks && heard.length === 0 && !mayWrite && !records) return null
  return (
    <footer className="decision__acts">
      {holdsMandate && (
        <Button
          wide
          icon="check"
          look={card.mayDecide ? 'primary' : 'waiting'}
          aria-busy={deciding.isPending}
          onClick={() => busy || deciding.mutate({ version: card.version })}
        >
          {t('decideNow')}
        </Button>
      )}
      {asks && (
        <Button wide look="amber" icon="right" onClick={() => ask({ what: 'ask', card })}>
          {right ? t('ask', { name: calledName(plan, right.personId) }) : t('askSomebody')}
        </Button>
      )}
      {heard.length > 0 && (
        <Button
          wide
          look="second"
          icon="aloud"
          aria-busy={confirming.isPending}
          onClick={() => busy || confirming.mutate({ answerIds: heard.map((said) => said.id) })}
        >
          {t('confirm')}
        </Button>
      )}
      <NotSent error={deciding.error ?? confirming.error} />
      <div className="decision__more">
        {mayWrite &&
          unheard.map((child) => (
            <button
              key={child}
              type="button"
              className="link-button small"
              onClick={() => ask({ what: 'hear', card, child })}
            >
              {t('hear', { name: calledName(plan, child) })}
            </button>
          ))}
        {records && (
          <button type="button" className="link-button small" onClick={() => ask({ what: 'record', card })}>
            {t('record')}
          </button>
        )}
        {mayWrite && (
          <button type="button" className="link-button small" onClick={() => ask({ what: 'change', card })}>
            {t('change')}
          </button>
        )}
      </div>
    </footer>
  )
}
