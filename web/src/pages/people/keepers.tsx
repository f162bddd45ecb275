import type { NameKeeper } from '@velferdslab/core/commands/household'
import type { Household } from '@velferdslab/core/household'
import { useTranslation } from 'react-i18next'
import { NotSent } from '../../not-sent.tsx'
import { nameKeeper } from '../../people-api.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { usePeople } from './use-people.ts'

/** Who else may know where a protected family can be found: named one by one, and taken back with one press. */
export function Keepers({ home }: { home: Household }) {
  const { t } = useTranslation('people')
  const sending = usePeople<Omit<NameKeeper, 'commandId'>>(home.family.id, (input) => nameKeeper(home.family.id, input))
  const mayName = home.iLead || home.iSpeak
  return (
    <Card title={t('keepersTitle')}>
      <div className="stack">
        <p>{t('keepersText')}</p>
        {home.keepers.length > 0 && (
          <ul className="belong__earlier">
            {home.keepers.map(({ id, name }) => (
              <li key={id}>
                <bdi className="strong">{name}</bdi>
                {mayName && (
                  <Button
                    look="quiet"
                    onClick={() => sending.mutate({ personId: id, may: false })}
                    aria-label={`${t('keepersBack')}: ${name}`}
                  >
                    {t('keepersBack')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        <NotSent error={sending.error} />
        {home.couldKeep.length > 0 && (
          <div className="row">
            {home.couldKeep.map(({ id, name }) => (
              <Button key={id} look="second" icon="plus" onClick={() => sending.mutate({ personId: id, may: true })}>
                {t('keepersName', { name })}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Card>
  )
}
