import type { Me } from '@velferdslab/core/people'

/** The family's own pages: for members, and for those who answer for somebody. */
export function mayOpenMy(me: Me): boolean {
  return me.families.length > 0
}

/**
 * Whose work is the whole and never a family: management and council have the report, the economist the figures, the privacy officer who has
 * read, the administrator what the municipality keeps in order itself.
 */
export function overviewOf({ roles }: Me): 'report' | 'figures' | 'trace' | 'administration' | undefined {
  if (roles.includes('manager') || roles.includes('councillor')) return 'report'
  if (roles.includes('privacy_officer')) return 'trace'
  if (roles.includes('economist')) return 'figures'
  return roles.includes('administrator') ? 'administration' : undefined
}

/** The pages of those who work with families, and of who sits at a family's table because it trusts them. */
export function mayOpenLab(me: Me): boolean {
  return me.parties.length > 0 || me.roles.length > 0 || me.hasSeat
}

/** Who receives families and leads none: their work begins at the door. */
export function isAtDoor({ roles }: Me): boolean {
  return roles.includes('core_team') && !roles.includes('investment_leader')
}
