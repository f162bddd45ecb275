import type { RecordProtection as Input } from '@velferdslab/core/commands/household'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { Household, HouseholdMember, ProtectionLevel, ProtectionSource } from '@velferdslab/core/household'
import type { ProtectionId } from '@velferdslab/core/ids'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { NotSent } from '../../not-sent.tsx'
import { recordProtection } from '../../people-api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Picks } from '../../ui/field.tsx'
import { DayField } from '../../ui/text-field.tsx'
import { usePeople } from './use-people.ts'

/** That an address is protected, how strictly, and where that is known from. */
export function RecordProtection(props: { home: Household; member: HouseholdMember; onClose: () => void }) {
  const { home, member, onClose } = props
  const { t } = useTranslation(['people', 'everywhere'])
  const protectionId = useRef(newId<ProtectionId>())
  const [level, setLevel] = useState<ProtectionLevel | null>(null)
  const [source, setSource] = useState<ProtectionSource | null>(null)
  const [from, setFrom] = useState<string>(home.today)
  const [tooEarly, setTooEarly] = useState(false)
  const sending = usePeople<Omit<Input, 'commandId'>>(
    home.family.id,
    (input) => recordProtection(home.family.id, input),
    onClose,
  )
  return (
    <Dialog
      open
      title={t('people:protectionTitle', { name: member.calledName })}
      onClose={onClose}
      closeLabel={t('everywhere:close')}
    >
      <form
        className="stack belong__form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTooEarly(level === null || source === null || from === '')
          if (level === null || source === null || from === '' || sending.isPending) return
          sending.mutate({
            protectionId: protectionId.current,
            personId: member.id,
            level,
            source,
            from: from as CalendarDay,
          })
        }}
      >
        <p>{t('people:protectionText')}</p>
        <Picks
          legend={t('people:protectionLevel')}
          options={[
            { value: 'confidential', label: t('people:level_confidential') },
            { value: 'strictly_confidential', label: t('people:level_strictly_confidential') },
          ]}
          chosen={level}
          onChoose={setLevel}
        />
        <Picks
          legend={t('people:protectionSource')}
          options={[
            { value: 'register', label: t('people:source_register') },
            { value: 'police', label: t('people:source_police') },
            { value: 'told', label: t('people:source_told') },
          ]}
          chosen={source}
          onChoose={setSource}
        />
        <DayField label={t('people:protectionFrom')} value={from} onChange={setFrom} />
        {tooEarly && <p className="field__wrong">{t('people:protectionMissing')}</p>}
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
