import { useTranslation } from 'react-i18next'
import type { HeldByAuthor } from '../../live/held-back.ts'
import { atStart, countWord } from '../../texts/format.ts'
import { page } from '../../paths.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Announcer } from './announcer.tsx'
import { CalmBar } from './calm-bar.tsx'
import { ClothList } from './cloth-list.tsx'
import { ClothTable } from './cloth-table.tsx'
import { ContactBar } from './contact-bar.tsx'
import { KeptTexts } from './kept-texts.tsx'
import { OthersMenu } from './others-menu.tsx'
import { PermissionTeller } from './permission-teller.tsx'
import { Presence } from './presence.tsx'
import { PrintMenu } from './print-menu.tsx'
import { useSight, useTable } from './table-context.ts'
import { Toast, type Told } from './toast.tsx'

interface DeskProps {
  /** In the calm: what is held back. */
  held: readonly HeldByAuthor[] | null
  onShowNew: () => void
  onMarkSeen: () => void
  told: Told | null
  onToldGone: () => void
}

/** The cloth with what lies around it: who is here, what is new, the pen. */
export function ClothDesk({ held, onShowNew, onMarkSeen, told, onToldGone }: DeskProps) {
  const { t } = useTranslation(['cloth', 'shell'])
  const { cloth, familyId, familyName, wide, write, shell } = useTable()
  const { view } = useSight()
  const mayWrite = cloth.mayWrite.length > 0
  const tools = (
    <div className="tools">
      <OthersMenu />
      {shell !== 'table' && <PrintMenu />}
    </div>
  )
  return (
    <main className={`cloth-page${wide ? '' : ' cloth-page--list'}`} id="content">
      {shell === 'work' && <title>{t('shell:labTitle', { page: t('titleOf', { name: familyName }) })}</title>}
      {!wide && (
        <header className="list-head">
          <p className="soft">{t('clothOf')}</p>
          <h1>
            <bdi>{familyName}</bdi>
          </h1>
        </header>
      )}
      <div className="toolbar">
        {shell === 'work' && (
          <ButtonLink look="quiet" icon="left" to={page.family} params={{ familyId }}>
            {t('toFamily')}
          </ButtonLink>
        )}
        {shell === 'work' && (
          <ButtonLink look="quiet" icon="mail" to={page.familySharing} params={{ familyId }}>
            {t('toSharing')}
          </ButtonLink>
        )}
        <Presence />
        {wide && (
          <div className="toolbar__end">
            {view.newNotes > 0 && <NewSince onMarkSeen={onMarkSeen} />}
            {tools}
            {mayWrite && (
              <Button icon="pen" onClick={() => write()}>
                {t('writeNote')}
              </Button>
            )}
          </div>
        )}
      </div>
      {held && <CalmBar held={held} onShow={onShowNew} />}
      <KeptTexts {...view.homeless} />
      {!wide && view.newNotes > 0 && <NewSince onMarkSeen={onMarkSeen} />}
      {!wide && view.notes === 0 && (
        <div className="list-empty">
          <EmptyState icon="pen" title={t('emptyTitle')}>
            {shell === 'work' ? t('emptyTextWork') : cloth.family.onePerson ? t('emptyTextAlone') : t('emptyText')}
          </EmptyState>
        </div>
      )}
      {wide ? <ClothTable /> : <ClothList />}
      {!wide && tools}
      <div className="dock">
        <Toast told={told} onGone={onToldGone} />
        <ContactBar />
        {!wide && mayWrite && (
          <Button wide icon="pen" onClick={() => write()}>
            {t('writeNote')}
          </Button>
        )}
      </div>
      <Announcer />
      <PermissionTeller />
    </main>
  )
}

/** What is new since last time, in one sentence. */
function NewSince({ onMarkSeen }: { onMarkSeen: () => void }) {
  const { t } = useTranslation('cloth')
  const { view } = useSight()
  const count = view.newNotes
  return (
    <p className="new-since small">
      <span className="dot" />
      {t('newThings', { count, number: atStart(countWord(count)) })}
      <button type="button" className="link-button" onClick={onMarkSeen}>
        {t('markRead')}
      </button>
    </p>
  )
}
