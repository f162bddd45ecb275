import { useTranslation } from 'react-i18next'
import { useByGlass } from '../../break-glass-api.ts'
import { shownLanguage } from '../../texts/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Popover } from './popover.tsx'
import { useTable } from './table-context.ts'

const papers = ['A3', 'A4'] as const

/** Paper is equal: the cloth as it stands, or an empty one to write on. */
export function PrintMenu() {
  const { t } = useTranslation('cloth')
  const { familyId } = useTable()
  // Who reads by break-glass takes nothing along (REQ-57): the server refuses it, and here it is not offered.
  const byGlass = useByGlass(familyId)
  const link = (paper: string, blank: boolean) =>
    `/api/families/${familyId}/cloth.pdf?paper=${paper.toLowerCase()}&language=${shownLanguage()}${blank ? '&blank=1' : ''}`
  if (byGlass) return null
  return (
    <Popover
      button={(props) => (
        <Button look="quiet" icon="copy" {...props}>
          {t('print')}
        </Button>
      )}
    >
      {() => (
        <>
          <ul className="menu">
            {[false, true].flatMap((blank) =>
              papers.map((paper) => (
                <li key={`${paper}${blank}`}>
                  <a href={link(paper, blank)} target="_blank" rel="noreferrer">
                    <Icon name={blank ? 'draw' : 'copy'} small />
                    {t('printOn', { what: blank ? t('printBlank') : t('printFilled'), paper })}
                  </a>
                </li>
              )),
            )}
          </ul>
          <p className="small soft">{t('printNote')}</p>
        </>
      )}
    </Popover>
  )
}
