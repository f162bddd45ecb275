import type { PlaceHold } from '@velferdslab/core/commands/retention'
import type { CalendarDay } from '@velferdslab/core/dates'
import type { HoldId, PersonId } from '@velferdslab/core/ids'
import { holdReasons, mayBeKeptQuiet, type HoldReason, type Retention } from '@velferdslab/core/retention'
import { familyNumber } from '@velferdslab/core/trace'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { placeHold } from '../../retention-api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, Picks, Select } from '../../ui/field.tsx'

/** Placing a hold: over whom, why, until when; and, for an investigation alone, whether they are told. Nothing is chosen beforehand. */
export function HoldDialog(props: { retention: Retention; onClose: () => void; onDone: (who: string) => void }) {
  const { t } = useTranslation(['retention', 'everywhere'])
  const { people, today } = props.retention
  const [holdId] = useState(() => newId<HoldId>())
  const [is, setIs] = useState<'family' | 'person' | null>(null)
  const [number, setNumber] = useState('')
  const [person, setPerson] = useState('')
  const [because, setBecause] = useState<HoldReason | ''>('')
  const [until, setUntil] = useState('')
  const [quiet, setQuiet] = useState(false)
  const missing = useId()
  const queryClient = useQueryClient()
  const command = useCommandId()
  const family = familyNumber.safeParse(number.trim().toUpperCase())
  const over: PlaceHold['over'] | undefined =
    is === 'family' && family.success
      ? { is, family: family.data }
      : is === 'person' && person !== ''
        ? { is, personId: person as PersonId }
        : undefined
  const placing = useMutation({
    mutationFn: (input: Omit<PlaceHold, 'commandId'>) => placeHold({ ...input, commandId: command.idFor(input) }),
    onSuccess: async (_, { over: whom }) => {
      command.done()
      await queryClient.invalidateQueries({ queryKey: ['retention'] })
      props.onDone(
        whom.is === 'family'
          ? t('retention:ofFamily', { number: whom.family })
          : (people.find(({ id }) => id === whom.personId)?.name ?? ''),
      )
    },
  })
  const lacks = over ? because === '' && t('retention:missingWhy') : t('retention:missingWho')
  const send = () => {
    if (!over || because === '') return
    const told = !(quiet && mayBeKeptQuiet(because))
    placing.mutate({ holdId, over, because, told, until: until === '' ? null : (until as CalendarDay) })
  }
  return (
    <Dialog open title={t('retention:placeTitle')} onClose={() => props.onClose()} closeLabel={t('everywhere:close')}>
      <div className="hold-form">
        <Picks
          legend={t('retention:over')}
          options={[
            { value: 'family' as const, label: t('retention:overFamily') },
            { value: 'person' as const, label: t('retention:overPerson') },
          ]}
          chosen={is}
          onChoose={setIs}
        />
        {is === 'family' && (
          <Field label={t('retention:number')} help={t('retention:numberHelp')}>
            {(id, describedBy) => (
              <input
                id={id}
                aria-describedby={describedBy}
                autoComplete="off"
                maxLength={9}
                value={number}
                onChange={(event) => setNumber(event.target.value)}
              />
            )}
          </Field>
        )}
        {is === 'person' && (
          <Field label={t('retention:whichPerson')}>
            {(id) => (
              <Select
                id={id}
                value={person}
                options={[
                  { value: '', label: t('retention:choose') },
                  ...people.map((each) => ({ value: each.id, label: each.name })),
                ]}
                onChoose={setPerson}
              />
            )}
          </Field>
        )}
        <Field label={t('retention:because')}>
          {(id) => (
            <Select
              id={id}
              value={because}
              options={[
                { value: '' as const, label: t('retention:choose') },
                ...holdReasons.map((value) => ({ value, label: t(`retention:${value}`) })),
              ]}
              onChoose={setBecause}
            />
          )}
        </Field>
        {because !== '' && mayBeKeptQuiet(because) && (
          <Picks
            legend={t('retention:keepQuiet')}
            options={[
              { value: 'tell' as const, label: t('retention:tell') },
              { value: 'quiet' as const, label: t('retention:notTell') },
            ]}
            chosen={quiet ? 'quiet' : 'tell'}
            onChoose={(chosen) => setQuiet(chosen === 'quiet')}
          />
        )}
        <Field label={t('retention:until')}>
          {(id) => (
            <input id={id} type="date" min={today} value={until} onChange={(event) => setUntil(event.target.value)} />
          )}
        </Field>
        <NotSent error={placing.error} />
        <Button
          look={lacks ? 'waiting' : 'primary'}
          aria-disabled={Boolean(lacks)}
          aria-describedby={lacks ? missing : undefined}
          disabled={placing.isPending}
          onClick={send}
        >
          {t('retention:placeYes')}
        </Button>
        {lacks && (
          <p id={missing} className="small soft">
            {lacks}
          </p>
        )}
      </div>
    </Dialog>
  )
}
