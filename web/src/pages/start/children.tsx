import type { AddChild } from '@velferdslab/core/commands/member'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { FamilyId, PersonId } from '@velferdslab/core/ids'
import type { Members } from '@velferdslab/core/member'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { Fetched } from '../../fetched.tsx'
import { NotSent } from '../../not-sent.tsx'
import { addChild, membersQuery } from '../../start-api.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Face } from '../../ui/face.tsx'
import { Picks } from '../../ui/field.tsx'
import { DayField, ShortText } from '../../ui/text-field.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { toggled } from '../../ui/toggled.ts'
import { useStart } from './use-start.ts'

/** Whom the family lives with. A referral names one grown person; the children are told of here, by who answers for them. */
export function Children({ familyId }: { familyId: FamilyId }) {
  const { t } = useTranslation('start')
  const query = useQuery(membersQuery(familyId))
  return (
    <Fetched query={query} titled what={t('what')}>
      {(home: Members) => (home.mayAdd || home.children.length > 0 ? <Known familyId={familyId} home={home} /> : null)}
    </Fetched>
  )
}

function Known({ familyId, home }: { familyId: FamilyId; home: Members }) {
  const { t } = useTranslation('start')
  const [opened, setOpened] = useState(false)
  return (
    <Card title={t('childrenTitle')}>
      <div className="stack">
        {home.children.length > 0 && (
          <ul className="at-table">
            {home.children.map((child) => (
              <li key={child.id}>
                <Face initials={child.initials} mark={child.mark} />
                <div>
                  <p className="strong">
                    <bdi>{child.name}</bdi>
                  </p>
                  {child.age !== null && (
                    <p className="small soft">
                      {child.age === 0 ? t('childBaby') : t('childYears', { count: child.age })}
                    </p>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
        {home.mayAdd && (
          <>
            <p>{t('childrenText')}</p>
            <div className="row">
              <Button look="second" icon="plus" onClick={() => setOpened(true)}>
                {t('childDo')}
              </Button>
            </div>
          </>
        )}
      </div>
      {opened && <Add familyId={familyId} grown={home.grown} onClose={() => setOpened(false)} />}
    </Card>
  )
}

/** Name, day, and who else answers: nothing more. Each one named must say yes before anybody reads about the child. */
function Add({ familyId, grown, onClose }: { familyId: FamilyId; grown: Members['grown']; onClose: () => void }) {
  const { t } = useTranslation(['start', 'everywhere'])
  const personId = useRef(newId<PersonId>())
  const [name, setName] = useState('')
  const [born, setBorn] = useState('')
  const [holders, setHolders] = useState<readonly PersonId[]>([])
  const [hasOther, setHasOther] = useState<'yes' | 'no' | null>(null)
  const [other, setOther] = useState('')
  const [tooEarly, setTooEarly] = useState(false)
  const noName = name.trim().length < 2
  const noOther = hasOther === 'yes' && other.trim().length < 2
  const sending = useStart<Omit<AddChild, 'commandId'>>(familyId, (input) => addChild(familyId, input), onClose)
  return (
    <Dialog open title={t('start:childTitle')} onClose={onClose} closeLabel={t('everywhere:close')}>
      <form
        className="stack start__form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const lacks = noName || born === '' || hasOther === null || noOther
          setTooEarly(lacks)
          if (lacks || sending.isPending) return
          const otherHolder = hasOther === 'yes' ? other.trim() : null
          sending.mutate({
            personId: personId.current,
            name: name.trim(),
            born: born as CalendarDay,
            holders: [...holders],
            otherHolder,
          })
        }}
      >
        <ShortText
          label={t('start:childName')}
          help={t('start:childNameHelp')}
          wrong={tooEarly && noName ? t('start:childNameMissing') : undefined}
          value={name}
          onChange={setName}
        />
        <DayField
          label={t('start:childBorn')}
          wrong={tooEarly && born === '' ? t('start:childBornMissing') : undefined}
          value={born}
          onChange={setBorn}
        />
        {grown.length > 0 && (
          <fieldset className="start__ticks">
            <legend>{t('start:childHolders')}</legend>
            {grown.map((each) => (
              <TickTile
                key={each.id}
                type="checkbox"
                name="holder"
                value={each.id}
                checked={holders.includes(each.id)}
                onChange={() => setHolders((those) => toggled(those, each.id))}
              >
                <bdi>{each.calledName}</bdi>
              </TickTile>
            ))}
          </fieldset>
        )}
        <Picks
          legend={t('start:childOtherQuestion')}
          options={[
            { value: 'no', label: t('start:childOtherNo') },
            { value: 'yes', label: t('start:childOtherYes') },
          ]}
          chosen={hasOther}
          onChoose={setHasOther}
        />
        {tooEarly && hasOther === null && <p className="field__wrong">{t('start:childOtherPick')}</p>}
        {hasOther === 'yes' && (
          <ShortText
            label={t('start:childOtherName')}
            help={t('start:childOtherThen')}
            wrong={tooEarly && noOther ? t('start:childOtherMissing') : undefined}
            value={other}
            onChange={setOther}
          />
        )}
        <p className="small soft">{t('start:childHoldersHelp')}</p>
        <NotSent error={sending.error} />
        <div className="row">
          <Button type="submit" aria-busy={sending.isPending}>
            {t('start:childSave')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
