import { useMyFamily } from '../../shells/my-family.ts'
import { NotFoundPage } from '../not-found/not-found-page.tsx'
import { MeetingPage } from './meeting-page.tsx'

/** The family's meeting, on its own screen. */
export function MyMeetingPage() {
  const family = useMyFamily()
  return family ? <MeetingPage key={family.id} familyId={family.id} shell="family" /> : <NotFoundPage />
}
