import type { AskMember as Input } from '@velferdslab/core/commands/household'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { Household } from '@velferdslab/core/household'
import type { MemberProposalId, PersonId } from '@velferdslab/core/ids'
import type { Relation } from '@velferdslab/core/people'
import { isTelephone } from '@velferdslab/core/telephone'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { NotSent } from '../../not-sent.tsx'
import { askMember } from '../../people-api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { DayField, ShortText } from '../../ui/text-field.tsx'
import { usePeople } from './use-people.ts'

const relations = ['partner', 'mother', 'father', 'grandmother', 'grandfather'] as const satisfies readonly Relation[]

/** Somebody grown moves in, or comes back. Everyone who speaks for the family is asked, and then they themself: before that they are not of it. */
export function AskMember({ home, back }: { home: Household; back?: Household['earlier'][number] }) {
  const { t } = useTranslation('people')
  const [opened, setOpened] = useState(false)
  return (
    <>
      <div className="row">
        <Button look="second" icon={back ? 'left' : 'plus'} onClick={() => setOpened(true)}>
          {back ? t('backDo', { name: back.name }) : t('askDo')}
        </Button>
      </div>
      {opened && <Ask home={home} back={back} onClose={() => setOpened(false)} />}
    </>
  )
}

function Ask(props: { home: Household; back: Household['earlier'][number] | undefined; onClose: () => void }) {
  const { home, back, onClose } = props
  const { t } = useTranslation(['people', 'everywhere'])
  const ids = useRef({ proposalId: newId<MemberProposalId>(), personId: back?.id ?? newId<PersonId>() })
  const [name, setName] = useState('')
  const [born, setBorn] = useState('')
  const [telephone, setTelephone] = useState('')
  const [relation, setRelation] = useState<Relation>(back?.relation ?? 'partner')
  const [tooEarly, setTooEarly] = useState(false)
  const noName = name.trim().length < 2
  const noPhone = !isTelephone(telephone.trim())
  const sending = usePeople<Omit<Input, 'commandId'>>(
    home.family.id,
    (input) => askMember(home.family.id, input),
    onClose,
  )
  const send = () => {
    const lacks = !back && (noName || born === '' || noPhone)
    setTooEarly(lacks)
    if (lacks || sending.isPending || relation === 'self') return
    const who = back ? null : { name: name.trim(), born: born as CalendarDay, telephone: telephone.trim() }
    sending.mutate({ ...ids.current, relation, who })
  }
  return (
    <Dialog
      open
      title={back ? t('people:backTitle', { name: back.name }) : t('people:askTitle')}
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
        <p>{t('people:askText')}</p>
        {!back && (
          <>
            <ShortText
              label={t('people:askName')}
              wrong={tooEarly && noName ? t('people:askNameMissing') : undefined}
              value={name}
              onChange={setName}
            />
            <DayField
              label={t('people:askBorn')}
              wrong={tooEarly && born === '' ? t('people:askBornMissing') : undefined}
              value={born}
              onChange={setBorn}
            />
            <ShortText
              label={t('people:askPhone')}
              help={t('people:askPhoneHelp')}
              wrong={tooEarly && noPhone ? t('people:askPhoneWrong') : undefined}
              holds="telephone"
              longest={40}
              value={telephone}
              onChange={setTelephone}
            />
            <Field label={t('people:askRelation')}>
              {(id) => (
                <Select
                  id={id}
                  value={relation}
                  options={relations.map((each) => ({ value: each, label: t(`people:${each}`) }))}
                  onChoose={setRelation}
                />
              )}
            </Field>
          </>
        )}
        <NotSent error={sending.error} />
        <div className="row">
          <Button type="submit" aria-busy={sending.isPending}>
            {t('people:askSend')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
