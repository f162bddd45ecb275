import type { Administration } from '@velferdslab/core/administration'
import type { LeaveWork } from '@velferdslab/core/commands/departure'
import type { Held, InHand } from '@velferdslab/core/departure'
import type { DepartureId, PersonId } from '@velferdslab/core/ids'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inHandQuery, leaveWork } from '../../administration-api.ts'
import { newId } from '../../api.ts'
import { useCommandId } from '../../command-id.ts'
import { Fetched } from '../../fetched.tsx'
import { NotSent } from '../../not-sent.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { useRegisters } from './editing.ts'

type Colleague = Pick<Administration['staff'][number], 'id' | 'name'>

/** Letting somebody go: what they have in hand is shown first, and for each table somebody can be asked to take on. */
export function LeaveDialog({ person, onClose }: { person: Colleague; onClose: () => void }) {
  const { t } = useTranslation(['administration', 'everywhere'])
  const query = useQuery(inHandQuery(person.id))
  return (
    <Dialog
      open
      title={t('administration:leaveTitle', { name: person.name })}
      onClose={onClose}
      closeLabel={t('everywhere:close')}
    >
      <div className="stack">
        <p>{t('administration:leaveText', { name: person.name })}</p>
        <Fetched query={query} titled what={t('administration:leaveWhat', { name: person.name })}>
          {(inHand: InHand) => <Leave inHand={inHand} onClose={onClose} />}
        </Fetched>
      </div>
    </Dialog>
  )
}

function Leave({ inHand: { person, held }, onClose }: { inHand: InHand; onClose: () => void }) {
  const { t } = useTranslation('administration')
  const { registers } = useRegisters()
  const departureId = useRef(newId<DepartureId>())
  const [takers, setTakers] = useState<Readonly<Record<string, PersonId | ''>>>({})
  const queryClient = useQueryClient()
  const command = useCommandId()
  const fetchAnew = () => queryClient.invalidateQueries({ queryKey: ['administration'] })
  const leaving = useMutation({
    mutationFn: (input: Omit<LeaveWork, 'commandId'>) =>
      leaveWork(person.id, { ...input, commandId: command.idFor(input) }),
    onSuccess: async () => {
      command.done()
      onClose()
      await fetchAnew()
    },
    onError: fetchAnew,
  })
  const serviceOf = (each: Held) => registers.services.find(({ id }) => id === each.partyId)?.name ?? ''
  const handedOn = held.filter(({ what }) => what === 'leads' || what === 'seats')
  return (
    <>
      {held.length === 0 ? (
        <p className="soft">{t('leaveNothing', { name: person.name })}</p>
      ) : (
        <>
          <h3>{t('leaveHeld', { name: person.name })}</h3>
          <ul className="admin__held">
            {held.map((each) => (
              <li key={`${each.what} ${each.partyId}`}>
                {t(`held_${each.what}`, { count: each.n, service: serviceOf(each) })}
                {handedOn.includes(each) && (
                  <Field label={t('leaveTaker')}>
                    {(id, describedBy) => (
                      <Select
                        id={id}
                        describedBy={describedBy}
                        value={takers[keyOf(each)] ?? ''}
                        options={[{ value: '', label: t('leaveNobody') }, ...couldTake(each)]}
                        onChoose={(chosen) => {
                          setTakers((those) => ({ ...those, [keyOf(each)]: chosen }))
                        }}
                      />
                    )}
                  </Field>
                )}
              </li>
            ))}
          </ul>
          <p className="small soft">{t('leaveFamilySays')}</p>
        </>
      )}
      <NotSent error={leaving.error} />
      <Button
        look="stop"
        icon="exit"
        wide
        aria-busy={leaving.isPending}
        onClick={() => {
          if (!leaving.isPending)
            leaving.mutate({
              departureId: departureId.current,
              seen: held,
              takers: handedOn.flatMap((each) => {
                const personId = takers[keyOf(each)]
                const role = each.what === 'leads' ? ('leader' as const) : ('member' as const)
                return personId ? [{ partyId: each.partyId, role, personId }] : []
              }),
            })
        }}
      >
        {t('leaveSend', { name: person.name })}
      </Button>
    </>
  )

  function couldTake(each: Held) {
    return registers.staff
      .filter(
        (colleague) =>
          colleague.id !== person.id &&
          colleague.roles.some(
            (role) =>
              role.isCurrent &&
              role.partyId === each.partyId &&
              (each.what !== 'leads' || role.role === 'investment_leader'),
          ),
      )
      .map(({ id, name }) => ({ value: id, label: name }))
  }
}

const keyOf = (each: Held) => `${each.what} ${each.partyId}`
