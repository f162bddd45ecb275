import type { signIn as nb } from '../nb/sign-in.ts'
import { like } from '../same-words.ts'

export const signIn = like<typeof nb>()({
  title: 'Velferdslab',
  heading: 'One plan. You decide.',
  lead: 'In the welfare lab, you and those who help you make one plan together. Nobody reads about you before you say yes.',
  choose: 'Sign in',
  citizen: 'Sign in as a resident',
  citizenNote: 'If you take part in the welfare lab.',
  staff: 'Sign in as an employee',
  staffNote: 'If you work with families.',
  self: 'Not with us yet? Sign up without signing in',
  keptPlace: 'Sign in to come back to where you were.',
  signedOut: 'You are signed out.',
  cancelled: 'You were not signed in. Try again whenever you like.',
  whereTo: 'Where do you want to go?',
  toMy: 'To my plan',
  toLab: 'To my work',
  nothingYet:
    'You are signed in. There is nothing for you to open here yet. The person who invited you can say when it is ready.',
})
