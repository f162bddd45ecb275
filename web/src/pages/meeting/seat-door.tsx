import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useCommandId } from '../../command-id.ts'
import { comeByTicket, getSignedIn } from '../../meeting-api.ts'
import { NotSent } from '../../not-sent.tsx'
import { page, signInAt } from '../../paths.ts'
import { Button, ButtonAnchor } from '../../ui/button.tsx'

/** Who has a seat uses the same code: signed in, they come straight in. */
export function SeatDoor({ ticket }: { ticket: string }) {
  const { t } = useTranslation('meeting')
  const command = useCommandId()
  const signedIn = useQuery({ queryKey: ['table', 'signed-in'], queryFn: getSignedIn, retry: false })
  const coming = useMutation({
    mutationFn: () => comeByTicket(command.idFor(ticket), ticket),
    // A whole new page: from here on it acts as who has signed in.
    onSuccess: ({ familyId }) => {
      const isMember = signedIn.data?.families.some(({ id }) => id === familyId)
      location.assign(isMember ? page.myMeeting : page.familyMeeting.replace('$familyId', familyId))
    },
  })
  const who = signedIn.data?.person.name
  return (
    <section className="guest__seat" aria-labelledby="seat-title">
      <h2 id="seat-title">{t('haveSeat')}</h2>
      {who ? (
        <Button look="second" wide aria-busy={coming.isPending} onClick={() => coming.mutate()}>
          {t('comeAs', { name: who })}
        </Button>
      ) : (
        <>
          <p>{t('haveSeatText')}</p>
          <div className="row">
            <ButtonAnchor look="quiet" href={signInAt('staff', page.table)}>
              {t('signInWork')}
            </ButtonAnchor>
            <ButtonAnchor look="quiet" href={signInAt('citizen', page.table)}>
              {t('signInFamily')}
            </ButtonAnchor>
          </div>
        </>
      )}
      <NotSent error={coming.error} />
    </section>
  )
}
