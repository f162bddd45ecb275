import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { writableIn } from './about-whom.ts'
import type { NoteView } from './cloth-view.ts'
import { mayCorrect, mayVoid } from './may-beside.ts'
import { Popover } from './popover.tsx'
import { useTable } from './table-context.ts'

/** What one may do with a note. Everything is a button; nothing has to be dragged. */
export function NoteActions({ view }: { view: NoteView }) {
  const { t } = useTranslation('cloth')
  const { cloth, me, change, askGoal, askMove, askErase, askVoid, askCorrect, person, shell } = useTable()
  const { note, lockedBy, isMine } = view
  const here = writableIn(cloth, note.area) !== undefined
  const mayChange = here && !note.voided
  // Beside a correction a note stays where it is, with its words.
  const isFree = note.corrections.length === 0
  const strikes = mayVoid(note, here, { cloth, me, shell })
  const corrects = mayCorrect(note, { cloth, me, shell })
  const locked = lockedBy && t('lockedReason', { name: person(lockedBy.writer).calledName })
  if (!mayChange && !corrects && !strikes && !(isMine && isFree)) return null
  return (
    <Popover
      className="note__actions"
      button={(props) => (
        <button
          type="button"
          className="note__more"
          aria-label={t('actions', { text: shorten(note.words.text) })}
          {...props}
        >
          <More />
        </button>
      )}
    >
      {(close) => (
        <ul className="menu">
          {mayChange && (
            <Action
              icon="pen"
              label={t('change')}
              reason={locked}
              onPress={() => {
                close()
                change(note)
              }}
            />
          )}
          {/* A guest is let in to one meeting; the plan goes on after it. */}
          {mayChange && shell !== 'table' && note.cell !== 'around_me' && (
            <Action
              icon="goal"
              label={t('toGoal')}
              reason={locked}
              onPress={() => {
                close()
                askGoal(note)
              }}
            />
          )}
          {isMine && mayChange && isFree && (
            <Action
              icon="right"
              label={t('move')}
              reason={locked}
              onPress={() => {
                close()
                askMove(note)
              }}
            />
          )}
          {corrects && (
            <Action
              icon="chat"
              label={t('correct')}
              reason={locked}
              onPress={() => {
                close()
                askCorrect(note)
              }}
            />
          )}
          {strikes && (
            <Action
              icon="stop"
              label={t('strike')}
              reason={locked}
              onPress={() => {
                close()
                askVoid(note)
              }}
            />
          )}
          {isMine && isFree && (
            <Action
              icon="close"
              label={t('erase')}
              reason={locked}
              onPress={() => {
                close()
                askErase(note)
              }}
            />
          )}
        </ul>
      )}
    </Popover>
  )
}

/** A locked note's buttons stay where they are and say why, instead of vanishing under the keyboard. */
function Action({
  icon,
  label,
  reason,
  onPress,
}: {
  icon: IconName
  label: string
  reason: string | null
  onPress: () => void
}) {
  return (
    <li>
      <button type="button" aria-disabled={reason ? true : undefined} onClick={() => !reason && onPress()}>
        <Icon name={icon} small />
        <span>
          {label}
          {reason && <span className="small soft"> {reason}</span>}
        </span>
      </button>
    </li>
  )
}

/** Three dots: the design's sprite has no such icon. */
function More() {
  return (
    <svg className="ic ic--s" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="3.5" />
    </svg>
  )
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text
}
