import type { RecordResponsibility as Input } from '@velferdslab/core/commands/household'
import { areaCodes, type AreaCode } from '@velferdslab/core/areas'
import type { CalendarDay } from '@velferdslab/core/dates'
import { responsibilitySources, type HouseholdMember, type ResponsibilitySource } from '@velferdslab/core/household'
import type { FamilyId, PersonId, ResponsibilityId } from '@velferdslab/core/ids'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { areaName, inAreaOrder } from '../../areas.ts'
import { NotSent } from '../../not-sent.tsx'
import { inList } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, Picks, Select } from '../../ui/field.tsx'
import { DayField, ShortText } from '../../ui/text-field.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { toggled } from '../../ui/toggled.ts'
import { usePeople } from './use-people.ts'

/** Who answers for somebody: a parent, or a guardian within the areas of a document. */
export function RecordResponsibility(props: {
  family: FamilyId
  members: readonly (Pick<HouseholdMember, 'id' | 'calledName' | 'isChild'> & { name?: string })[]
  member: Pick<HouseholdMember, 'id' | 'calledName' | 'isChild'>
  record: (input: Input) => Promise<unknown>
  onClose: () => void
}) {
  const { family, members, member, record, onClose } = props
  const { t } = useTranslation(['people', 'everywhere'])
  const ids = useRef({ responsibilityId: newId<ResponsibilityId>(), other: newId<PersonId>() })
  const grown = members.filter((each) => !each.isChild && each.id !== member.id)
  const [kind, setKind] = useState<'parental' | 'guardian'>(member.isChild ? 'parental' : 'guardian')
  const [holder, setHolder] = useState<PersonId | 'other'>(grown[0]?.id ?? 'other')
  const [name, setName] = useState('')
  const [areas, setAreas] = useState<readonly AreaCode[]>([])
  const [source, setSource] = useState<ResponsibilitySource>('register')
  const [documentOn, setDocumentOn] = useState('')
  const [tooEarly, setTooEarly] = useState(false)
  const sending = usePeople<Omit<Input, 'commandId'>>(family, record, onClose)
  const needsDocument = source !== 'told_by_parent' && source !== 'register'
  const missing = [
    holder === 'other' && name.trim().length < 2 && t('people:recordMissingName'),
    kind === 'guardian' && areas.length === 0 && t('people:recordMissingArea'),
    needsDocument && documentOn === '' && t('people:recordMissingDocument'),
  ].filter((each) => each !== false)
  const send = () => {
    setTooEarly(missing.length > 0)
    if (missing.length > 0 || sending.isPending) return
    const isOther = holder === 'other'
    sending.mutate({
      responsibilityId: ids.current.responsibilityId,
      personId: member.id,
      holderId: isOther ? ids.current.other : holder,
      holderName: isOther ? name.trim() : null,
      kind,
      areas: kind === 'guardian' ? [...areas] : null,
      source,
      documentOn: documentOn === '' ? null : (documentOn as CalendarDay),
      until: null,
    })
  }
  return (
    <Dialog
      open
      title={t('people:recordTitle', { name: member.calledName })}
      onClose={onClose}
      closeLabel={t('everywhere:close')}
    >
      <form
        className="stack belong__form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <p>{t('people:recordText')}</p>
        {member.isChild && (
          <Picks
            legend={t('people:recordKind')}
            options={[
              { value: 'parental', label: t('people:kind_parental') },
              { value: 'guardian', label: t('people:kind_guardian') },
            ]}
            chosen={kind}
            onChoose={setKind}
          />
        )}
        <Field label={t('people:recordWho')}>
          {(id) => (
            <Select
              id={id}
              value={holder}
              options={[
                ...grown.map((each) => ({ value: each.id, label: each.name ?? each.calledName })),
                { value: 'other' as const, label: t('people:recordOther') },
              ]}
              onChoose={setHolder}
            />
          )}
        </Field>
        {holder === 'other' && (
          <ShortText label={t('people:recordName')} help={t('people:recordNameHelp')} value={name} onChange={setName} />
        )}
        {kind === 'guardian' && (
          <fieldset className="belong__areas">
            <legend>{t('people:recordAreas')}</legend>
            {inAreaOrder(areaCodes).map((area) => (
              <TickTile
                key={area}
                type="checkbox"
                name="area"
                value={area}
                checked={areas.includes(area)}
                onChange={() => setAreas((those) => toggled(those, area))}
              >
                {areaName(area, 'work')}
              </TickTile>
            ))}
          </fieldset>
        )}
        <Field label={t('people:recordSource')}>
          {(id) => (
            <Select
              id={id}
              value={source}
              options={responsibilitySources.map((each) => ({ value: each, label: t(`people:${each}`) }))}
              onChoose={setSource}
            />
          )}
        </Field>
        <DayField
          label={t('people:recordDocument')}
          help={t('people:recordDocumentHelp')}
          value={documentOn}
          onChange={setDocumentOn}
        />
        {tooEarly && missing.length > 0 && (
          <p className="field__wrong">{t('people:recordMissing', { what: inList(missing) })}</p>
        )}
        <NotSent error={sending.error} />
        <div className="row">
          <Button type="submit" aria-busy={sending.isPending}>
            {t('people:save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
