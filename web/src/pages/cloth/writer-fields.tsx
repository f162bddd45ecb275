import type { CalendarDay } from '@velferdslab/core/dates'
import type { Sector } from '@velferdslab/core/cloth'
import { useTranslation } from 'react-i18next'
import type { Writing } from '../../live/writing.ts'
import { Picks } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { DayField, ShortText } from '../../ui/text-field.tsx'
import { TickTile } from '../../ui/tick-tile.tsx'
import { aboutAtFirst, writableIn } from './about-whom.ts'
import { hasWhoAndWhen, rings, sectors } from './cells.ts'
import { useTable } from './table-context.ts'

/** Who does it and when, for the cells that say what is to happen. */
export function WhoAndWhen({ writing }: { writing: Writing }) {
  const { t } = useTranslation('cloth')
  const { room } = useTable()
  const { words, due } = writing.content
  if (!hasWhoAndWhen(writing.place.cell) && !words.who && !due) return null
  return (
    <div className="fields-row">
      <ShortText
        label={t('whoDoes')}
        value={words.who ?? ''}
        onChange={(text) => room.type({ content: { words: { ...words, who: text } } })}
      />
      <DayField
        label={t('dueDay')}
        value={due ?? ''}
        onChange={(day) => room.type({ content: { due: (day || null) as CalendarDay | null } })}
      />
    </div>
  )
}

/** A person around us: what they are to us, where they belong, how near. First name and relation only (REQ-26). */
export function PersonAround({ writing }: { writing: Writing }) {
  const { t } = useTranslation('cloth')
  const { room, cloth } = useTable()
  const { words, sector, ring } = writing.content
  if (writing.place.cell !== 'around_me') return null
  return (
    <>
      <ShortText
        label={cloth.family.onePerson ? t('relationAlone') : t('relation')}
        help={t('relationHelp')}
        longest={60}
        value={words.relation ?? ''}
        onChange={(text) => room.type({ content: { words: { ...words, relation: text } } })}
      />
      <Picks
        legend={t('sector')}
        options={sectors.map((code) => ({ value: code, label: t(`sectors.${code}`) }))}
        chosen={sector}
        onChoose={(value: Sector) => room.type({ content: { sector: value, ring: ring ?? 1 } })}
      />
      <Picks
        legend={t('ring')}
        options={rings.map((each) => ({ value: each, label: t(`rings.${each}`) }))}
        chosen={ring === null ? null : (rings[ring - 1] ?? null)}
        onChoose={(value) => room.type({ content: { ring: rings.indexOf(value) + 1 } })}
      />
    </>
  )
}

/** Whom the note is about: all, or one or several of those I may write about. */
export function AboutWhom({ writing }: { writing: Writing }) {
  const { t } = useTranslation('cloth')
  const { room, cloth, me, person } = useTable()
  const { place } = writing
  const chosen = 'whole' in place.about ? [] : place.about.persons
  const isChild = cloth.members.find((member) => member.id === me)?.isChild ?? false
  const here = writableIn(cloth, place.area)
  if (!writing.mayMove || cloth.members.length < 2 || !here || here.persons.length === 0 || place.privacy === 'own')
    return null
  const choose = (persons: typeof chosen): void => {
    const about = persons.length > 0 ? { persons } : aboutAtFirst(cloth, me, place.area)
    room.type({ place: { ...place, about } })
  }
  return (
    <fieldset className="picks">
      <legend>{t('aboutWhom')}</legend>
      {!isChild && here.whole && (
        <label className="pick">
          <input type="checkbox" checked={chosen.length === 0} onChange={() => choose([])} />
          <span>{t('everybody')}</span>
        </label>
      )}
      {here.persons.map((id) => (
        <label key={id} className="pick">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              choose(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
          <span>{id === me ? t('me') : person(id).calledName}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** "Bare mitt": only I read it. It can then only be about me. */
export function OnlyMine({ writing }: { writing: Writing }) {
  const { t } = useTranslation('cloth')
  const { room, cloth, me } = useTable()
  const { place } = writing
  if (!cloth.mayWriteOwn || !writing.mayMove) return null
  const isOwn = place.privacy === 'own'
  return (
    <TickTile
      type="checkbox"
      name="only-mine"
      value="own"
      checked={isOwn}
      onChange={() =>
        room.type({
          place: isOwn
            ? { ...place, privacy: 'table', about: aboutAtFirst(cloth, me, place.area) }
            : { ...place, privacy: 'own', about: { persons: [me] } },
        })
      }
    >
      <Icon name="lock" />
      <span>
        {t('onlyMine')}
        <span className="small soft">{t('onlyMineHelp')}</span>
      </span>
    </TickTile>
  )
}

export function Bright({ writing }: { writing: Writing }) {
  const { t } = useTranslation('cloth')
  const { room } = useTable()
  return (
    <label className="bright-tick">
      <input
        type="checkbox"
        checked={writing.content.bright}
        onChange={(event) => room.type({ content: { bright: event.target.checked } })}
      />
      <Icon name="star" />
      <span>{t('isBright')}</span>
    </label>
  )
}
