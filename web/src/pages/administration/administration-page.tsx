import './administration.css'
import type { Administration } from '@velferdslab/core/administration'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { administrationQuery } from '../../administration-api.ts'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { Notice } from '../../ui/notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Ages } from './ages.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { RegistersContext, type Editing } from './editing.ts'
import { History } from './history.tsx'
import { KeptRules } from './kept-rules.tsx'
import { LawRules } from './law-rules.tsx'
import { Lists } from './lists.tsx'
import { Mandates } from './mandates.tsx'
import { Own } from './own.tsx'
import { administrationParts, partIn, type AdministrationPart } from './parts.ts'
import { People } from './people.tsx'
import { Services } from './services.tsx'
import { Waiting } from './waiting.tsx'
import { WatchRules } from './watch-rules.tsx'
import { PrivateWords } from './private-words.tsx'

const shown: Record<AdministrationPart, ComponentType> = {
  waiting: Waiting,
  services: Services,
  people: People,
  mandates: Mandates,
  lists: Lists,
  ages: Ages,
  own: Own,
  law: LawRules,
  words: PrivateWords,
  watch: WatchRules,
  kept: KeptRules,
  history: History,
}

/** What a municipality keeps in order itself, for its administrators. No family is here. */
export function AdministrationPage(): ReactNode {
  const { t } = useTranslation(['administration', 'shell'])
  const query = useQuery(administrationQuery)
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: t('administration:title') })}</title>
      <div className="admin">
        <Fetched query={query} what={t('administration:what')}>
          {(registers: Administration) => <Opened registers={registers} />}
        </Fetched>
      </div>
    </main>
  )
}

function Opened({ registers }: { registers: Administration }): ReactNode {
  const { t } = useTranslation('administration')
  const asked: unknown = useSearch({ strict: false })
  const part = partIn(asked) ?? 'waiting'
  const [editing, setEditing] = useState<Editing | null>(null)
  const [said, setSaid] = useState('')
  const Part = shown[part]
  const count = registers.waiting.length
  return (
    <RegistersContext value={{ registers, edit: setEditing }}>
      <div className="admin__lead">
        <h1>{t('title')}</h1>
        <p className="soft">{t('lead')}</p>
      </div>
      <nav className="admin__parts" aria-label={t('partsLabel')}>
        <ul>
          {administrationParts.map((each) => (
            <li key={each}>
              <Link
                to={page.administration}
                search={{ part: each }}
                aria-current={each === part ? 'true' : undefined}
                onClick={() => {
                  setSaid('')
                }}
              >
                {t(`parts.${each}`)}
                {each === 'waiting' && count > 0 && <Tag look="need">{t('waitingCount', { count })}</Tag>}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="admin__part">
        <div role="status">{said !== '' && <Notice icon="check">{said}</Notice>}</div>
        <Part />
      </div>
      {editing && (
        <ChangeDialog
          key={editing.subject}
          editing={editing}
          onClose={() => {
            setEditing(null)
          }}
          onDone={(waits) => {
            setEditing(null)
            setSaid(waits ? t('savedWaits') : t('savedNow'))
          }}
        />
      )}
    </RegistersContext>
  )
}
