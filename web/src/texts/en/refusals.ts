import type { refusals as nb } from '../nb/refusals.ts'
import { like } from '../same-words.ts'

/** What, why, and what to do: one sentence or two for every reason the server may give. */
export const refusals = like<typeof nb>()({
  'not-signed-in': 'You are signed out. Sign in again to go on.',
  'not-found': 'We cannot find it. It may have moved, or you may not have access.',
  'not-valid': 'Something is missing or written wrongly. Nothing was sent. Look over your answer and try again.',
  'too-many-requests': 'There were many presses in a short time. Wait a minute and try again. Nothing is lost.',
  'too-large': 'The text is too long. Make it shorter and try again. It is still here.',
  'foreign-origin':
    'The answer came from another page than ours, so we did not take it. Load the page again and try once more.',
  unavailable: 'The service does not answer just now. Nothing is changed. Try again in a moment.',
  'server-fault': 'Something went wrong on our side. Nothing is changed. Try again in a moment.',
  'consent-needs-person-you-answer-for':
    'You can say yes only for yourself and for children you answer for. Take away the others and try again.',
  'consent-end-passed': 'The day you chose has passed. Choose a new day.',
  'consent-too-long': 'A yes can last for one year. Choose a day that is nearer.',
  'consent-already-ended': 'This is stopped already. You need not do anything more.',
  'consent-person-decides-alone':
    'One of those you ticked decides this alone. Then nobody else can answer. Take away the tick and try again.',
  'note-locked': 'Somebody else is writing on the note. Wait a little, or write a note of your own beside it.',
  'note-only-author-moves': 'Only the one who wrote the note can move it.',
  'note-only-author-erases':
    'Only the one who wrote the note can erase it. You can write your own correction beside it.',
  'note-own-about-me': 'A note that is only yours can be about nobody but you.',
  'note-area-not-open': 'You cannot write about this now. The family has not said yes to it.',
  'note-erased': 'The note is erased. It cannot be changed any more.',
  'print-letter-missing':
    'A note has a letter we cannot print. Nothing is lost. Change the note, or call the municipality and say which letter it is.',
  'agreement-too-young': 'You must be 16 to sign for yourself. Those with parental responsibility sign for themselves.',
  'agreement-already-signed': 'You have already signed. There is nothing more you need to do.',
  'agreement-text-changed': 'The text has changed since you opened the page. Read the new one and answer again.',
  'referral-yes-not-yet': 'The day of the yes has not come yet. Write the day it was said.',
  'referral-born-unlikely': 'That birthday cannot be right. Whoever says yes must be at least 16.',
  'question-already-answered': 'Somebody else has answered this. Load the page again to read the answer.',
})
