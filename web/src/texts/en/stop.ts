import type { stop as nb } from '../nb/stop.ts'
import { like } from '../same-words.ts'

/** Stopping what is shared: in sight on a family's home and in the picture. */
export const stop = like<typeof nb>()({
  service: 'Stop {{service}}',
  serviceAsk: 'Stop {{service}}?',
  all: 'Stop all sharing',
  allTitle: 'Stop everything',
  allHow: 'One press stops what you share with all the services. You need not say why.',
  allAsk: 'Stop all sharing?',
  allText:
    'Then no service can read about {{persons}}. They see only their own decisions, letters, promises and costs. You do not lose the help you already have.',
  allLeader: '{{name}} leads the work and can still read the cloth, but not what you keep to yourself.',
  allPause: 'The welfare lab takes a break.',
  nothing: 'You share nothing now.',
  notNow: 'Not now',
  stopping: 'Stopping.',
  doneAll: 'All sharing is stopped.',
  doneService: 'The sharing with {{service}} is stopped.',
  failed: 'We could not stop all of it. This is still shared: {{services}}. Try again.',
  consequence:
    'If you stop now, {{service}} can no longer read this. {{Service}} sees only its own decisions, letters, promises and costs. What is in its own journal stays there.',
})
