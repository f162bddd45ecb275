import '../cloth/note.css'
import './seen-by.css'
import type { FamilyId, PartyId } from '@velferdslab/core/ids'
import type { SeenByParty } from '@velferdslab/core/seen-by'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { areaIcon, areaName } from '../../areas.ts'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { seenByQuery } from '../../seen-by-api.ts'
import { useMyFamily } from '../../shells/my-family.ts'
import { atStart, inList } from '../../texts/format.ts'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { NotFound } from '../not-found/not-found-page.tsx'
import { areasOf, cellsOf } from './seen-cells.ts'
import { SeenNote } from './seen-note.tsx'

/** What one service can read now of what is mine, drawn as it reads it: nothing more, and no trace of what it cannot. */
export function SeenByPage() {
  const family = useMyFamily()
  const { partyId } = useParams({ from: page.seenBy })
  return (
    <main className="page" id="content">
      {family ? <Seen key={partyId} familyId={family.id} partyId={partyId} /> : <NotFound />}
    </main>
  )
}

function Seen({ familyId, partyId }: { familyId: FamilyId; partyId: PartyId }) {
  const { t } = useTranslation('seenBy')
  return (
    <div className="stack">
      <Link to={page.consents} className="link-button small">
        <Icon name="left" small />
        {t('back')}
      </Link>
      <Fetched query={useQuery(seenByQuery(familyId, partyId))} what={t('what')}>
        {(seen: SeenByParty) => <AsTheySee seen={seen} />}
      </Fetched>
    </div>
  )
}

function AsTheySee({ seen }: { seen: SeenByParty }) {
  const { t } = useTranslation(['seenBy', 'cloth'])
  const service = seen.service.inSentence
  const Service = atStart(service)
  const cells = seen.onePerson ? 'cellsAlone' : 'cells'
  return (
    <>
      <div className="hello">
        <h1>{t('title', { service })}</h1>
        <p>
          {seen.seatedBy.length === 0
            ? t('leadNobody', { service })
            : t('lead', { service, persons: inList([t('you'), ...seen.answersFor]) })}
        </p>
        {seen.notes.length > 0 && <p>{t('seated', { names: inList(seen.seatedBy), service })}</p>}
      </div>
      {seen.notes.length === 0 && (
        <Card>
          <EmptyState icon="eye-off" title={t('noneTitle')}>
            {t('noneText', { Service })}
          </EmptyState>
        </Card>
      )}
      {areasOf(seen.notes).map((area) => (
        <Card
          key={area}
          title={
            <span className="seen__area">
              <Icon name={areaIcon[area]} />
              {area === 'common' ? t('common') : areaName(area)}
            </span>
          }
        >
          {cellsOf(seen.notes, area).map(({ cell, notes }) => (
            <section key={cell} className="seen__cell">
              <h3>{t(`cloth:${cells}.${cell}`)}</h3>
              <ul className="notes">
                {notes.map((note) => (
                  <li key={note.id}>
                    <SeenNote note={note} people={seen.people} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </Card>
      ))}
      <div className="stack small soft">
        {!seen.onePerson && <p>{t('whole', { service })}</p>}
        <p>{t('others', { Service })}</p>
      </div>
    </>
  )
}
