import type { Note } from '@velferdslab/core/cloth'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '../../live/command-queue.ts'
import { placeOf } from '../../live/writing.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { aboutIn } from './about-whom.ts'
import { isAreaCell } from './cells.ts'
import { PlaceFields } from './place-fields.tsx'
import { useTable } from './table-context.ts'

/** Another place for my own note. The place is only used when it is pressed; going away changes nothing. */
export function MoveDialog({ note, onClose }: { note: Note; onClose: () => void }) {
  const { t } = useTranslation(['cloth', 'everywhere'])
  const { room, tell, place, cloth, me } = useTable()
  const [chosen, setChosen] = useState<Place>(placeOf(note))
  const choose = (to: Pick<Place, 'cell' | 'area'>) => {
    const about = chosen.privacy === 'own' ? chosen.about : aboutIn(cloth, me, to.area, chosen.about)
    setChosen({ ...chosen, ...to, about })
  }
  const move = () => {
    onClose()
    const before = placeOf(note)
    if (chosen.cell === before.cell && chosen.area === before.area) return
    room.move(note, chosen)
    tell(t('cloth:moved', { where: place(chosen.cell, chosen.area) }), () => {
      room.move(note, before)
      tell(t('cloth:undone'))
    })
  }
  const complete = isAreaCell(chosen.cell) !== (chosen.area === 'common')
  return (
    <Dialog
      open
      className="note-sheet"
      title={t('cloth:moveTitle')}
      closeLabel={t('everywhere:close')}
      onClose={onClose}
    >
      <blockquote dir="auto">{note.words.text}</blockquote>
      <PlaceFields chosen={chosen} onChoose={choose} />
      <Button wide look={complete ? 'primary' : 'waiting'} onClick={() => complete && move()}>
        {t('cloth:moveHere')}
      </Button>
    </Dialog>
  )
}
