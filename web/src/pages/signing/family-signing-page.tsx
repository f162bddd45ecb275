import type { Signing } from '@velferdslab/core/signing'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { signingQuery } from '../../signing-api.ts'
import { Fetched } from '../../fetched.tsx'
import { page } from '../../paths.ts'
import { familyName } from '../../texts/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { SigningView } from './signing-view.tsx'

/** The plan of one family, for the one who leads and those of the team who sign it. */
export function FamilySigningPage() {
  const { t } = useTranslation(['signing', 'shell'])
  const { familyId } = useParams({ from: '/lab/families/$familyId' })
  const query = useQuery(signingQuery(familyId))
  return (
    <main className="page" id="content">
      <title>{t('shell:labTitle', { page: t('signing:title') })}</title>
      <Fetched query={query} what={t('signing:what')}>
        {(signing: Signing) => (
          <SigningView signing={signing}>
            <Link to={page.family} params={{ familyId }} className="link-button small">
              <Icon name="left" small />
              {t('signing:back')}
            </Link>
            <p className="soft">
              <bdi>{familyName(signing.family)}</bdi>
            </p>
          </SigningView>
        )}
      </Fetched>
    </main>
  )
}
