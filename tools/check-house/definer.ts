export interface Definer {
  /** Why it must see past row security. */
  readonly why: string
  /** Who may call it. Nobody: it is used by other functions of lab_rule, or by a trigger. */
  readonly callers: readonly string[]
}

export const people = ['lab_app']
export const nobody: readonly string[] = []
