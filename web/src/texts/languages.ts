import type { SpokenLanguage } from '@velferdslab/core/referral'
import { ownNameOf } from '@velferdslab/core/text-language'

/** Languages by their own name, each in itself. */
export const languageName: Record<SpokenLanguage, string> = ownNameOf
