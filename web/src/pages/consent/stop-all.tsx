import type { ConsentPicture } from '@velferdslab/core/consent'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'

const fetchDialog = () => import('./stop-all-dialog.tsx')
const StopAllDialog = lazy(async () => ({ default: (await fetchDialog()).StopAllDialog }))

/** "Stopp all deling": one press and one confirmation, and every service of mine is stopped. Always in sight. */
export function StopAll({ picture }: { picture: ConsentPicture }) {
  const { t } = useTranslation('stop')
  const [asked, setAsked] = useState(false)
  const [open, setOpen] = useState(false)
  // The first page does not wait for it; whoever presses does not either.
  useEffect(() => {
    fetchDialog().catch(() => undefined)
  }, [])
  return (
    <div className="stack">
      <div className="row">
        <Button
          look="stop"
          icon="stop"
          onClick={() => {
            setAsked(true)
            setOpen(true)
          }}
        >
          {t('all')}
        </Button>
      </div>
      {asked && (
        <Suspense fallback={null}>
          <StopAllDialog picture={picture} open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
