import type { ConsentArea } from '@velferdslab/core/areas'
import type { ConsentPicture, ConsentSquare } from '@velferdslab/core/consent'
import type { PartyId, PersonId } from '@velferdslab/core/ids'
import { Table } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { areaIcon, areaName } from '../../areas.ts'
import { page } from '../../paths.ts'
import { inList } from '../../texts/format.ts'
import { Icon, Shape, type IconName } from '../../ui/icon.tsx'
import { asYou, hasStandingYes, type Person, type Service } from './consent-words.ts'
import { StopOne } from './stop-one.tsx'

/** Which square is explained now. */
export interface Pressed {
  partyId: PartyId
  area: ConsentArea
  personId: PersonId
}

/** Columns before the rest is folded away; areas with an answer or a wish are always among them. */
const shownFirst = 6

interface PictureProps {
  picture: ConsentPicture
  person: Person
  pressed: Pressed | null
  wide: boolean
  onPress: (pressed: Pressed, button: HTMLButtonElement) => void
}

type State = ConsentSquare['state']
const iconOf: Record<State, IconName | null> = {
  yes: 'check',
  soon: 'clock',
  awaiting: 'think',
  stopped: 'stop',
  no: null,
}
const wordOf = {
  yes: 'stateYes',
  soon: 'stateSoon',
  awaiting: 'stateAwaiting',
  stopped: 'stateStopped',
  no: 'stateNo',
} as const satisfies Record<State, string>
const keyOf = {
  yes: 'keyYes',
  soon: 'keySoon',
  awaiting: 'keyAwaiting',
  stopped: 'keyStopped',
  no: 'keyNo',
} as const satisfies Record<State, string>

/** The picture: a table where there is room for one, else a list of services. Each square has a colour, a pattern and a word. */
export function Picture({ picture, person, pressed, wide, onPress }: PictureProps) {
  const { t } = useTranslation('consent')
  const [all, setAll] = useState(false)
  const first = areasFirst(picture)
  const areas = all ? picture.areas : picture.areas.filter((area) => first.has(area))
  const states = new Set(
    picture.services.flatMap(({ squares }) =>
      squares.filter(({ personId }) => personId === person.id).map(({ state }) => state),
    ),
  )
  const wishes = picture.services.some((service) =>
    service.squares.some((square) => square.personId === person.id && isWished(service, square)),
  )

  const squareOf = (service: Service, area: ConsentArea) => {
    const square = service.squares.find((each) => each.area === area && each.personId === person.id)
    // Beyond my mandate as guardian: I am told nothing of it, and answer nothing.
    if (!square) return <span className="small soft">{t('notMine')}</span>
    const { state } = square
    const current = pressed?.partyId === service.partyId && pressed.area === area
    const icon = iconOf[state]
    return (
      <button
        type="button"
        className={`square square--${state}`}
        aria-current={current ? 'true' : undefined}
        onClick={(event) => onPress({ partyId: service.partyId, area, personId: person.id }, event.currentTarget)}
      >
        {icon && <Icon name={icon} />}
        {!wide && (
          <span className="square__area" aria-hidden="true">
            {areaName(area)}
          </span>
        )}
        <span className="hidden">
          {t('square', { service: service.name, area: areaName(area), person: asYou(person) })}{' '}
        </span>
        <span className="square__word">{t(wordOf[state])}</span>
        {isWished(service, square) && (
          <span className="wished square__wish">
            <Shape name="diamond" />
            {t('wished')}
          </span>
        )}
      </button>
    )
  }
  // Whoever has stopped, or said no, finds the way back by themself: nobody asks them again.
  const acts = (service: Service) => (
    <>
      {!hasStandingYes(service) && (
        <Link className="link-button small" to={page.consent} params={{ partyId: service.partyId }}>
          {t('answer', { service: service.inSentence })}
        </Link>
      )}
      {service.mine.length > 0 && <StopOne picture={picture} service={service} small />}
    </>
  )
  const seated = (service: Service) => {
    if (service.seatedBy.length === 0) return t('nobodySeated')
    // A private person at the table is a party alone: the name is said already.
    return service.seatedBy.every((name) => service.name.startsWith(name)) ? '' : inList(service.seatedBy)
  }

  return (
    <>
      {wide ? (
        <div className="squares__scroll">
          <Table className="squares">
            <caption className="hidden">{t('tableCaption', { person: asYou(person) })}</caption>
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell scope="col">
                  <span className="hidden">{t('service')}</span>
                </Table.HeaderCell>
                {areas.map((area) => (
                  <Table.HeaderCell key={area} scope="col">
                    <Icon name={areaIcon[area]} />
                    {areaName(area)}
                  </Table.HeaderCell>
                ))}
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {picture.services.map((service) => (
                <Table.Row key={service.partyId}>
                  <Table.HeaderCell scope="row">
                    {service.name}
                    <span className="small soft">{seated(service)}</span>
                    {acts(service)}
                  </Table.HeaderCell>
                  {areas.map((area) => (
                    <Table.Cell key={area}>{squareOf(service, area)}</Table.Cell>
                  ))}
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </div>
      ) : (
        picture.services.map((service) => (
          <section key={service.partyId} className="squares-list" aria-label={service.name}>
            <div className="squares-list__head">
              <div>
                <h3>{service.name}</h3>
                <p className="small soft">{seated(service)}</p>
              </div>
              {acts(service)}
            </div>
            <ul>
              {areas.map((area) => (
                <li key={area}>{squareOf(service, area)}</li>
              ))}
            </ul>
          </section>
        ))
      )}
      {first.size < picture.areas.length && (
        <button type="button" className="link-button strong" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'showFewer' : 'showAll')}
        </button>
      )}
      <ul className="squares-key small">
        {(Object.keys(keyOf) as State[])
          .filter((state) => states.has(state))
          .map((state) => (
            <li key={state}>
              <i className={`square square--${state}`}>{iconOf[state] && <Icon name={iconOf[state]} />}</i>
              {t(keyOf[state])}
            </li>
          ))}
        {wishes && (
          <li>
            <i className="square square--no wished">
              <Shape name="diamond" />
            </i>
            {t('keyWish')}
          </li>
        )}
      </ul>
    </>
  )
}

/** A wish is only worth a mark where there is no yes yet. */
function isWished(service: Service, square: ConsentSquare): boolean {
  return (
    square.state === 'no' &&
    service.wish !== null &&
    service.wish.areas.includes(square.area) &&
    service.wish.persons.includes(square.personId)
  )
}

/** The areas that say something, for anybody, filled up from the list: the same columns whichever person is shown. */
function areasFirst(picture: ConsentPicture): Set<ConsentArea> {
  const telling = picture.areas.filter((area) =>
    picture.services.some(
      (service) =>
        service.wish?.areas.includes(area) ||
        service.squares.some((square) => square.area === area && square.state !== 'no'),
    ),
  )
  return new Set(
    [...telling, ...picture.areas.filter((area) => !telling.includes(area))].slice(
      0,
      Math.max(shownFirst, telling.length),
    ),
  )
}
