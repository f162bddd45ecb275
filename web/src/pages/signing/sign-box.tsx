import type { FamilyId } from '@velferdslab/core/ids'
import type { Drawing, PlanVersion } from '@velferdslab/core/signing'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { signPlan } from '../../signing-api.ts'
import { useCommandId } from '../../command-id.ts'
import { NotSent } from '../../not-sent.tsx'
import { familyKey } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { DrawField } from './draw-field.tsx'

/** My own signature: by the button with my name, or drawn; or why I do not sign. */
export function SignBox({ familyId, version }: { familyId: FamilyId; version: PlanVersion }) {
  const { t } = useTranslation('signing')
  const { mine, inForceAt } = version
  if (mine.hasSigned)
    return (
      <Notice icon="check" role="status">
        {t(inForceAt ? 'signedForce' : 'signed')}
      </Notice>
    )
  if (inForceAt) return null
  if (!mine.isSigner) return <Notice icon="eye">{t('notSigner')}</Notice>
  if (mine.paperSha256 === null)
    return (
      <Notice icon="eye-off" look="need">
        {t('sightChanged')}
      </Notice>
    )
  // What is put up anew is another version: nothing drawn for the one before is carried to it.
  return <Sign key={version.id} familyId={familyId} version={version} paperSha256={mine.paperSha256} />
}

function Sign({ familyId, version, paperSha256 }: { familyId: FamilyId; version: PlanVersion; paperSha256: string }) {
  const { t } = useTranslation('signing')
  const queryClient = useQueryClient()
  const command = useCommandId()
  const [strokes, setStrokes] = useState<Drawing>([])
  const [draws, setDraws] = useState(false)
  const [lacks, setLacks] = useState(false)
  const signing = useMutation({
    mutationFn: (drawing: Drawing | null) => {
      const input = { contentSha256: version.contentSha256, paperSha256, drawing }
      return signPlan(familyId, version.id, { ...input, commandId: command.idFor(input) })
    },
    onSuccess: () => command.done(),
    // Also when it was refused: what stands there may no longer be what was read.
    onSettled: () => queryClient.invalidateQueries({ queryKey: familyKey(familyId) }),
  })
  const name = version.signatures.find((signature) => signature.isMe)?.name ?? ''
  const signDrawn = () => {
    setLacks(strokes.length === 0)
    if (strokes.length > 0) signing.mutate(strokes)
  }
  return (
    <Card title={t('signTitle')}>
      <div className="stack">
        <p>{t('signText')}</p>
        <Button wide icon="pen" aria-busy={signing.isPending} onClick={() => signing.mutate(null)}>
          {t('sign', { name })}
        </Button>
        {draws ? (
          <>
            <DrawField
              label={t('drawField')}
              strokes={strokes}
              onDraw={(drawn) => {
                setStrokes(drawn)
                setLacks(false)
              }}
            />
            <p className="small soft">{t('drawText')}</p>
            <p role="alert" className="field__wrong">
              {lacks ? t('drawFirst') : ''}
            </p>
            <div className="row">
              <Button look="second" icon="draw" aria-busy={signing.isPending} onClick={signDrawn}>
                {t('signDrawn')}
              </Button>
              <Button look="quiet" onClick={() => setStrokes([])}>
                {t('clear')}
              </Button>
            </div>
          </>
        ) : (
          <Button look="quiet" icon="draw" wide onClick={() => setDraws(true)}>
            {t('draw')}
          </Button>
        )}
        <NotSent error={signing.error} />
      </div>
    </Card>
  )
}
