import type { ConsentPicture } from '@velferdslab/core/consent'
import type { PersonId } from '@velferdslab/core/ids'
import { useTranslation } from 'react-i18next'
import { inList } from '../../texts/format.ts'
import { Face } from '../../ui/face.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { areaWords, guardianSays, type Person, type Service } from './consent-words.ts'
import { Wished } from './wished.tsx'

interface PersonTilesProps {
  picture: ConsentPicture
  service: Service
  chosen: ReadonlySet<PersonId>
  onToggle: (person: PersonId) => void
}

/** Me, and those I answer for. Adults answer for themselves. */
export function PersonTiles({ picture, service, chosen, onToggle }: PersonTilesProps) {
  const { t } = useTranslation('consent')
  const wished = new Set(service.wish?.persons ?? [])

  function says(person: Person): string {
    if (person.isMe) return ''
    if (person.asGuardian) return guardianSays(person)
    return [
      person.age === null ? '' : person.age === 0 ? t('baby') : t('years', { count: person.age }),
      person.decidesAlone.length > 0
        ? t('decidesAlone', { name: person.calledName, areas: inList(areaWords(person.decidesAlone)) })
        : '',
    ]
      .filter(Boolean)
      .join(' ')
  }

  // Who must say yes as well is said once for all it is the same for.
  const needed = new Map<string, string[]>()
  for (const { alsoNeeds, calledName } of picture.persons) {
    if (alsoNeeds.length === 0) continue
    const names = inList(alsoNeeds)
    needed.set(names, [...(needed.get(names) ?? []), calledName])
  }

  return (
    <>
      <div className="ask__rows">
        {picture.persons.map((person) => (
          <TickTile
            key={person.id}
            type="checkbox"
            name="person"
            value={person.id}
            checked={chosen.has(person.id)}
            onChange={() => onToggle(person.id)}
          >
            <Face initials={person.initials} mark={person.mark} small />
            <span className="ask__text">
              <bdi>{person.isMe ? t('meTile') : person.calledName}</bdi>
              {wished.has(person.id) && <Wished />}
              {says(person) && <span className="small soft">{says(person)}</span>}
            </span>
          </TickTile>
        ))}
      </div>
      {[...needed].map(([names, persons]) => (
        <p key={names} className="small soft ask__after">
          {t('alsoNeeds', { persons: inList(persons), names })}
        </p>
      ))}
      {picture.answerForThemselves.length > 0 && (
        <p className="small soft ask__after">
          {t('answersSelf', { count: picture.answerForThemselves.length, names: inList(picture.answerForThemselves) })}
        </p>
      )}
    </>
  )
}
