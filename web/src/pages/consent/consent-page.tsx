import './consent.css'
import type { ConsentPicture } from '@velferdslab/core/consent'
import type { FamilyId, PartyId } from '@velferdslab/core/ids'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { consentsQuery } from '../../queries.ts'
import { useMyFamily } from '../../shells/my-family.ts'
import { NotFound } from '../not-found/not-found-page.tsx'
import { AfterAnswer, type Outcome } from './after-answer.tsx'
import { AskForm } from './ask-form.tsx'
import { markWhatItMeansAsRead } from './what-it-means.tsx'

/** One consent is one sentence: here it is the form itself, and what came of it. */
export function ConsentPage() {
  const { t } = useTranslation('consent')
  const family = useMyFamily()
  const { partyId } = useParams({ from: page.consent })
  return (
    <main className="page" id="content">
      {family ? <Asked key={partyId} familyId={family.id} partyId={partyId} what={t('what')} /> : <NotFound />}
    </main>
  )
}

function Asked({ familyId, partyId, what }: { familyId: FamilyId; partyId: PartyId; what: string }) {
  const query = useQuery(consentsQuery(familyId))
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  return (
    <>
      <Fetched query={query} what={what}>
        {(picture: ConsentPicture) => {
          const service = picture.services.find((each) => each.partyId === partyId)
          if (!service) return <NotFound />
          return outcome ? (
            <AfterAnswer picture={picture} service={service} outcome={outcome} onAgain={() => setOutcome(null)} />
          ) : (
            <AskForm
              picture={picture}
              service={service}
              onAnswered={(answered) => {
                markWhatItMeansAsRead()
                setOutcome(answered)
              }}
            />
          )
        }}
      </Fetched>
    </>
  )
}
