import type { errors as nb } from '../nb/errors.ts'
import { like } from '../same-words.ts'

export const errors = like<typeof nb>()({
  what: 'What happened',
  kept: 'What is safe',
  now: 'What now',
  fetchTitle: 'We could not fetch this page',
  fetchWhat: 'The service did not answer.',
  fetchKept: 'Everything you have written before is safe.',
  fetchNow: 'Try again. If it does not work, wait a little.',
  notSentTitle: 'We could not send your answer',
  notSentKept: 'What you wrote and chose is still here.',
  notSentNow: 'Try again in a moment. Your answer counts only once.',
  notFoundTitle: 'We cannot find this page',
  notFoundText: 'It may have moved, or you may not have access.',
  notFoundHome: 'Go to the front page',
  brokenTitle: 'Something went wrong on this page',
  brokenWhat: 'The fault is ours, not yours.',
  brokenKept: 'What you have sent is saved.',
  brokenNow: 'Load the page again.',
  reload: 'Load the page again',
})
