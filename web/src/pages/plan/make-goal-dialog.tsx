import type { AreaCode } from '@velferdslab/core/areas'
import type { Cloth, Note } from '@velferdslab/core/cloth'
import type { FamilyId, GoalId, NoteId, PersonId } from '@velferdslab/core/ids'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { areaInSentence, areaName, type Speaker } from '../../areas.ts'
import { newId } from '../../api.ts'
import { makeGoal } from '../../plan-api.ts'
import { usePlanCommand } from '../../use-plan-command.ts'
import { Field, Picks, Select } from '../../ui/field.tsx'
import { FormDialog } from './form.tsx'
import { SharedText } from '../privacy/shared-text.tsx'

interface MakeGoalDialogProps {
  familyId: FamilyId
  cloth: Pick<Cloth, 'mayWrite' | 'people' | 'members' | 'family'>
  notes: readonly Note[]
  me: PersonId
  speaker: Speaker
  /** The note it is made from, when it was chosen on the cloth. */
  note?: Note | undefined
  onClose: () => void
  onDone: () => void
}

/** A note becomes a goal, and keeps its thread. Another's note keeps whom it is about, and its area where it has one. */
export function MakeGoalDialog({ familyId, cloth, notes, me, speaker, note, onClose, onDone }: MakeGoalDialogProps) {
  const { t } = useTranslation('plan')
  const goalId = useRef(newId<GoalId>())
  const [from, setFrom] = useState<Note | undefined>(note)
  const [text, setText] = useState(note?.words.text ?? '')
  const [area, setArea] = useState<AreaCode | ''>(note && note.area !== 'common' ? note.area : '')
  const [term, setTerm] = useState<'short' | 'long' | null>(null)
  const send = usePlanCommand(
    familyId,
    (input: { noteId: NoteId; area: AreaCode; term: 'short' | 'long'; text: string }, commandId) => {
      const about = from?.about.whole ? ({ whole: true } as const) : { persons: from?.about.persons ?? [me] }
      const { text: words, ...rest } = input
      return makeGoal(familyId, { ...rest, commandId, goalId: goalId.current, about, words: { text: words } })
    },
    onDone,
  )
  const nameOf = (id: PersonId) =>
    (cloth.people.find((each) => each.id === id) ?? cloth.members.find((each) => each.id === id))?.calledName ??
    t('somebody')
  const choose = (id: string) => {
    const chosen = notes.find((each) => each.id === id)
    setFrom(chosen)
    if (!chosen) return
    setText(chosen.words.text)
    if (chosen.area !== 'common') setArea(chosen.area)
  }
  // The area of another's note is kept, where it has one.
  const kept = from && from.area !== 'common' && from.author !== me
  const areas = cloth.mayWrite.map((each) => each.area).filter((each) => each !== 'common')
  const words = text.trim()
  const ready = from && area !== '' && term !== null && words !== ''
  return (
    <FormDialog
      title={t('goalTitle')}
      missing={ready ? null : t('goalMissing')}
      submitLabel={t('goalSave')}
      sending={send}
      onSend={() => ready && send.mutate({ noteId: from.id, area, term, text: words })}
      onClose={onClose}
    >
      {note ? (
        <blockquote className="plan-form__note" dir="auto">
          {note.words.text}
        </blockquote>
      ) : (
        <Field label={t('goalNote')}>
          {(id) => (
            <Select
              id={id}
              value={from?.id ?? ''}
              onChoose={choose}
              options={[
                { value: '' as const, label: t('chooseNote') },
                ...notes.map((each) => ({
                  value: each.id,
                  label: t('noteBy', { text: shorten(each.words.text), name: nameOf(each.author) }),
                })),
              ]}
            />
          )}
        </Field>
      )}
      <SharedText label={t('goalWords')} value={text} onChange={setText} />
      <Picks
        legend={t(cloth.family.onePerson ? 'goalTermOne' : 'goalTerm')}
        options={[
          { value: 'short', label: t('short') },
          { value: 'long', label: t('long') },
        ]}
        chosen={term}
        onChoose={setTerm}
      />
      {!kept && (
        <Field label={t('goalArea')}>
          {(id) => (
            <Select
              id={id}
              value={area}
              onChoose={setArea}
              options={[
                { value: '' as const, label: t('chooseArea') },
                ...areas.map((each) => ({ value: each, label: areaName(each, speaker) })),
              ]}
            />
          )}
        </Field>
      )}
      <p className="small soft">
        {area === '' ? t('goalNoArea') : t('goalReaders', { area: areaInSentence(area, speaker) })}
      </p>
    </FormDialog>
  )
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text
}
