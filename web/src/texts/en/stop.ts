import type { stop as nb } from '../nb/stop.ts'
import { like } from '../same-words.ts'

/** Stopping what is shared: in sight on a family's home and in the picture. */
export const stop = like<typeof nb>()({
  service: 'Stop {{service}}',
  serviceAsk: 'Stop {{service}}?',
  all: 'Stop all sharing',
  allTitle: 'Stop everything',
  allHow: 'One press stops what you share with all the services. You do not need to say why.',
  allAsk: 'Stop all sharing?',
  allText:
    'Then no service can read about {{persons}}. They see only their own decisions, letters, promises and costs. You do not lose the help you already have.',
  allLeader: '{{name}} leads the work and can still read the cloth, but not what you keep to yourself.',
  allPause: 'The welfare lab then takes a break.',
  nothing: 'You are sharing nothing now.',
  notNow: 'Not now',
  stopping: 'Stopping.',
  doneAll: 'All sharing has stopped.',
  doneService: 'Sharing with {{service}} has stopped.',
  failed: 'We could not stop everything. You are still sharing with: {{services}}. Try again.',
  consequence:
    'If you stop now, {{service}} can no longer read this. {{Service}} sees only its own decisions, letters, promises and costs. What is in its own journal stays there.',
})
