/**
 * What a municipality may call by its own word: its welfare lab ("velferdsteamet"), the team, the leader, the cloth, the core team. Each has the word alone
 * and as the thing itself, for Norwegian says both.
 */
export const ownWordKeys = ['lab', 'team', 'leader', 'cloth', 'core_team'] as const
export type OwnWordKey = (typeof ownWordKeys)[number]

/** A word of the municipality's own. */
export interface OwnWord {
  readonly key: OwnWordKey
  readonly nb: string
  readonly nbDefinite: string
  readonly en: string
}

/** What the product says, alone and as the thing itself. Both spellings of one thing stand side by side. */
const ours: Record<OwnWordKey, { nb: readonly string[]; nbDefinite: readonly string[]; en: readonly string[] }> = {
  lab: { nb: ['velferdslab'], nbDefinite: ['velferdslaben'], en: ['welfare lab'] },
  team: { nb: ['investeringsteam'], nbDefinite: ['investeringsteamet'], en: ['investment team'] },
  leader: { nb: ['investeringsleder'], nbDefinite: ['investeringslederen'], en: ['investment leader'] },
  cloth: { nb: ['samtaleduk', 'duk'], nbDefinite: ['samtaleduken', 'duken'], en: ['cloth'] },
  core_team: { nb: ['kjerneteam'], nbDefinite: ['kjerneteamet'], en: ['core team'] },
}

/**
 * A text with the municipality's words in place of ours: whole words only, with a capital letter where ours had one. A word inside another
 * ("velferdslabens") is left as it is.
 */
export function withOwnWords(text: string, own: readonly OwnWord[], language: string): string {
  const pairs = own.flatMap((word) =>
    language === 'en'
      ? ours[word.key].en.map((from) => [from, word.en] as const)
      : [
          ...ours[word.key].nbDefinite.map((from) => [from, word.nbDefinite] as const),
          ...ours[word.key].nb.map((from) => [from, word.nb] as const),
        ],
  )
  if (pairs.length === 0) return text
  const put = new Map(pairs)
  const any = new RegExp(String.raw`(?<![\p{L}\d])(?:${[...put.keys()].join('|')})(?![\p{L}\d])`, 'giu')
  return text.replace(any, (found) => {
    const word = put.get(found.toLowerCase()) ?? found
    return found.charAt(0) === found.charAt(0).toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word
  })
}
