import { fewestReasonLetters, longestReason } from '@velferdslab/core/act'
import type { AreaCode } from '@velferdslab/core/areas'
import type { BreakGlass } from '@velferdslab/core/break-glass'
import type { GlassOpened, OpenGlass } from '@velferdslab/core/commands/break-glass'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { ActId, FamilyId, GlassReviewId } from '@velferdslab/core/ids'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { areaIcon, areaName } from '../../areas.ts'
import { openGlass } from '../../break-glass-api.ts'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { page } from '../../paths.ts'
import { inList } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Field, Picks, Select } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LongText } from '../../ui/text-field.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { toggled } from '../../ui/toggled.ts'
import { WhoFields, whoOf, type Typed } from './who-fields.tsx'

/** Times one can choose, of those the municipality lets one. */
const choices = [10, 20, 30, 45, 60] as const
const nobody: Typed = { by: null, number: '', name: '', born: '' }

/** Opens a family in an emergency: whom, what, how long, and why. Nothing is chosen beforehand. */
export function OpenForm({ mayOpen, today }: { mayOpen: NonNullable<BreakGlass['mayOpen']>; today: CalendarDay }) {
  const { t } = useTranslation('breakGlass')
  const [ids] = useState(() => ({ actId: newId<ActId>(), reviewId: newId<GlassReviewId>() }))
  const [typed, setTyped] = useState(nobody)
  const [family, setFamily] = useState<FamilyId | null>(null)
  const [areas, setAreas] = useState<readonly AreaCode[]>([])
  const [minutes, setMinutes] = useState('')
  const [why, setWhy] = useState('')
  const [early, setEarly] = useState(false)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const command = useCommandId()
  const opening = useMutation({
    mutationFn: (input: Omit<OpenGlass, 'commandId'>) => openGlass({ ...input, commandId: command.idFor(input) }),
    onSuccess: async (answer: GlassOpened) => {
      command.done()
      if (answer.came === 'several') return
      await Promise.all(['break-glass', 'family'].map((first) => queryClient.invalidateQueries({ queryKey: [first] })))
      await navigate({ to: page.family, params: { familyId: answer.family } })
    },
  })
  const several = opening.data?.came === 'several' ? opening.data.families : []
  const who = whoOf(typed)
  const lacks = [
    typed.by === null && t('missingBy'),
    typed.by === 'number' && !/^\d{11}$/.test(typed.number) && t('missingNumber'),
    typed.by === 'name' && typed.name.trim().length < 2 && t('missingName'),
    typed.by === 'name' && typed.born === '' && t('missingBorn'),
    several.length > 0 && family === null && t('missingWhich'),
    areas.length === 0 && t('missingAreas'),
    minutes === '' && t('missingMinutes'),
    why.trim().length < fewestReasonLetters && t('missingWhy'),
  ].filter((each) => each !== false)
  const submit = (event: React.SubmitEvent) => {
    event.preventDefault()
    setEarly(lacks.length > 0)
    if (lacks.length > 0 || opening.isPending || !who) return
    opening.mutate({ ...ids, who, family, areas: [...areas], minutes: Number(minutes), necessity: why.trim() })
  }
  return (
    <form className="law__form" onSubmit={submit} noValidate autoComplete="off">
      <p>{t('openText')}</p>
      <WhoFields
        typed={typed}
        today={today}
        onType={(part) => {
          setTyped({ ...typed, ...part })
          // Another person has other families.
          setFamily(null)
          opening.reset()
        }}
      />
      {several.length > 0 && (
        <Picks
          legend={t('which')}
          options={several.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={family}
          onChoose={setFamily}
        />
      )}
      <fieldset>
        <legend>{t('areas')}</legend>
        <p className="small soft">{t('areasHelp')}</p>
        <div className="law__tiles">
          {mayOpen.areas.map((area) => (
            <TickTile
              key={area}
              type="checkbox"
              name="area"
              value={area}
              checked={areas.includes(area)}
              onChange={() => setAreas(toggled(areas, area))}
            >
              <Icon name={areaIcon[area]} />
              {areaName(area, 'work')}
            </TickTile>
          ))}
        </div>
      </fieldset>
      <Field label={t('minutes')} help={t('minutesHelp', { count: mayOpen.longestMinutes })}>
        {(id, describedBy) => (
          <Select
            id={id}
            describedBy={describedBy}
            value={minutes}
            options={[
              { value: '', label: t('minutesChoose') },
              ...choices
                .filter((each) => each <= mayOpen.longestMinutes)
                .map((count) => ({ value: String(count), label: t('minutesOf', { count }) })),
            ]}
            onChoose={setMinutes}
          />
        )}
      </Field>
      <LongText label={t('why')} help={t('whyHelp')} longest={longestReason} value={why} onChange={setWhy} />
      {early && lacks.length > 0 && (
        <Notice icon="bell" look="need" role="alert">
          {t('missing', { what: inList(lacks) })}
        </Notice>
      )}
      <NotSent error={opening.error} />
      <div className="row">
        <Button type="submit" aria-busy={opening.isPending}>
          {t('open')}
        </Button>
      </div>
    </form>
  )
}
