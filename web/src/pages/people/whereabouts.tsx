import {
  whereaboutsKinds,
  type Household,
  type HouseholdMember,
  type WhereaboutsKind,
} from '@velferdslab/core/household'
import type { TellWhereabouts } from '@velferdslab/core/commands/household'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NotSent } from '../../not-sent.tsx'
import { tellWhereabouts } from '../../people-api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { ShortText } from '../../ui/text-field.tsx'
import { usePeople } from './use-people.ts'

/** Where somebody lives, goes to school, kindergarten or work. Shown to who may know it; nothing tells others that it stands here. */
export function Whereabouts({ member }: { member: HouseholdMember }) {
  const { t } = useTranslation('people')
  if (member.whereabouts.length === 0) return null
  return (
    <dl className="belong__where">
      {member.whereabouts.map(({ what, text }) => (
        <div key={what}>
          <dt>{t(what)}</dt>
          <dd dir="auto">{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The way to write it. */
export function WriteWhereabouts({ home, member }: { home: Household; member: HouseholdMember }) {
  const { t } = useTranslation('people')
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button
        look="quiet"
        icon="pen"
        onClick={() => setOpened(true)}
        aria-label={`${t('whereDo')}: ${member.calledName}`}
      >
        {t('whereDo')}
      </Button>
      {opened && <Tell home={home} member={member} onClose={() => setOpened(false)} />}
    </>
  )
}

function Tell({ home, member, onClose }: { home: Household; member: HouseholdMember; onClose: () => void }) {
  const { t } = useTranslation(['people', 'everywhere'])
  const told = (what: WhereaboutsKind) => member.whereabouts.find((each) => each.what === what)?.text ?? ''
  const [what, setWhat] = useState<WhereaboutsKind>('address')
  const [text, setText] = useState(told('address'))
  const sending = usePeople<Omit<TellWhereabouts, 'commandId'>>(
    home.family.id,
    (input) => tellWhereabouts(home.family.id, input),
    onClose,
  )
  return (
    <Dialog
      open
      title={t('people:whereTitle', { name: member.calledName })}
      onClose={onClose}
      closeLabel={t('everywhere:close')}
    >
      <form
        className="stack belong__form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!sending.isPending) sending.mutate({ personId: member.id, what, text: text.trim() || null })
        }}
      >
        <Field label={t('people:whereWhat')}>
          {(id) => (
            <Select
              id={id}
              value={what}
              options={whereaboutsKinds.map((each) => ({ value: each, label: t(`people:${each}`) }))}
              onChoose={(chosen) => {
                setWhat(chosen)
                setText(told(chosen))
              }}
            />
          )}
        </Field>
        <ShortText
          label={t(`people:${what}`)}
          help={t(home.guarded ? 'people:whereWhoGuarded' : 'people:whereWho')}
          longest={200}
          value={text}
          onChange={setText}
        />
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
