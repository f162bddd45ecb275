import type { RecordOutside } from '@velferdslab/core/commands/decision'
import { areaCodes, type AreaCode } from '@velferdslab/core/areas'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { DecisionId, PartyId, PersonId } from '@velferdslab/core/ids'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { areaName } from '../../areas.ts'
import { newId } from '../../api.ts'
import { recordOutside } from '../../plan-api.ts'
import { usePlanCommand } from '../../use-plan-command.ts'
import { Field, Select } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { FormDialog } from './form.tsx'
import { DayField, ShortText } from '../../ui/text-field.tsx'
import { SharedText } from '../privacy/shared-text.tsx'
import { PersonTicks } from './person-ticks.tsx'
import { usePlan } from './plan-names.ts'

/** What my service decided alone, by law. It always has its ground, and those it is about see it at once. */
export function OutsideDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['deciding', 'plan'])
  const { plan, familyId, speaker } = usePlan()
  const decisionId = useRef(newId<DecisionId>())
  const services = plan.parties.filter((party) => plan.me.parties.includes(party.id) && !party.isPrivate)
  const [partyId, setParty] = useState<PartyId | undefined>(services[0]?.id)
  const [what, setWhat] = useState('')
  const [why, setWhy] = useState('')
  const [ground, setGround] = useState('')
  const [on, setOn] = useState<string>(plan.today)
  const [area, setArea] = useState<AreaCode | ''>('')
  const [persons, setPersons] = useState<readonly PersonId[]>([])
  const send = usePlanCommand(
    familyId,
    (input: Omit<RecordOutside, 'commandId'>, commandId) => recordOutside(familyId, { ...input, commandId }),
    onClose,
  )
  const ready =
    partyId && area !== '' && what.trim() !== '' && ground.trim().length >= 3 && on !== '' && persons.length > 0
  return (
    <FormDialog
      title={t('deciding:outsideRecordTitle')}
      lead={<Notice icon="law">{t('deciding:outsideRecordText')}</Notice>}
      missing={ready ? null : t('deciding:outsideMissing')}
      submitLabel={t('deciding:outsideDo')}
      sending={send}
      onSend={() =>
        ready &&
        send.mutate({
          decisionId: decisionId.current,
          partyId,
          area,
          persons: [...persons],
          on: on as CalendarDay,
          words: { what: what.trim(), ground: ground.trim(), ...(why.trim() ? { why: why.trim() } : {}) },
        })
      }
      onClose={onClose}
    >
      {services.length > 1 && partyId && (
        <Field label={t('deciding:outsideService')}>
          {(id) => (
            <Select
              id={id}
              value={partyId}
              onChoose={setParty}
              options={services.map((party) => ({ value: party.id, label: party.name }))}
            />
          )}
        </Field>
      )}
      <SharedText label={t('deciding:outsideWhat')} value={what} onChange={setWhat} />
      <SharedText label={t('deciding:outsideWhy')} value={why} onChange={setWhy} />
      <ShortText
        label={t('deciding:proposeGround')}
        help={t('deciding:proposeGroundHelp')}
        value={ground}
        onChange={setGround}
      />
      <PersonTicks legend={t('deciding:proposeWhom')} chosen={persons} onChoose={setPersons} />
      <div className="fields-row">
        <Field label={t('deciding:outsideArea')}>
          {(id) => (
            <Select
              id={id}
              value={area}
              onChoose={setArea}
              options={[
                { value: '' as const, label: t('plan:chooseArea') },
                ...areaCodes
                  .filter((each) => each !== 'common')
                  .map((each) => ({ value: each, label: areaName(each, speaker) })),
              ]}
            />
          )}
        </Field>
        <DayField label={t('deciding:outsideDay')} value={on} max={plan.today} onChange={setOn} />
      </div>
    </FormDialog>
  )
}
