import { fewestReasonLetters, longestReason, type FamilyLaw } from '@velferdslab/core/act'
import type { AreaCode } from '@velferdslab/core/areas'
import { addDays, type CalendarDay } from '@velferdslab/core/dates'
import type { ActId } from '@velferdslab/core/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { areaIcon, areaName } from '../../areas.ts'
import { byLawQuery, recordAct } from '../../law-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { inList, longDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Picks, Select } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { DayField, LongText } from '../../ui/text-field.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { toggled } from '../../ui/toggled.ts'
import { RuleTiles } from './rule-tiles.tsx'
import { useLaw } from './use-law.ts'

/** Lets one person of a service read, by a rule of law: who, what, how long, why, and when the family is told. Nothing is chosen beforehand. */
export function ActForm({ law, onDone }: { law: FamilyLaw; onDone: (said: string) => void }) {
  const { t } = useTranslation('law')
  const [actId] = useState(() => newId<ActId>())
  const [code, setCode] = useState<string | null>(null)
  const [who, setWho] = useState('')
  const [areas, setAreas] = useState<readonly AreaCode[]>([])
  const [until, setUntil] = useState('')
  const [necessity, setNecessity] = useState('')
  const [tell, setTell] = useState<'now' | 'later' | null>(null)
  const [on, setOn] = useState('')
  const [because, setBecause] = useState('')
  const [early, setEarly] = useState(false)
  const idOf = (each: FamilyLaw['receivers'][number]) => `${each.personId} ${each.partyId}`
  const rule = law.exceptions.find((each) => each.code === code)
  const receiver = law.receivers.find((each) => idOf(each) === who)
  const latest = rule?.longestDays ? addDays(law.today, rule.longestDays) : undefined
  const isShort = (words: string) => words.trim().length < fewestReasonLetters
  // A rule that delays nothing leaves no choice: the family is told at once.
  const told = rule && !rule.mayDelay ? 'now' : tell
  const lacks = [
    !rule && t('missingRule'),
    !receiver && t('missingReceiver'),
    areas.length === 0 && t('missingAreas'),
    until === '' && t('missingUntil'),
    isShort(necessity) && t('missingNecessity'),
    told === null && t('missingTell'),
    told === 'later' && on === '' && t('missingTellOn'),
    told === 'later' && isShort(because) && t('missingTellWhy'),
  ].filter((each) => each !== false)
  const recording = useLaw(
    byLawQuery.queryKey,
    (input: Omit<Parameters<typeof recordAct>[1], 'commandId'>, commandId) =>
      recordAct(law.family.id, { ...input, commandId }),
    () =>
      onDone(
        told === 'later'
          ? t('recordedLater', { name: receiver?.name ?? '', day: longDay(on as CalendarDay, law.today) })
          : t('recorded', { name: receiver?.name ?? '' }),
      ),
  )
  const submit = (event: React.SubmitEvent) => {
    event.preventDefault()
    setEarly(lacks.length > 0)
    const from = law.mine[0]?.partyId
    if (lacks.length > 0 || recording.isPending || !rule || !receiver || !from) return
    recording.mutate({
      actId,
      rule: rule.code,
      partyId: from,
      receiver: { personId: receiver.personId, partyId: receiver.partyId },
      areas: [...areas],
      until: until as CalendarDay,
      necessity: necessity.trim(),
      tell:
        told === 'later' ? { when: 'later', on: on as CalendarDay, because: because.trim() } : { when: 'now' as const },
    })
  }
  const toggle = (area: AreaCode) => setAreas(toggled(areas, area))
  return (
    <form className="law__form" onSubmit={submit} noValidate>
      <p>{t('actText')}</p>
      <RuleTiles rules={law.exceptions} chosen={code} onChoose={setCode} />
      <Field label={t('receiver')}>
        {(id) => (
          <Select
            id={id}
            value={who}
            options={[
              { value: '', label: t('receiverChoose') },
              ...law.receivers.map((each) => ({ value: idOf(each), label: `${each.name}, ${each.service}` })),
            ]}
            onChoose={setWho}
          />
        )}
      </Field>
      <fieldset>
        <legend>{t('areas')}</legend>
        <p className="small soft">{t('areasHelp')}</p>
        <div className="law__tiles">
          {law.areas.map((area) => (
            <TickTile
              key={area}
              type="checkbox"
              name="area"
              value={area}
              checked={areas.includes(area)}
              onChange={() => toggle(area)}
            >
              <Icon name={areaIcon[area]} />
              {areaName(area, 'work')}
            </TickTile>
          ))}
        </div>
      </fieldset>
      <DayField
        label={t('until')}
        help={latest && t('untilHelp', { day: longDay(latest, law.today) })}
        min={law.today}
        max={latest}
        value={until}
        onChange={setUntil}
      />
      <LongText
        label={t('necessity')}
        help={t('necessityHelp')}
        longest={longestReason}
        value={necessity}
        onChange={setNecessity}
      />
      {rule?.mayDelay && (
        <Picks
          legend={t('tell')}
          options={[
            { value: 'now', label: t('tellNow') },
            { value: 'later', label: t('tellLater') },
          ]}
          chosen={tell}
          onChoose={setTell}
        />
      )}
      {told === 'later' && (
        <>
          <DayField
            label={t('tellOn')}
            help={latest && t('untilHelp', { day: longDay(latest, law.today) })}
            min={addDays(law.today, 1)}
            max={latest}
            value={on}
            onChange={setOn}
          />
          <LongText label={t('tellWhy')} longest={longestReason} brief value={because} onChange={setBecause} />
        </>
      )}
      {early && lacks.length > 0 && (
        <Notice icon="bell" look="need" role="alert">
          {t('missing', { what: inList(lacks) })}
        </Notice>
      )}
      <NotSent error={recording.error} />
      <div className="row">
        <Button type="submit" aria-busy={recording.isPending}>
          {t('record')}
        </Button>
      </div>
    </form>
  )
}
