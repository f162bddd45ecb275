/**
 * What a municipality may call by its own word: its welfare lab ("velferdsteamet"), the team, the leader, the cloth, the core team. Each has the word alone
 * and as the thing itself, for Norwegian says both.
 */
export const ownWordKeys = ['lab', 'team', 'leader', 'cloth', 'core_team'] as const
export type OwnWordKey = (typeof ownWordKeys)[number]
