import './beside-note.css'
import type { Note } from '@velferdslab/core/cloth'
import { useTranslation } from 'react-i18next'
import { dayOf, plainDay } from '../../texts/format.ts'
import { By } from '../../ui/face.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useTable } from './table-context.ts'

/** What those the note is about say beside it. It follows the note wherever the note is shown. */
export function Corrections({ note }: { note: Note }) {
  const { t } = useTranslation('cloth')
  const { person } = useTable()
  if (note.corrections.length === 0) return null
  return (
    <ul className="note__corrections" aria-label={t('corrections')}>
      {note.corrections.map((correction) => {
        const by = person(correction.by)
        return (
          <li key={correction.id} className={`correction w${by.mark}`}>
            <p className="correction__lead">{t('disagrees', { name: by.calledName })}</p>
            <p className="note__text" dir="auto">
              {correction.text}
            </p>
            <p className="meta">
              <By {...by} />
              <span>
                {plainDay(dayOf(correction.at), dayOf(new Date()))}
                {correction.version < note.version && <> · {t('answersEarlier')}</>}
              </span>
            </p>
          </li>
        )
      })}
    </ul>
  )
}

/** A note that no longer counts: why, by whom and when; its words only for who unfolds them. */
export function VoidedNote({ note }: { note: Note }) {
  const { t } = useTranslation('cloth')
  const { person } = useTable()
  const { voided } = note
  if (!voided) return null
  return (
    <>
      <p className="note__void">
        <Icon name="stop" small />
        <strong>{t('void')}</strong>
      </p>
      <p className="small soft">
        {t('voidedBy', {
          name: person(voided.by).calledName,
          day: plainDay(dayOf(voided.at), dayOf(new Date())),
          reason: t(`voidReasonIn.${voided.reason}`),
        })}
      </p>
      <details className="note__struck">
        <summary>{t('showStruck')}</summary>
        <p className="note__text" dir="auto">
          {note.words.text}
        </p>
      </details>
    </>
  )
}
