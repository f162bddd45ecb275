import './law.css'
import type { FamilyLaw } from '@velferdslab/core/act'
import type { Reporting } from '@velferdslab/core/report'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Fetched } from '../../fetched.tsx'
import { familyLawQuery } from '../../law-api.ts'
import { page } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Picks } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ActForm } from './act-form.tsx'
import { ReportForm } from './report-form.tsx'

type Kind = 'report' | 'avert' | 'act'

/** The one quiet way in for somebody of a service who must tell, or let another read, by law. */
export function FamilyLawPage() {
  const { t } = useTranslation(['law', 'shell'])
  const { familyId } = useParams({ from: '/lab/families/$familyId/law' })
  const query = useQuery(familyLawQuery(familyId))
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: t('law:title') })}</title>
      <div className="law">
        <div className="hello">
          <Link to={page.family} params={{ familyId }} className="link-button small">
            <Icon name="left" small />
            {t('law:back')}
          </Link>
          <h1>{t('law:title')}</h1>
          <p>{t('law:lead')}</p>
        </div>
        <Fetched query={query} titled what={t('law:what')}>
          {(standing: Standing) => <Choose {...standing} />}
        </Fetched>
      </div>
    </main>
  )
}

interface Standing {
  reporting: Reporting
  law: FamilyLaw | null
}

function Choose({ reporting, law }: Standing) {
  const { t } = useTranslation('law')
  const [kind, setKind] = useState<Kind | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  if (said)
    return (
      <Card>
        <div className="stack">
          <Notice icon="check" role="status">
            {said}
          </Notice>
          <div className="row">
            <ButtonLink look="second" iconAfter="right" to={page.law}>
              {t('toList')}
            </ButtonLink>
          </div>
        </div>
      </Card>
    )
  const hasAct = law !== null && law.exceptions.length > 0 && law.areas.length > 0
  const kinds: { value: Kind; label: string }[] = [
    { value: 'report', label: t('kindReport') },
    { value: 'avert', label: t('kindAvert') },
    ...(hasAct ? [{ value: 'act' as const, label: t('kindAct') }] : []),
  ]
  return (
    <Card>
      <div className="stack">
        <Picks legend={t('kind')} options={kinds} chosen={kind} onChoose={setKind} />
        {(kind === 'report' || kind === 'avert') && (
          <ReportForm key={kind} reporting={reporting} kind={kind} onSent={setSaid} />
        )}
        {kind === 'act' && law && <ActForm law={law} onDone={setSaid} />}
      </div>
    </Card>
  )
}
