import { agreementSentences } from '@velferdslab/core/agreement'
import { productTexts } from '@velferdslab/core/text-version'
import { expect, it } from 'vitest'
import { agreement as agreementEn } from './en/agreement.ts'
import { consent as consentEn } from './en/consent.ts'
import { agreement } from './nb/agreement.ts'
import { consent } from './nb/consent.ts'

const plain = (text: string) =>
  text
    .replaceAll('{{', '{')
    .replaceAll('}}', '}')
    .replaceAll(/<(\w+)\/>/g, '{$1}')
    .replaceAll(/<\/?b>/g, '')

it('the pages say, word for word, what is kept as the version that was read', () => {
  for (const [language, sentence, signed] of [
    ['nb', consent, agreement],
    ['en', consentEn, agreementEn],
  ] as const) {
    const kept = productTexts[language]
    expect(kept?.consent_sentence).toEqual([plain(sentence.sentenceFamily), plain(sentence.sentenceOne)])
    expect(kept?.participation_agreement).toEqual(agreementSentences.map((each) => plain(signed.sentences[each])))
  }
})
