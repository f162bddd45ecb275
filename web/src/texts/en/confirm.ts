import type { confirm as nb } from '../nb/confirm.ts'
import { like } from '../same-words.ts'

/** A yes confirmed with a code: on the plain page, and with help at a counter. */
export const confirm = like<typeof nb>()({
  title: 'Answer with a code',
  lead: 'You have been given a code on paper. Write it here and you see what you said yes to. Then you choose whether it is right. You do not need to sign in.',
  titleHelping: 'Help somebody answer with a code',
  leadHelping:
    'Let the one who has the code read it out or write it. Read the sentence together. The one who has the code chooses the answer.',
  helpingMarked: 'The answer is marked with your name and where you work. You are shown nothing else about the family.',
  code: 'The code',
  codeHelp: 'Thirteen characters, for example 0AB1-2CD3-4EF56. Capital or small letters make no difference.',
  codeMissing: 'Write the code first.',
  read: 'Show the sentence',
  ask: 'Is this right?',
  askHelping: 'Read together. Is this right?',
  free: 'You can say no. You do not lose help you have a right to.',
  yes: 'Yes',
  no: 'No',
  call: 'I do not understand, call me',
  once: 'The code works once. It opens this sentence only.',
  yesTitle: 'You said yes',
  yesText:
    'Thank you. It is in force up to and including {{until}}. If you want to stop it, call {{phone}}. Nobody asks why.',
  noTitle: 'You said no',
  noText: 'It is noted, and nobody asks you why. If you change your mind, call {{phone}}.',
  callTitle: 'We will call you',
  callText:
    'Your leader in the welfare lab sees it now and calls you. The code still works. If you would rather call, the number is {{phone}}.',
  done: 'You can close the page now.',
  doneHelping: 'The answer is marked with your help. The one who answered, and the leader, can see it.',
})
