import type { FamilyId } from '@velferdslab/core/ids'
import type { Meeting, MeetingPage } from '@velferdslab/core/meeting'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { codeQuery } from '../../meeting-api.ts'
import { familyName } from '../../texts/format.ts'
import { Face } from '../../ui/face.tsx'
import { Wordmark } from '../../ui/icon.tsx'

const Qr = lazy(async () => ({ default: (await import('./qr.tsx')).Qr }))
/** The next code a moment before this one changes; the last one is taken for half a minute more. */
const beforeItChangesMs = 500

/** Whose table it is, who sits here, and the code to come to it with. */
export function ScreenHead({ page, meeting, familyId }: { page: MeetingPage; meeting: Meeting; familyId: FamilyId }) {
  const { t } = useTranslation('meeting')
  const code = useQuery({
    ...codeQuery(familyId, meeting.id),
    refetchInterval: ({ state }) =>
      state.data ? Math.max(beforeItChangesMs, Date.parse(state.data.changesAt) - Date.now()) : 2000,
  })
  return (
    <header className="screen-head">
      <span className="bar__mark">
        <Wordmark label="Velferdslab" />
      </span>
      <p className="screen-head__family strong">
        <bdi>{familyName(page.family)}</bdi>
      </p>
      <div className="screen-head__here">
        <ul aria-label={t('presentTitle')}>
          {meeting.present.map(({ id, initials, mark, name }) => (
            <li key={id}>
              <Face initials={initials} mark={mark} />
              <bdi className="hidden">{name}</bdi>
            </li>
          ))}
        </ul>
        <p>{t('present', { count: meeting.present.length })}</p>
      </div>
      {code.data && (
        <figure className="screen-head__code">
          <Suspense fallback={null}>
            <Qr address={code.data.address} label={t('qr')} />
          </Suspense>
          <figcaption>{t('scan')}</figcaption>
        </figure>
      )}
    </header>
  )
}
