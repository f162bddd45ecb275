import { useParams } from '@tanstack/react-router'
import { MeetingPage } from './meeting-page.tsx'

/** The same meeting for the leader and the team. */
export function FamilyMeetingPage() {
  const { familyId } = useParams({ from: '/lab/families/$familyId' })
  return <MeetingPage key={familyId} familyId={familyId} shell="work" />
}
