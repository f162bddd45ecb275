const weights = [3, 2, 7, 6, 5, 4, 3, 2] as const

/** Whether nine digits can be the number of a legal body: the last is a check digit by modulus 11 (Enhetsregisteret). */
export function isOrganisationNumber(number: string): boolean {
  if (!/^\d{9}$/.test(number)) return false
  const sum = weights.reduce((so, weight, at) => so + weight * Number(number[at]), 0)
  // A remainder of one would need the digit ten: no such number is given.
  return (11 - (sum % 11)) % 11 === Number(number[8])
}
