import type { FamilyId } from '@velferdslab/core/ids'
import { changeInScore, type Wellbeing, type WellbeingEntry } from '@velferdslab/core/wellbeing'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { eraseWellbeing, shareWellbeing } from '../../journey-api.ts'
import { newId } from '../../api.ts'
import { familyKey } from '../../queries.ts'
import { inList, plainDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { NotSent } from '../../not-sent.tsx'
import { EntryScale } from './entry-scale.tsx'
import { momentKey } from './moment-key.ts'

/** My answers, the newest first: the number beside my own words, who can read it, and how to change that. */
export function MyAnswers({ familyId, wellbeing }: { familyId: FamilyId; wellbeing: Wellbeing }) {
  const { t } = useTranslation('wellbeing')
  const change = changeInScore(wellbeing.mine)
  if (wellbeing.mine.length === 0) return null
  return (
    <Card title={t('answers')}>
      <div className="stack">
        {change && <p>{t('change', change)}</p>}
        <ol className="entries">
          {[...wellbeing.mine].reverse().map((entry) => (
            <Mine key={entry.id} familyId={familyId} wellbeing={wellbeing} entry={entry} />
          ))}
        </ol>
      </div>
    </Card>
  )
}

interface MineProps {
  familyId: FamilyId
  wellbeing: Wellbeing
  entry: WellbeingEntry
}

function Mine({ familyId, wellbeing, entry }: MineProps) {
  const { t } = useTranslation(['wellbeing', 'everywhere'])
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState(false)
  const onSettled = () => queryClient.invalidateQueries({ queryKey: [...familyKey(familyId), 'wellbeing'] })
  // Doing either twice is the same as once, so each press may have its own command id.
  const share = useMutation({
    mutationFn: (privacy: WellbeingEntry['privacy']) =>
      shareWellbeing(familyId, entry.id, { commandId: newId(), privacy }),
    onSettled,
  })
  const erase = useMutation({
    mutationFn: () => eraseWellbeing(familyId, entry.id, { commandId: newId() }),
    onSettled,
  })
  const day = plainDay(entry.onDay, wellbeing.today)
  const names = inList(wellbeing.leaders)
  const readers =
    entry.privacy === 'own'
      ? t('wellbeing:onlyYouRead')
      : wellbeing.leaders.length > 0
        ? t('wellbeing:leadersRead', { names })
        : t('wellbeing:leadersReadNot')
  const said =
    entry.answer.kind === 'score'
      ? t('wellbeing:score', { score: entry.answer.score })
      : entry.answer.kind === 'rather_not'
        ? t('wellbeing:saidRatherNot')
        : t('wellbeing:saidNoNumber')
  const keeping = entry.privacy === 'child'
  const shareWord = keeping ? t('wellbeing:keep') : t('wellbeing:share', { names })
  return (
    <li className="entry">
      <p>
        <span className="strong">{day}</span>{' '}
        <span className="small soft">{t(`wellbeing:${momentKey[entry.moment]}`)}</span>
      </p>
      <p className="entry__said">
        <EntryScale answer={entry.answer} />
        <span>{said}</span>
      </p>
      {entry.words && <p dir="auto">«{entry.words}»</p>}
      <p className="entry__readers small">
        <Icon name={keeping ? 'eye' : 'lock'} small />
        {readers}
      </p>
      <div className="row">
        {(keeping || wellbeing.leaders.length > 0) && (
          <button
            type="button"
            className="link-button small"
            aria-label={t('wellbeing:ofDay', { what: shareWord, day })}
            aria-busy={share.isPending}
            onClick={() => share.mutate(keeping ? 'own' : 'child')}
          >
            {shareWord}
          </button>
        )}
        <button
          type="button"
          className="link-button small"
          aria-label={t('wellbeing:ofDay', { what: t('wellbeing:erase'), day })}
          onClick={() => setAsking(true)}
        >
          {t('wellbeing:erase')}
        </button>
      </div>
      <NotSent error={share.error} />
      <Dialog
        open={asking}
        title={t('wellbeing:eraseAsk')}
        onClose={() => setAsking(false)}
        closeLabel={t('everywhere:close')}
      >
        <p>{t('wellbeing:eraseText')}</p>
        <NotSent error={erase.error} />
        <Button look="quiet" wide onClick={() => setAsking(false)}>
          {t('wellbeing:eraseNot')}
        </Button>
        <Button look="stop" wide aria-busy={erase.isPending} onClick={() => erase.mutate()}>
          {t('wellbeing:eraseDo')}
        </Button>
      </Dialog>
    </li>
  )
}
