export const families = { title: '' } as const
