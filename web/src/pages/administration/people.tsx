import type { Administration } from '@velferdslab/core/administration'
import { useRouteContext } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../api.ts'
import { plainDay } from '../../texts/format.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useRegisters } from './editing.ts'
import { LeaveDialog } from './leave-dialog.tsx'
import { RegisterCard } from './register-card.tsx'

type Colleague = Administration['staff'][number]

/** Who works here and as what. A role opens no family: a seat does, and the family says yes to it. */
export function People() {
  const { t } = useTranslation('administration')
  const { registers, edit } = useRegisters()
  return (
    <RegisterCard
      title={t('peopleTitle')}
      text={t('peopleText')}
      add={t('add.person')}
      onAdd={() => {
        edit({ kind: 'person', subject: newId(), before: null, start: {} })
      }}
    >
      {registers.staff.map((colleague) => (
        <Person key={colleague.id} colleague={colleague} />
      ))}
    </RegisterCard>
  )
}

function Person({ colleague }: { colleague: Colleague }) {
  const { t } = useTranslation('administration')
  const { registers, edit } = useRegisters()
  const { today, services } = registers
  const { me } = useRouteContext({ from: '/lab' })
  const [leaves, setLeaves] = useState(false)
  const standing = colleague.roles.filter((role) => role.isCurrent || role.from > today)
  return (
    <li>
      <div className="admin__said">
        <p className="strong">
          <bdi>{colleague.name}</bdi>
        </p>
        {standing.length === 0 && <p className="small soft">{t('rolesNone')}</p>}
        {standing.map(({ id, isCurrent, ...role }) => {
          const word = [t(`roles.${role.role}`), services.find((each) => each.id === role.partyId)?.name]
            .filter(Boolean)
            .join(', ')
          return (
            <p key={id} className="admin__role">
              <Tag look={isCurrent ? 'ok' : 'need'}>{word}</Tag>
              <span className="small soft">
                {!isCurrent && t('since', { day: plainDay(role.from, today) })}
                {role.to && t('until', { day: plainDay(role.to, today) })}
              </span>
              <button
                type="button"
                className="link-button small"
                aria-label={t('moveEnd', { name: `${colleague.name}, ${word}` })}
                onClick={() => {
                  const before = { ...role, personId: colleague.id }
                  edit({ kind: 'role', subject: id, before, start: before })
                }}
              >
                {t('change')}
              </button>
            </p>
          )
        })}
      </div>
      <div className="row">
        <Button
          look="quiet"
          icon="plus"
          aria-label={`${t('add.role')}: ${colleague.name}`}
          onClick={() => {
            edit({ kind: 'role', subject: newId(), before: null, start: { personId: colleague.id, from: today } })
          }}
        >
          {t('add.role')}
        </Button>
        {standing.length > 0 && colleague.id !== me.person.id && (
          <Button
            look="quiet"
            icon="exit"
            aria-label={t('leaveTitle', { name: colleague.name })}
            onClick={() => {
              setLeaves(true)
            }}
          >
            {t('leave')}
          </Button>
        )}
      </div>
      {leaves && (
        <LeaveDialog
          person={colleague}
          onClose={() => {
            setLeaves(false)
          }}
        />
      )}
    </li>
  )
}
