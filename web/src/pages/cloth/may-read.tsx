import { useTranslation } from 'react-i18next'
import { areaInSentence } from '../../areas.ts'
import type { Writing } from '../../live/writing.ts'
import { inList } from '../../texts/format.ts'
import { useTable } from './table-context.ts'

/** Who may read the note, in one or two sentences: told before the first letter, and true whatever is ticked. */
export function MayRead({ writing }: { writing: Writing }) {
  const { t } = useTranslation(['cloth', 'everywhere'])
  const { cloth, me, person } = useTable()
  const { privacy, about, area } = writing.place
  const isMember = cloth.members.some((member) => member.id === me)
  const common = area === 'common'
  const named = { area: areaInSentence(area, 'work') }
  const words = (): string => {
    if (privacy === 'own') return t('cloth:mayReadOwn')
    const alone = 'persons' in about && about.persons.length === 1 && about.persons[0] === me
    if (alone || cloth.family.onePerson) {
      if (isMember) return common ? t('cloth:mayReadMeCommon') : t('cloth:mayReadMe', named)
    }
    if ('persons' in about) {
      const names = inList(about.persons.map((id) => (id === me ? t('everywhere:you') : person(id).calledName)))
      return common ? t('cloth:mayReadPersonsCommon', { names }) : t('cloth:mayReadPersons', { names, ...named })
    }
    if (isMember) return common ? t('cloth:mayReadWholeCommon') : t('cloth:mayReadWhole', named)
    return common ? t('cloth:mayReadWorkCommon') : t('cloth:mayReadWork', named)
  }
  return <>{words()}</>
}
