import type { AreaCode } from '@velferdslab/core/areas'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { areaInSentence } from '../../areas.ts'
import { inList } from '../../texts/format.ts'
import { useTable, type StillCloth } from './table-context.ts'

/** Says it when what I may write in has changed while the cloth was open (REQ-95): also in the calm, for it is about me. */
export function PermissionTeller() {
  const { t } = useTranslation('cloth')
  const { cloth } = useTable()
  const before = useRef<readonly AreaCode[]>(areasOf(cloth.mayWrite))
  const [said, setSaid] = useState('')
  useEffect(() => {
    const names = (areas: AreaCode[]) => inList(areas.map((area) => areaInSentence(area, 'work')))
    const now = areasOf(cloth.mayWrite)
    const opened = now.filter((area) => !before.current.includes(area))
    const shut = before.current.filter((area) => !now.includes(area))
    before.current = now
    if (opened.length === 0 && shut.length === 0) return
    setSaid(
      [
        opened.length > 0 && t('mayWriteNow', { areas: names(opened) }),
        shut.length > 0 && t('mayNotWriteNow', { areas: names(shut) }),
      ]
        .filter(Boolean)
        .join(' '),
    )
  }, [cloth.mayWrite, t])
  return (
    <p className="hidden" role="status">
      {said}
    </p>
  )
}

function areasOf(mayWrite: StillCloth['mayWrite']): AreaCode[] {
  return mayWrite.map(({ area }) => area)
}
