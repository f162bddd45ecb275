import type { AddMeasure } from '@velferdslab/core/commands/plan'
import { addDays, addMonths, type CalendarDay } from '@velferdslab/core/dates'
import type { MeasureId, PartyId, PersonId } from '@velferdslab/core/ids'
import type { Doer, Goal } from '@velferdslab/core/plan'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { addMeasure } from '../../plan-api.ts'
import { usePlanCommand } from '../../use-plan-command.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Picks, Select } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { FormDialog } from './form.tsx'
import { DayField, ShortText } from '../../ui/text-field.tsx'
import { SharedText } from '../privacy/shared-text.tsx'
import { oreOf } from './kroner.ts'
import { partyName, usePlan } from './plan-names.ts'

interface Cost {
  readonly partyId: PartyId | ''
  readonly amount: string
}

/** Something to do for a goal: what, who, by when, once or each month, and what it costs whom. It stands where its goal stands. */
export function MeasureDialog({ goal, onClose }: { goal: Goal; onClose: () => void }) {
  const { t } = useTranslation(['plan', 'everywhere'])
  const { plan, familyId } = usePlan()
  const measureId = useRef(newId<MeasureId>())
  const [text, setText] = useState('')
  const [who, setWho] = useState('')
  const [name, setName] = useState('')
  const [often, setOften] = useState<'once' | 'monthly'>('once')
  const [due, setDue] = useState<string>(addDays(plan.today, 14))
  const [to, setTo] = useState<string>(addMonths(plan.today, 6))
  const [costs, setCosts] = useState<readonly Cost[]>([{ partyId: '', amount: '' }])
  const [estimate, setEstimate] = useState('')
  const [checked, setChecked] = useState(false)

  const doer: Doer | null = who === 'named' ? (name.trim() ? { is: 'named' } : null) : doerIn(who)
  // Somebody named, or a private party: their work has no price, and may be worth something.
  const isVoluntary = who === 'named' || plan.parties.some((party) => party.isPrivate && who === `party ${party.id}`)
  const paid = costs.filter((cost) => cost.partyId !== '')
  const wrongAmount = paid.some((cost) => oreOf(cost.amount) === undefined)
  const wrongEstimate = isVoluntary && estimate.trim() !== '' && oreOf(estimate) === undefined
  const ready = text.trim() !== '' && doer !== null && due !== '' && (often === 'once' || to !== '')
  const send = usePlanCommand(
    familyId,
    (input: Omit<AddMeasure, 'commandId'>, commandId) => addMeasure(familyId, { ...input, commandId }),
    onClose,
  )
  const save = () => {
    setChecked(true)
    if (wrongAmount || wrongEstimate || !doer) return
    send.mutate({
      measureId: measureId.current,
      goalId: goal.id,
      area: goal.area,
      about: goal.about.whole ? { whole: true } : { persons: goal.about.persons },
      words: { text: text.trim(), ...(who === 'named' ? { who: name.trim() } : {}) },
      doer,
      due: due as CalendarDay,
      monthly: often === 'monthly' ? { from: due as CalendarDay, to: to as CalendarDay } : null,
      costs: paid.map((cost) => ({ partyId: cost.partyId as PartyId, ore: oreOf(cost.amount) ?? 0 })),
      estimatedOre: isVoluntary && estimate.trim() !== '' ? (oreOf(estimate) ?? null) : null,
    })
  }
  const setCost = (at: number, cost: Partial<Cost>) =>
    setCosts(costs.map((each, index) => (index === at ? { ...each, ...cost } : each)))
  return (
    <FormDialog
      title={t('plan:measureTitle')}
      lead={
        <p className="soft" dir="auto">
          {t('plan:measureFor', { goal: goal.words.text })}
        </p>
      }
      missing={ready ? null : t('plan:measureMissing')}
      submitLabel={t('plan:measureSave')}
      sending={send}
      onSend={save}
      onClose={onClose}
    >
      <SharedText label={t('plan:measureWords')} value={text} onChange={setText} />
      <Field label={t('plan:measureWho')}>
        {(id) => (
          <span className="select">
            <select id={id} value={who} onChange={(event) => setWho(event.target.value)}>
              <option value="">{t('plan:chooseWho')}</option>
              <optgroup label={t('plan:whoFamily')}>
                {plan.members.map((member) => (
                  <option key={member.id} value={`member ${member.id}`}>
                    {member.calledName}
                  </option>
                ))}
              </optgroup>
              <optgroup label={t('plan:whoService')}>
                {plan.parties.map((party) => (
                  <option key={party.id} value={`party ${party.id}`}>
                    {party.name}
                  </option>
                ))}
              </optgroup>
              <option value="named">{t('plan:whoOther')}</option>
            </select>
            <Icon name="down" />
          </span>
        )}
      </Field>
      {who === 'named' && (
        <ShortText label={t('plan:whoName')} help={t('plan:whoNameHelp')} value={name} onChange={setName} />
      )}
      <Picks
        legend={t('plan:howOften')}
        options={[
          { value: 'once', label: t('plan:once') },
          { value: 'monthly', label: t('plan:monthly') },
        ]}
        chosen={often}
        onChoose={setOften}
      />
      <div className="fields-row">
        <DayField label={t(often === 'once' ? 'plan:due' : 'plan:from')} value={due} onChange={setDue} />
        {often === 'monthly' && <DayField label={t('plan:to')} value={to} onChange={setTo} />}
      </div>
      {costs.map((cost, at) => (
        <div key={at} className="fields-row plan-form__cost">
          <Field label={t('plan:paidBy')}>
            {(id) => (
              <Select
                id={id}
                value={cost.partyId}
                onChoose={(partyId) => setCost(at, { partyId })}
                options={[
                  { value: '' as const, label: t('plan:nobodyPays') },
                  ...plan.parties.map((party) => ({ value: party.id, label: partyName(plan, party.id) })),
                ]}
              />
            )}
          </Field>
          {cost.partyId !== '' && (
            <ShortText
              holds="money"
              label={t(often === 'once' ? 'plan:amount' : 'plan:amountMonthly')}
              wrong={checked && oreOf(cost.amount) === undefined ? t('plan:amountWrong') : undefined}
              value={cost.amount}
              onChange={(amount) => setCost(at, { amount })}
            />
          )}
        </div>
      ))}
      {costs.at(-1)?.partyId !== '' && (
        <div className="row">
          <Button look="quiet" icon="plus" onClick={() => setCosts([...costs, { partyId: '', amount: '' }])}>
            {t('plan:otherPayer')}
          </Button>
        </div>
      )}
      {isVoluntary && (
        <ShortText
          holds="money"
          label={t('plan:estimated')}
          help={t('plan:estimatedHelp')}
          wrong={checked && wrongEstimate ? t('plan:amountWrong') : undefined}
          value={estimate}
          onChange={setEstimate}
        />
      )}
    </FormDialog>
  )
}

/** "party 1234…" or "member 1234…": what was chosen in the list. */
function doerIn(chosen: string): Doer | null {
  const [is, id] = chosen.split(' ')
  if (is === 'party' && id) return { is, partyId: id as PartyId }
  return is === 'member' && id ? { is, personId: id as PersonId } : null
}
