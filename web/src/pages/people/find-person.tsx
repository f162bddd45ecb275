import './people.css'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NotSent } from '../../not-sent.tsx'
import { searchPeople } from '../../people-api.ts'
import { page } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ShortText } from '../../ui/text-field.tsx'

/** A search by name, typed as one can: among those one may know of anyway. */
export function FindPerson() {
  const { t } = useTranslation('people')
  const [name, setName] = useState('')
  const [tooEarly, setTooEarly] = useState(false)
  const typed = name.trim()
  const search = useMutation({ mutationFn: searchPeople })
  return (
    <Card title={t('findTitle')} className="find">
      <form
        role="search"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTooEarly(typed.length < 2)
          if (typed.length >= 2 && !search.isPending) search.mutate(typed)
        }}
      >
        <ShortText
          label={t('findName')}
          help={t('findHelp')}
          wrong={tooEarly && typed.length < 2 ? t('findMissing') : undefined}
          holds="search"
          value={name}
          onChange={setName}
        />
        <Button type="submit" look="second" aria-busy={search.isPending}>
          {t('findDo')}
        </Button>
      </form>
      <NotSent error={search.error} />
      <div role="status">
        {search.data && search.data.people.length === 0 && <p>{t('findNobody')}</p>}
        {search.data && search.data.people.length > 0 && (
          <ul>
            {search.data.people.map((person) => (
              <li key={person.id + person.family.id + String(person.atDoor)}>
                <Link
                  to={person.atDoor ? page.doorFamily : page.family}
                  params={{ familyId: person.family.id }}
                  className="strong"
                >
                  <bdi>{person.name}</bdi>
                </Link>{' '}
                <span className="small soft">
                  {t(person.atDoor ? 'findAtDoor' : 'findFamily', { name: person.family.name })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}
