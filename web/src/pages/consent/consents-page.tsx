import './consent.css'
import './picture.css'
import type { ConsentPicture } from '@velferdslab/core/consent'
import type { FamilyId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { consentsQuery } from '../../queries.ts'
import { useMyFamily } from '../../shells/my-family.ts'
import { atStart } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Face } from '../../ui/face.tsx'
import { useWide } from '../../ui/use-wide.ts'
import { areaInSentence } from '../../areas.ts'
import { LookedCard } from '../looked/looked-card.tsx'
import { NotFound } from '../not-found/not-found-page.tsx'
import { ByGuardian } from './by-guardian.tsx'
import type { Service } from './consent-words.ts'
import { Explained } from './explained.tsx'
import { NearEnd } from './near-end.tsx'
import { Picture, type Pressed } from './picture.tsx'
import { SeenByLinks } from './seen-by-links.tsx'
import { WrittenForMe } from '../consent-record/written-for-me.tsx'
import { SoleElsewhereNotice } from '../sole-consent/sole-elsewhere.tsx'
import { SoleNotice } from '../sole-consent/sole-notice.tsx'
import { WhatWasShared } from '../share/what-was-shared.tsx'
import { StopAll } from './stop-all.tsx'

/** Who may read what: services x areas, one person at a time. One press explains in a sentence, and stops or opens. */
export function ConsentsPage() {
  const { t } = useTranslation('consent')
  const family = useMyFamily()
  return (
    <main className="page page--wide" id="content">
      {family ? <Consents familyId={family.id} what={t('what')} /> : <NotFound />}
    </main>
  )
}

function Consents({ familyId, what }: { familyId: FamilyId; what: string }) {
  const query = useQuery(consentsQuery(familyId))
  const { t } = useTranslation('consent')
  return (
    <div className="who">
      <div className="hello who__hello">
        <h1>{t('pictureTitle')}</h1>
        <p>{t('pictureLead')}</p>
      </div>
      <Fetched query={query} titled what={what}>
        {(picture: ConsentPicture) =>
          picture.services.length === 0 ? (
            <Card>
              <EmptyState icon="eye" title={t('pictureNone')}>
                {t('pictureNoneText')}
              </EmptyState>
            </Card>
          ) : (
            <>
              <WrittenForMe picture={picture} />
              <ByGuardian picture={picture} />
              <SoleNotice familyId={familyId} />
              <SoleElsewhereNotice />
              <NearEnd picture={picture} />
              <WithSide picture={picture} />
            </>
          )
        }
      </Fetched>
      <LookedCard familyId={familyId} />
    </div>
  )
}

function WithSide({ picture }: { picture: ConsentPicture }) {
  const { t } = useTranslation(['consent', 'everywhere', 'stop', 'law'])
  const { person: wanted } = useSearch({ from: page.consents })
  const wide = useWide()
  const beside = useWide('75rem')
  const [pressed, setPressed] = useState<Pressed | null>(null)
  const square = useRef<HTMLButtonElement | null>(null)
  const mine = picture.persons.find(({ isMe }) => isMe)
  const person = picture.persons.find(({ id }) => id === wanted) ?? picture.persons[0]

  // The explanation of a person's square is gone when another person is shown.
  const shown = pressed && pressed.personId === person?.id ? pressed : null
  const service = shown && picture.services.find(({ partyId }) => partyId === shown.partyId)

  const press = useCallback((next: Pressed, button: HTMLButtonElement) => {
    square.current = button
    setPressed(next)
  }, [])
  const close = () => {
    setPressed(null)
    square.current?.focus()
  }
  if (!person) return null

  const title = (of: Service, at: Pressed) =>
    t('consent:squareTitle', { Service: atStart(of.inSentence), area: areaInSentence(at.area) })
  const explained = shown && service && (
    <Explained
      key={`${shown.partyId} ${shown.area} ${shown.personId}`}
      picture={picture}
      service={service}
      person={person}
      area={shown.area}
    />
  )
  return (
    <>
      <Card title={t('consent:persons')} titleHidden className="who__picture">
        {picture.persons.length > 1 && (
          <nav aria-label={t('consent:persons')} className="who__persons">
            {picture.persons.map((each) => (
              <Link
                key={each.id}
                to={page.consents}
                search={{ person: each.id }}
                replace
                resetScroll={false}
                aria-current={each.id === person.id ? 'true' : undefined}
                className="who__person"
              >
                <Face initials={each.initials} mark={each.mark} small />
                <bdi>{each.isMe ? t('consent:meTile') : each.calledName}</bdi>
              </Link>
            ))}
          </nav>
        )}
        <Picture picture={picture} person={person} pressed={shown} wide={wide} onPress={press} />
      </Card>
      <aside className="who__side">
        {beside &&
          (shown && service ? (
            <ExplainedCard title={title(service, shown)}>{explained}</ExplainedCard>
          ) : (
            <Card title={t('consent:pressOne')}>
              <p>{t('consent:pressOneText')}</p>
            </Card>
          ))}
        <section className="stop who__stop" aria-labelledby="stop-title">
          <h2 id="stop-title">{t('stop:allTitle')}</h2>
          <p>{t('stop:allHow')}</p>
          <StopAll picture={picture} />
        </section>
      </aside>
      <div className="who__more">
        <SeenByLinks picture={picture} />
        <div className="stack">
          <WhatWasShared />
          <p>
            <Link to={page.myShared} className="link-button small">
              {t('law:consentsLink')}
            </Link>
          </p>
          <p>
            <Link to={page.childrenRules} className="link-button small">
              {t((mine?.age ?? 18) < 16 ? 'consent:childrenRulesChild' : 'consent:childrenRulesLink')}
            </Link>
          </p>
        </div>
      </div>
      {!beside && shown && service && (
        <Dialog open title={title(service, shown)} onClose={close} closeLabel={t('everywhere:close')}>
          {explained}
        </Dialog>
      )}
    </>
  )
}

/** Beside the table: takes the focus when a square is pressed (and never else), so that what it says is read and its buttons come next. */
function ExplainedCard({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title])
  return (
    <section aria-label={title}>
      <Card>
        <div className="stack">
          <h2 tabIndex={-1} ref={heading}>
            {title}
          </h2>
          {children}
        </div>
      </Card>
    </section>
  )
}
