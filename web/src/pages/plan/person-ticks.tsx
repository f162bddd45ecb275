import type { PersonId } from '@velferdslab/core/ids'
import { useTranslation } from 'react-i18next'
import { calledName, usePlan } from './plan-names.ts'

interface PersonTicksProps {
  legend: string
  help?: string
  chosen: readonly PersonId[]
  onChoose: (persons: PersonId[]) => void
}

/** One or several of the family. A decision names its people, so there is no "everybody". */
export function PersonTicks({ legend, help, chosen, onChoose }: PersonTicksProps) {
  const { t } = useTranslation('everywhere')
  const { plan } = usePlan()
  const known = plan.members.map((member) => member.id)
  return (
    <fieldset className="picks">
      <legend>
        {legend}
        {help && <span className="small soft plan-form__help">{help}</span>}
      </legend>
      {known.map((id) => (
        <label key={id} className="pick">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChoose(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
          <span>{id === plan.me.id ? t('me') : calledName(plan, id)}</span>
        </label>
      ))}
    </fieldset>
  )
}
