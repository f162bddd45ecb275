import type { FamilyId } from '@velferdslab/core/ids'
import { longestOwnWords, type Answer, type Wellbeing, type WellbeingPrivacy } from '@velferdslab/core/wellbeing'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { answerWellbeing } from '../../journey-api.ts'
import { newId } from '../../api.ts'
import { useCommandId } from '../../command-id.ts'
import { familyKey } from '../../queries.ts'
import { inList } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LongText } from '../../ui/text-field.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { NotSent } from '../../not-sent.tsx'
import { ScoreScale } from './score-scale.tsx'

interface AnswerFormProps {
  familyId: FamilyId
  wellbeing: Wellbeing
  onDone: (saved: boolean) => void
}

/** Says first who can read, and keeps it true for what is chosen; then the question, one's own words, and the choice of readers. */
export function AnswerForm({ familyId, wellbeing, onDone }: AnswerFormProps) {
  const { t } = useTranslation('wellbeing')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const entryId = useRef(newId<never>())
  const [answer, setAnswer] = useState<Answer>({ kind: 'skipped' })
  const [words, setWords] = useState('')
  const [privacy, setPrivacy] = useState<WellbeingPrivacy>('own')
  const [tooEarly, setTooEarly] = useState(false)
  const leaders = inList(wellbeing.leaders)
  const said = words.trim()
  const ready = answer.kind !== 'skipped' || said !== ''

  const send = useMutation({
    mutationFn: () => {
      const input = { wellbeingId: entryId.current, answer, words: said === '' ? null : said, privacy }
      return answerWellbeing(familyId, { ...input, commandId: command.idFor(input) })
    },
    onSuccess: async () => {
      command.done()
      await queryClient.invalidateQueries({ queryKey: [...familyKey(familyId), 'wellbeing'] })
      onDone(true)
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTooEarly(!ready)
    if (ready && !send.isPending) send.mutate()
  }

  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Notice icon={privacy === 'own' ? 'lock' : 'eye'}>
        <p className="strong">{t('before')}</p>
        <p aria-live="polite">{privacy === 'own' ? t('onlyYou') : t('youAndLeaders', { names: leaders })}</p>
        <p className="small">{t('takeBack')}</p>
      </Notice>
      <ScoreScale question={t('question')} low={t('low')} high={t('high')} value={answer} onChange={setAnswer} />
      <LongText
        label={t('ownWords')}
        help={t('ownWordsHint')}
        longest={longestOwnWords}
        brief
        value={words}
        onChange={setWords}
      />
      {wellbeing.leaders.length > 0 && (
        <fieldset className="readers">
          <legend className="strong">{t('whoReads')}</legend>
          <div className="choices">
            {(['own', 'child'] as const).map((each) => (
              <TickTile
                key={each}
                type="radio"
                name="readers"
                value={each}
                checked={privacy === each}
                onChange={() => setPrivacy(each)}
              >
                <span>{each === 'own' ? t('onlyMe') : t('meAndLeaders', { names: leaders })}</span>
              </TickTile>
            ))}
          </div>
        </fieldset>
      )}
      <p role="status" className="missing" hidden={!tooEarly || ready}>
        {tooEarly && !ready ? t('nothingSaid') : ''}
      </p>
      <NotSent error={send.error} />
      <div className="row">
        <Button type="submit" look={ready ? 'primary' : 'waiting'} icon="check" aria-busy={send.isPending}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={() => onDone(false)}>
          {t('notNow')}
        </Button>
      </div>
    </form>
  )
}
