import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Writing } from '../../live/writing.ts'
import { useRoomPart } from '../../live/use-room.ts'
import { PrivacyAsk } from '../privacy/privacy-ask.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { aboutIn } from './about-whom.ts'
import { MayRead } from './may-read.tsx'
import { NoteText } from './note-text.tsx'
import { PlaceFields } from './place-fields.tsx'
import { useTable } from './table-context.ts'
import { AboutWhom, Bright, OnlyMine, PersonAround, WhoAndWhen } from './writer-fields.tsx'
import { WriterState } from './writer-state.tsx'

/**
 * A note being written in a sheet over the page. Where it stands and who may read it come before the words: what is typed is
 * with the others in a moment. Closing it in any way keeps what was written.
 */
export function NoteSheet(props: { knowsPlace: boolean; onClose: () => void }) {
  const writing = useRoomPart(useTable().room, (state) => state.writing)
  return writing ? <Sheet writing={writing} {...props} /> : null
}

function Sheet({ writing, knowsPlace, onClose }: { writing: Writing; knowsPlace: boolean; onClose: () => void }) {
  const { t } = useTranslation(['cloth', 'everywhere'])
  const { room, place, cloth, me } = useTable()
  const id = useId()
  // What it began as: nothing changes its name under the writer's hands.
  const [isNew] = useState(!writing.given)
  const [missing, setMissing] = useState(false)
  const { cell, area } = writing.place
  const isPerson = writing.place.cell === 'around_me'
  const isOwn = writing.place.privacy === 'own'
  const hasWords = writing.content.words.text.trim() !== ''
  return (
    <Dialog
      open
      className="note-sheet"
      title={isNew ? t('cloth:newNote') : t('cloth:changeNote')}
      closeLabel={t('everywhere:close')}
      onClose={onClose}
    >
      {knowsPlace || !writing.mayMove ? (
        <p className="note-sheet__place">{place(cell, area)}</p>
      ) : (
        <PlaceFields
          chosen={writing.placed ? writing.place : null}
          onChoose={(chosen) => {
            const about = isOwn ? writing.place.about : aboutIn(cloth, me, chosen.area, writing.place.about)
            room.type({ place: { ...writing.place, ...chosen, about } })
          }}
          {...(writing.placed ? {} : { help: t('cloth:whereHelp') })}
        />
      )}
      <OnlyMine writing={writing} />
      <AboutWhom writing={writing} />
      {writing.placed && (
        <Notice icon={isOwn ? 'lock' : 'eye'}>
          <MayRead writing={writing} />
        </Notice>
      )}
      <div className="field">
        <label htmlFor={id}>
          {isPerson ? t('cloth:firstName') : t('cloth:whatToSay')}{' '}
          {!isPerson && <span className="soft small">{t('cloth:fewWords')}</span>}
        </label>
        <NoteText id={id} writing={writing} takesFocus={false} />
        {writing.place.privacy === 'table' && <PrivacyAsk text={writing.content.words.text} />}
      </div>
      <PersonAround writing={writing} />
      <WhoAndWhen writing={writing} />
      {!isPerson && <Bright writing={writing} />}
      <WriterState writing={writing} />
      {missing && !writing.placed && <p role="alert">{t('cloth:placeMissing')}</p>}
      <Button
        wide
        look={hasWords && !writing.placed ? 'waiting' : 'primary'}
        onClick={() => (hasWords && !writing.placed ? setMissing(true) : onClose())}
      >
        {isNew ? t('cloth:putOnCloth') : t('cloth:done')}
      </Button>
    </Dialog>
  )
}
