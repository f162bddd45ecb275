import { languages, type Language } from '@velferdslab/core/language'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shownLanguage } from '../texts/i18n.ts'
import { chooseLanguage, languageNames } from '../texts/language-choice.ts'

/** The languages side by side, each by its own name, so that whoever does not read this one finds theirs. */
export function LanguageChoice() {
  const { t } = useTranslation(['shell', 'errors'])
  const [failed, setFailed] = useState(false)
  const choose = (language: Language) => {
    setFailed(false)
    chooseLanguage(language).catch(() => setFailed(true))
  }
  return (
    <div className="languages" role="group" aria-label={t('shell:language')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          className="link-button"
          lang={language}
          aria-pressed={language === shownLanguage()}
          onClick={() => choose(language)}
        >
          {languageNames[language]}
        </button>
      ))}
      <span role="status">{failed && t('errors:fetchWhat')}</span>
    </div>
  )
}
