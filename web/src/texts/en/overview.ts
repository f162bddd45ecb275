import type { overview as nb } from '../nb/overview.ts'
import { like } from '../same-words.ts'

export const overview = like<typeof nb>()({
  reportTitle: 'The report',
  reportLead:
    'The human report will be here: what the welfare lab means to all the families together. It is made from what the families and the teams have written down themselves, and never shows anybody in particular.',
  figuresTitle: 'The figures',
  figuresLead:
    'The figures behind the investments will be here, with sources and uncertainty. Anybody should be able to work them out again.',
  none: 'We show no figures until there are so many families that nobody can be recognised.',
  from: 'Taken from: {{source}}',
  rulesTitle: 'This always applies',
  rules: [
    'Groups of fewer than five families are never shown alone, nor as the difference between two figures.',
    'You cannot click your way to a family or a person.',
    'Training families are not counted.',
    'A step back is part of the journey. It is drawn without pointing at anybody.',
  ],
  report: {
    flow: {
      title: 'The journey between the four situations',
      text: 'Where the families were when they began, and where they are now. Each family is a circle without a name.',
      source: 'the families’ own placements on the journey',
    },
    wellbeing: {
      title: 'How they say things are',
      text: 'How people answer when asked how they are doing, before and after. “Would rather not” is an answer too.',
      source: 'the answers from 0 to 10',
    },
    invested: {
      title: 'What has been invested',
      text: 'Kroner and hours from each who pays. Volunteer hours are shown separately.',
      source: 'the account in each family’s plan',
    },
    promises: {
      title: 'Do we keep what we promise?',
      text: 'How much of what we promised was done in time, and what came too late.',
      source: 'the promises in the plans',
    },
  },
  figures: {
    prices: {
      title: 'Prices',
      text: 'The price list with year and source. A price that has been used does not change when the list does.',
      source: 'the municipality’s price list',
    },
    assumptions: {
      title: 'Assumptions',
      text: 'Each assumption with its source and how certain it is. Change one, and see what moves.',
      source: 'the benefits model',
    },
    benefits: {
      title: 'Benefits, planned and realised',
      text: 'For the families, the municipality and society. Transfers are counted once.',
      source: 'the account and the measures in the plans',
    },
    exports: {
      title: 'Exports that can be worked out again',
      text: 'The sums in the file are the same as on the screen. No names.',
      source: 'all of the above',
    },
  },
})
