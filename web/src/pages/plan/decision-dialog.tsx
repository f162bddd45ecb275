import { decisionKinds, type DecisionCard, type DecisionKind } from '@velferdslab/core/decision'
import type { DecisionId, PartyId, PersonId } from '@velferdslab/core/ids'
import { dueDays } from '@velferdslab/core/ledger-rules'
import type { Measure } from '@velferdslab/core/plan'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { changeDecision, proposeDecision } from '../../plan-api.ts'
import { usePlanCommand } from '../../use-plan-command.ts'
import { Field, Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { FormDialog } from './form.tsx'
import { ShortText } from '../../ui/text-field.tsx'
import { SharedText } from '../privacy/shared-text.tsx'
import { oreOf, writtenKroner } from './kroner.ts'
import { PersonTicks } from './person-ticks.tsx'
import { usePlan } from './plan-names.ts'

interface DecisionDialogProps {
  /** A new one on a measure, or other content of one that stands. */
  about: { measure: Measure; card?: never } | { card: DecisionCard; measure?: never }
  onClose: () => void
}

interface Content {
  readonly kind: DecisionKind
  readonly amountOre: number
  readonly words: { what: string; why?: string; ground?: string }
}

/** What is laid before those it is about. Changed content is a new version, and everybody answers anew: that is said first. */
export function DecisionDialog({ about, onClose }: DecisionDialogProps) {
  const { t } = useTranslation('deciding')
  const { plan, familyId } = usePlan()
  const { measure, card } = about
  const decisionId = useRef(newId<DecisionId>())
  const payers = measure && measure.costs.length > 0 ? measure.costs.map((cost) => cost.partyId) : undefined
  const [what, setWhat] = useState(card ? card.words.what : measure.words.text)
  const [why, setWhy] = useState(card?.words.why ?? '')
  const [kind, setKind] = useState<DecisionKind>(card?.kind ?? 'agreement')
  const [ground, setGround] = useState(card?.words.ground ?? '')
  const [partyId, setPartyId] = useState<PartyId | ''>(card?.partyId ?? payers?.[0] ?? '')
  const [amount, setAmount] = useState(card ? writtenKroner(card.amountOre) : amountOf(measure))
  const [persons, setPersons] = useState<readonly PersonId[]>(
    card ? card.about.persons : measure.about.whole ? [] : measure.about.persons,
  )
  const [checked, setChecked] = useState(false)
  const amountOre = oreOf(amount)
  const ready = what.trim() !== '' && partyId !== '' && persons.length > 0 && amount.trim() !== ''
  const send = usePlanCommand(
    familyId,
    (input: Content & { partyId: PartyId; persons: PersonId[] }, commandId) => {
      const { partyId: payer, persons: whom, ...content } = input
      return card
        ? changeDecision(familyId, card.id, { ...content, commandId, baseVersion: card.version })
        : proposeDecision(familyId, {
            ...content,
            commandId,
            decisionId: decisionId.current,
            measureId: measure.id,
            area: measure.area,
            partyId: payer,
            persons: whom,
          })
    },
    onClose,
  )
  const save = () => {
    setChecked(true)
    if (amountOre === undefined || partyId === '') return
    send.mutate({
      partyId,
      persons: [...persons],
      kind,
      amountOre,
      words: {
        what: what.trim(),
        ...(why.trim() ? { why: why.trim() } : {}),
        ...(ground.trim() ? { ground: ground.trim() } : {}),
      },
    })
  }
  return (
    <FormDialog
      title={t(card ? 'changeTitle' : 'proposeTitle')}
      lead={card && <Notice icon="undo">{t('changeText')}</Notice>}
      missing={ready ? null : t('proposeMissing')}
      submitLabel={t(card ? 'changeDo' : 'proposeDo')}
      sending={send}
      onSend={save}
      onClose={onClose}
    >
      <SharedText label={t('proposeWhat')} value={what} onChange={setWhat} />
      <SharedText label={t('proposeWhy')} value={why} onChange={setWhy} />
      {!card && (
        <PersonTicks legend={t('proposeWhom')} help={t('proposeWhomHelp')} chosen={persons} onChoose={setPersons} />
      )}
      <div className="fields-row">
        {!card && (
          <Field label={t('proposePayer')}>
            {(id) => (
              <Select
                id={id}
                value={partyId}
                onChoose={setPartyId}
                options={[
                  { value: '' as const, label: t('choosePayer') },
                  ...plan.parties.map((party) => ({ value: party.id, label: party.name })),
                ]}
              />
            )}
          </Field>
        )}
        <ShortText
          holds="money"
          label={t('proposeAmount')}
          wrong={checked && amountOre === undefined ? t('amountWrong') : undefined}
          value={amount}
          onChange={setAmount}
        />
      </div>
      <Field label={t('proposeKind')}>
        {(id) => (
          <Select
            id={id}
            value={kind}
            onChoose={setKind}
            options={decisionKinds.map((each) => ({ value: each, label: t(`kind_${each}`) }))}
          />
        )}
      </Field>
      {kind === 'enkeltvedtak' && (
        <ShortText label={t('proposeGround')} help={t('proposeGroundHelp')} value={ground} onChange={setGround} />
      )}
    </FormDialog>
  )
}

/** What a measure costs its first payer, all its months together. */
function amountOf(measure: Measure): string {
  const [first] = measure.costs
  return first ? writtenKroner(first.ore * dueDays(measure).length) : ''
}
