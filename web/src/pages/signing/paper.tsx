import type { FamilyId } from '@velferdslab/core/ids'
import type { PlanVersion } from '@velferdslab/core/signing'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { checkSigning } from '../../signing-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { api } from '../../paths.ts'
import { Button, ButtonAnchor } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'

/** One's own paper: the PDF, its fingerprint, and whether what is stored is still what was signed. */
export function Paper({ familyId, version }: { familyId: FamilyId; version: PlanVersion }) {
  const { t } = useTranslation('signing')
  const checking = useMutation({ mutationFn: () => checkSigning(familyId, version.id) })
  const { paperSha256 } = version.mine
  const holds = checking.data && checking.data.content && checking.data.paper !== false
  return (
    <Card title={t('paperTitle')}>
      {paperSha256 === null ? (
        <p>{t('paperGone')}</p>
      ) : (
        <div className="stack">
          <p>{t('paperText')}</p>
          <div className="row">
            <ButtonAnchor look="second" href={api.signingOf(familyId, version.id, 'plan.pdf')} download>
              {t('download')}
            </ButtonAnchor>
            <Button look="quiet" aria-busy={checking.isPending} onClick={() => checking.mutate()}>
              {t('check')}
            </Button>
          </div>
          {checking.data && (
            <Notice icon={holds ? 'check' : 'bell'} look={holds ? 'calm' : 'need'} role="status">
              {t(holds ? 'checkGood' : 'checkBad')}
            </Notice>
          )}
          <NotSent error={checking.error} />
          <div>
            <p className="small soft">{t('mark')}</p>
            <p className="small paper__mark">
              <bdi>{paperSha256}</bdi>
            </p>
          </div>
        </div>
      )}
    </Card>
  )
}
