import { addMonths, type CalendarDay } from '@velferdslab/core/dates'
import {
  newestOf,
  situations,
  type Journey,
  type JourneySubject,
  type Mark,
  type Situation,
} from '@velferdslab/core/journey'
import { longestOwnWords, type Answer } from '@velferdslab/core/wellbeing'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { place } from '../../journey-api.ts'
import { newId } from '../../api.ts'
import { useCommandId } from '../../command-id.ts'
import { familyKey } from '../../queries.ts'
import { inList } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LongText } from '../../ui/text-field.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { NotSent } from '../../not-sent.tsx'
import type { Reader } from './journey-words.ts'
import { VulnerabilityScales } from './vulnerability-scales.tsx'

const goalMonths = [6, 12, 24, 36] as const
const skipped: Answer = { kind: 'skipped' }

interface PlaceDialogProps {
  journey: Journey
  subject: JourneySubject
  mark: Mark
  reader: Reader
  onClose: () => void
}

/** Chooses the sentence that fits. Who can read it is said first; nothing is chosen beforehand; the whole and a goal need their reason. */
export function PlaceDialog({ journey, subject, mark, reader, onClose }: PlaceDialogProps) {
  const { t } = useTranslation(['journey', 'everywhere'])
  const queryClient = useQueryClient()
  const command = useCommandId()
  const placementId = useRef(newId<never>())
  const [situation, setSituation] = useState<Situation | null>(null)
  const [words, setWords] = useState('')
  const [strength, setStrength] = useState<Answer>(skipped)
  const [ability, setAbility] = useState<Answer>(skipped)
  const [byDay, setByDay] = useState<CalendarDay | null>(null)
  const [tooEarly, setTooEarly] = useState(false)
  const goal = mark === 'goal'
  const asksBoth = subject === 'whole' && !goal
  const needsWords = subject === 'whole' || goal
  const said = words.trim()
  const missing = situation === null ? t('journey:missing') : needsWords && said === '' ? t('journey:missingWhy') : null
  const familyId = journey.family.id
  const view = journey.speaksFor ?? 'family'
  const readers = journey.mayPlace.find((each) => each.subject === subject)?.readers ?? []

  const send = useMutation({
    mutationFn: (chosen: Situation) => {
      const input = {
        placementId: placementId.current,
        subject,
        mark,
        situation: chosen,
        vulnerability: asksBoth ? { strength, ability } : null,
        words: said === '' ? null : said,
        byDay: goal ? byDay : null,
        base: newestOf(journey.placements, { subject, view, mark })?.id ?? null,
      }
      return place(familyId, { ...input, commandId: command.idFor(input) })
    },
    onSuccess: async () => {
      command.done()
      await queryClient.invalidateQueries({ queryKey: [...familyKey(familyId), 'journey'] })
      onClose()
    },
    // Somebody was there first: the page behind is fetched anew, so that the newest can be looked at.
    onError: () => queryClient.invalidateQueries({ queryKey: [...familyKey(familyId), 'journey'] }),
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTooEarly(missing !== null)
    if (situation !== null && missing === null && !send.isPending) send.mutate(situation)
  }
  const titled = goal ? (reader === 'one' ? 'goalTitleOne' : 'goalTitle') : 'placeTitle'
  const legend = goal ? (reader === 'one' ? 'chooseGoalOne' : 'chooseGoal') : 'choose'

  return (
    <Dialog
      open
      title={t(`journey:${titled}`, { subject: t(`journey:${subject}`) })}
      onClose={onClose}
      closeLabel={t('everywhere:close')}
      className="place"
    >
      <form className="stack" onSubmit={submit} noValidate>
        <Notice icon="eye">
          <p>{readers.length > 0 ? t('journey:readBy', { names: inList(readers) }) : t('journey:readByNobody')}</p>
          {goal && reader === 'family' && <p>{t('journey:setTogether')}</p>}
        </Notice>
        <fieldset>
          <legend className="strong place__legend">{t(`journey:${legend}`)}</legend>
          <div className="choices">
            {situations.map((each) => (
              <TickTile
                key={each}
                type="radio"
                name="situation"
                value={each}
                checked={situation === each}
                onChange={() => setSituation(each)}
                className="place__choice"
              >
                <span>
                  {t(`journey:sentence_${subject}_${each}`)}
                  <span className="small soft">{t(`journey:${each}`)}</span>
                </span>
              </TickTile>
            ))}
          </div>
        </fieldset>
        {asksBoth && (
          <VulnerabilityScales
            reader={reader}
            strength={strength}
            ability={ability}
            onStrength={setStrength}
            onAbility={setAbility}
          />
        )}
        <LongText
          label={t(needsWords ? 'journey:why' : 'journey:more')}
          longest={longestOwnWords}
          brief
          value={words}
          onChange={setWords}
        />
        {goal && (
          <fieldset>
            <legend className="strong place__legend">
              {t(reader === 'one' ? 'journey:whenOne' : 'journey:when')}{' '}
              <span className="small soft">{t('journey:whenHint')}</span>
            </legend>
            <div className="choices choices--two">
              {goalMonths.map((months) => {
                const day = addMonths(journey.today, months)
                return (
                  <TickTile
                    key={months}
                    type="radio"
                    name="by"
                    value={day}
                    checked={byDay === day}
                    onChange={() => setByDay(day)}
                  >
                    <span>{t(`journey:inMonths${months}`)}</span>
                  </TickTile>
                )
              })}
            </div>
          </fieldset>
        )}
        <p role="status" className="missing" hidden={!tooEarly || missing === null}>
          {tooEarly ? missing : ''}
        </p>
        <NotSent error={send.error} />
        <Button
          type="submit"
          wide
          icon="check"
          look={missing === null ? 'primary' : 'waiting'}
          aria-busy={send.isPending}
        >
          {t(goal ? 'journey:saveGoal' : 'journey:save')}
        </Button>
      </form>
    </Dialog>
  )
}
