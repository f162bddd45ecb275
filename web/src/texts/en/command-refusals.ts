import type { commandRefusals as nb } from '../nb/command-refusals.ts'
import { like } from '../same-words.ts'

/** What, why, and what to do, for what only a command is refused. */
export const commandRefusals = like<typeof nb>()({
  'consent-needs-person-you-answer-for':
    'You can say yes only for yourself and for children you answer for. Remove the others and try again.',
  'consent-end-passed': 'The day you chose has passed. Choose a new day.',
  'consent-too-long': 'A yes can last for one year. Choose a day that is nearer.',
  'consent-already-ended': 'This has already been stopped. You do not need to do anything more.',
  'consent-person-decides-alone':
    'One of those you ticked decides this alone. Nobody else can answer for them. Remove the tick and try again.',
  'consent-wish-service-unknown': 'We cannot find this service. Choose another.',
  'consent-wish-nobody':
    'You can only wish something about those who belong to the family. Reload the page and choose again.',
  'consent-giver-unknown': 'This person does not belong to the family now. Reload the page and choose again.',
  'consent-giver-too-young':
    '{{name}} cannot say yes to this alone yet. Those with parental responsibility answer for {{name}}.',
  'consent-recorder-receives': 'You cannot write down an answer to the service you sit at the table for yourself.',
  'consent-said-day-to-come': 'The day you chose has not come yet. Choose the day it was said or signed.',
  'consent-said-too-long-ago': 'That was more than {{days}} days ago. Ask again, and write down what is said then.',
  'consent-needs-person-they-answer-for':
    '{{name}} can only answer for themself and for children {{name}} answers for. Take away the others and try again.',
  'consent-witness-unknown':
    'Choose somebody else who heard it. It must be somebody at the table, and not from the service that gets to know.',
  'consent-nothing-to-confirm': 'There is nothing to confirm here any more. Reload the page.',
  'consent-outside-mandate':
    'You are not guardian for {{name}} there. Take away what is not in your mandate and try again.',
  'consent-mandate-ends': 'You are guardian for {{name}} up to and including {{day}}. Choose a day that is no later.',
  'member-not-a-child':
    'That birthday does not fit a child under 18. Look at the date. A child who has turned 18 answers alone.',
  'member-already-here': 'The child is in the family already. You need not do anything more.',
  'member-holder-unknown': 'One of those you ticked no longer belongs to the family. Reload the page and choose again.',
  'note-locked': 'Somebody else is writing on the note. Wait a little, or write a note of your own beside it.',
  'note-only-author-moves': 'Only the one who wrote the note can move it.',
  'note-only-author-erases':
    'Only the one who wrote the note can erase it. You can write your own correction beside it.',
  'note-own-about-me': 'A note that is only yours can be about nobody but you.',
  'note-area-not-open': 'You cannot write about this now. The family has not said yes to it.',
  'note-erased': 'The note has been erased. It can no longer be changed.',
  'note-voided': 'The note has been struck. It can no longer be changed.',
  'note-corrected':
    'Somebody has written a correction beside the note, so it cannot be moved or erased. You can change the words, or strike the note.',
  'note-only-author-or-leader-voids':
    'Only the one who wrote the note can strike it. The leader can strike what others at the table have written.',
  'note-not-about-you':
    'You can only write a correction to a note that is about you, or about children you answer for.',
  'note-yours-to-change': 'This is your own note. You can change it.',
  'note-already-corrected': 'Your correction is already beside the note.',
  'note-changed-meanwhile': 'The note has been changed since you read it. Read it again before you write.',
  'print-letter-missing':
    'A note has a letter we cannot print. Nothing is lost. Change the note, or call the municipality and say which letter it is.',
  'qualification-decided': 'This has been answered already. Load the page again to see the answer.',
  'qualification-question-changed': 'The question has changed. Load the page again and answer the new one.',
  'qualification-nobody-present': 'Choose who from the family is with you when you answer.',
  'qualification-not-signed': 'All adults who take part must sign the participation agreement first.',
  'qualification-unanswered': 'Answer all the questions together first.',
  'qualification-needs-yes':
    'The family must want this themselves. One of the answers that must be yes is not yes yet.',
  'seat-family-not-accepted': 'The family must have a yes from the welfare lab before anybody can lead.',
  'seat-person-unknown': 'This person cannot be asked now. Choose another.',
  'seat-already-there': 'This person has been asked already, or sits at the table.',
  'seat-leader-not-wanted': 'The family has asked for somebody else. Choose another leader.',
  'seat-too-many-invited': 'Three have been asked and have not answered yet. Wait for them, or remove one.',
  'seat-closed': 'There is nothing to answer here any more. Load the page again.',
  'seat-already-answered': 'You have already answered this. You do not need to do anything more.',
  'goal-note-not-yours':
    'The note was written by somebody else. The goal must be about the same people and the same thing. If you want something else, write a note of your own first.',
  'plan-area-not-open': 'You cannot write about this in the plan now. The family has not said yes to it.',
  'measure-already-stopped': 'This has already been stopped.',
  'measure-doer-unknown':
    'We do not know who is to do or pay for this. Choose somebody at the table, or write the name.',
  'measure-months-backwards': 'The last month is before the first. Check the dates and try again.',
  'measure-too-long': 'What happens every month can be planned for five years. Choose a day that is nearer.',
  'decision-version-changed':
    'This is an older version. The content changed on {{day}}. Read the new one and answer again.',
  'decision-already-decided': 'This has already been decided. If you want something else, it must be a new decision.',
  'decision-not-yours-to-answer': 'You can only answer for yourself and for children you answer for.',
  'decision-day-passed': 'The day you chose has passed. Choose a new one.',
  'decision-only-leader-records': 'When somebody says yes aloud, the leader writes it down.',
  'decision-ground-missing':
    'A formal individual decision must say which law it rests on. Write the act and the section.',
  'decision-no-child-to-hear': 'This person gives their own answer.',
  'decision-nothing-to-confirm':
    'There is nothing here for you to confirm. Whoever said it, and whoever wrote it down, cannot confirm it.',
  'decision-said-no': 'Not decided, the answer was no.',
  'decision-thinking':
    '{{name}} has time to think until {{day}}. Nothing happens before {{name}} has answered, not even after that date.',
  'decision-waiting': 'This cannot begin yet. We still need an answer from {{name}}. Silence is not a yes.',
  'decision-needs-witness':
    'Somebody has written down a yes for {{name}}. It counts once somebody else who heard it has confirmed it.',
  'decision-needs-all-holders':
    'This does not count for {{name}} yet. Both who have parental responsibility must say yes.',
  'decision-child-view-missing':
    'The view of {{name}} is missing. Ask {{name}}, or write that {{name}} did not want to say.',
  'decision-nobody-decides': 'We do not know who can answer for {{name}}. The leader must find that out first.',
  'decision-no-mandate': 'You have no mandate to decide this.',
  'decision-above-mandate':
    'This cannot be decided here now. It is NOK {{amount}} above the mandate of {{name}}. Ask {{right}}.',
  'decision-awaits-mandate':
    'This cannot be decided here now. It is NOK {{amount}} above the mandate of {{name}}. {{right}} answers by {{day}}.',
  'decision-over-frame':
    'This cannot be decided now. It is NOK {{amount}} above what the service has set aside for you.',
  'decision-not-to-be-asked': 'This person cannot be asked about this now.',
  'signing-nothing-to-sign': 'There is nothing to sign yet. First make a goal, or add something that somebody will do.',
  'signing-only-leader-or-grown': 'Only the leader and the adults in the family can put the plan forward.',
  'signing-plan-changed': 'The plan was changed while it was being put forward. Look at it, and put it forward again.',
  'signing-no-longer-open': 'This version can no longer be signed. The plan was changed or put forward again.',
  'signing-other-content': 'What is here now is not what you read. Read the plan again before you sign.',
  'signing-not-a-signer': 'You are not among those who sign this version.',
  'signing-sight-changed': 'You cannot read everything you were going to sign. The plan must be put forward again.',
  'signing-already-signed': 'You have signed.',
  'signing-nothing-drawn': 'Draw your name in the field first, or use the button.',
  'promise-already-done': 'This is done. Somebody answered before you.',
  'promise-needs-reason': 'Choose why it is not done. If you choose “Something else”, write a few words.',
  'promise-day-passed': 'The new day is over. Choose today or later.',
  'entry-already-reversed': 'This line has already been corrected.',
  'entry-price-unknown': 'We have no hourly rate for one of them on that day. Choose a rate from the list.',
  'entry-not-yours-to-book': 'Only whoever pays, and the leader, can enter this.',
  'entry-without-payer': 'Nobody has said that they will pay for this. First write who pays.',
  'wellbeing-not-for-children':
    'This question is for grown-ups. If you want to say something, you can write on the cloth.',
  'wellbeing-nothing-said': 'Choose a number, write a few words, or choose that you would rather not answer.',
  'wellbeing-day-to-come': 'The day you chose has not come yet. Choose another day.',
  'journey-not-for-children':
    'This is for the grown-ups to answer. If you want to say something, you can write on the cloth.',
  'journey-area-not-open': 'You cannot answer about this now. The family has not said yes to it.',
  'journey-goal-by-family': 'The family sets the goal itself, on its own page. Talk about it together first.',
  'journey-needs-reason': 'Write a few words about why. Then everyone can understand the answer later.',
  'journey-day-to-come': 'The day you chose has not come yet. Choose another day.',
  'journey-moved-on':
    'Somebody else answered while you were looking at the page. The new answer is here now. Look at it, and answer again.',
  'agreement-too-young': 'You must be 16 to sign for yourself. Those with parental responsibility sign for themselves.',
  'agreement-already-signed': 'You have already signed. There is nothing more you need to do.',
  'agreement-text-changed': 'The text has changed since you opened the page. Read the new one and answer again.',
  'referral-yes-not-yet': 'The day of the yes has not come yet. Write the day it was said.',
  'referral-born-unlikely': 'That birthday cannot be right. Whoever says yes must be at least 16.',
  'self-referral-born-unlikely': 'That birthday cannot be right. Check the date and try again.',
  'self-referral-too-young':
    'You must be {{age}} to sign up on your own. If you are younger, an adult you trust can do it together with you.',
  'self-referral-begun':
    'This has begun and cannot be taken back here. Tell the person you have talked with. You can stop whenever you want.',
  'self-referral-closed': 'Somebody else in the core team has already answered this. Reload the page.',
  'self-code-opens-nothing': 'The code opens nothing now. Check that it is written correctly.',
  'member-last': 'You are the only one who belongs. If you want to leave the welfare lab, tell your leader.',
  'member-not-grown': 'With that date of birth it is not an adult. You add children under “How it goes”.',
  'member-already-asked': 'The family has already been asked about this person. You need do no more.',
  'member-already-answered': 'You have already answered this.',
  'sole-consent-not-of-two':
    'Choose a child that two have parental responsibility for, and which of them this is about.',
  'sole-consent-ground-unknown': 'That ground is not on the list now. Choose another.',
  'sole-consent-days': 'The day of the document cannot be in the future, and the last day cannot be over.',
  'sole-consent-too-long': 'That ground does not last so long. The last day you can choose is {{day}}.',
  'sole-consent-already-there': 'This is already written down, and it still counts.',
  'responsibility-grown':
    'Parental responsibility can only be written down for a child. If it is a guardian, choose “Guardian”.',
  'responsibility-already-there': 'This is already written down. You need do no more.',
  'responsibility-holder-unknown': 'That person does not belong to the family. Choose another, or write the name.',
  'responsibility-over':
    'One of the dates does not fit. The document must be from today or earlier, and must not have run out.',
  'protection-already-there': 'The address is already protected. You need do no more.',
  'protection-not-yet': 'That day has not come yet. Choose today or an earlier day.',
  'duplicate-already-begun':
    'Something has begun under both names, so they cannot be joined. Call those it concerns and agree on what should stand.',
  'question-already-answered': 'Somebody else has answered this. Load the page again to read the answer.',
  'review-already-answered': 'This has been answered already. The answer stands.',
  'review-own-reading': 'This is about yourself. Somebody else must answer.',
  'hold-own': 'This is about yourself or your own family. Somebody else must do it.',
  'hold-ends-before-today': 'Choose today or a later day.',
  'hold-already-lifted': 'This hold has been lifted already.',
  'phase-only-leader': 'Only the one who leads can ask to go on.',
  'phase-only-grown': 'The adults who take part answer this.',
  'phase-not-next': 'You cannot go there from here. Reload the page, and choose again.',
  'phase-already-asked': 'The family has been asked about this. We are waiting for an answer.',
  'phase-no-longer-asked': 'The question no longer stands. Reload the page and see where you are.',
  'phase-already-answered': 'You have answered that before. Your answer is noted.',
  'meeting-not-now': 'That cannot be done just now. Please look at the page again.',
  'meeting-only-leader': 'The leader of the meeting does this.',
  'meeting-only-family': 'The family decides this itself.',
  'meeting-covered': 'Everything is covered now. The family will open it again.',
  'meeting-closed-by-other': 'Somebody else in the family closed this. Only they can open it again.',
  'meeting-asked-out': 'The family asked you to step out for a while. They will ask you back.',
  'meeting-code-old': 'The code has expired. Take a picture of the new code on the large screen.',
  'change-number-wrong': 'The organisation number is not right. Look at the nine digits and try again.',
  'change-begins-in-past':
    'It can apply from today at the earliest, and not before the previous change. Choose another day.',
  'change-ends-in-past': 'The last day cannot have passed. Choose today or a later day.',
  'change-only-end-moves': 'Here you can only move the last day. To change more, end this one and add a new one.',
  'change-nothing-new': 'It stands like this already. You need do nothing more.',
  'change-unknown': 'We cannot find this. Load the page again.',
  'change-already-waits': 'Somebody has already proposed a change here. Answer that one first.',
  'change-person-unknown': 'Choose somebody who works here.',
  'change-keys-apart': 'Whoever keeps the keys cannot be an administrator or support. Choose somebody else.',
  'change-own': 'Another administrator has to answer this.',
  'change-overtaken':
    'This has changed since it was proposed. Nothing was done. Look at what stands now, and propose again.',
  'change-settled': 'This has been answered already. Load the page again.',
  'change-known-already': 'That sign-in is already used by somebody who is here.',
  'change-overlaps': 'Another version begins on the same day or later. Choose a later day.',
  'change-source-missing': 'Write where the law can be read. The address begins with https://',
  'change-origin-missing': 'Write who asked for it, or where it comes from.',
  'change-review-half': 'Write both who checked the rule and on which day. The day cannot be in the future.',
  'change-ends-before-it-begins': 'The last day comes before the first. Choose a later day.',
  'change-days-of-exception': 'An exception must have a longest time. A duty cannot have one.',
  'change-numbers-of-rule': 'The numbers do not fit this rule. Look at the hours and the number.',
  'change-period-missing':
    'Write how long, both the number and days, months or years. What is deleted must have a last day.',
  'change-waited-too-long': 'The day the proposal was to apply from has passed. Say no, and propose a new day.',
  'departure-own': 'If you are leaving yourself, another administrator must record it.',
  'departure-changed': 'Something has come since you opened the list. Look at the new list and try again.',
  'departure-taker-unknown': 'One of those you chose does not work there now. Choose somebody else.',
  'seat-nobody-to-stand-in-for': 'Nobody else leads the family now. Ask for a permanent leader instead.',
  'seat-substitute-days':
    'The last day can be tomorrow at the earliest and a year from now at the latest. Choose another day.',
  'share-from-elsewhere': 'You can only share from a service you sit at the table for.',
  'share-ground-over':
    'You cannot share this with {{service}}. The family has not said yes to it, or the yes no longer counts.',
  'share-item-unknown': 'Something you chose has changed or is gone. Look through it and choose again.',
  'share-not-covered': 'You cannot share this with {{service}}. The family has not said yes to it.',
  'act-rule-not-yours': 'Your service cannot use that provision. Choose another.',
  'act-area-not-yours': 'You cannot let others read more than you can read here yourself. Choose fewer areas.',
  'act-receiver-unknown':
    'The person you chose cannot get to read here. Choose somebody who works in one of the services.',
  'act-too-long': 'The provision does not reach that far. The last day you can choose is {{day}}.',
  'act-not-to-delay':
    'The family cannot be told that late under this provision. Tell them now, or choose a day before {{day}}.',
  'report-nobody-receives': 'Nobody is set up to receive there. Call the service, and report by telephone.',
  'report-which-child': 'Choose which child it is about.',
  'report-already-told': 'This has already been told.',
  'link-not-for-this': 'A link is for whoever is named in the plan, or a volunteer. Others sign in.',
  'link-already-there': 'Somebody already has a link to this promise. Stop it first.',
  'link-tells-name':
    'The text says “{{name}}”. Write first names only, so that whoever gets the link does not see the last name.',
  'code-opens-nothing': 'The code opens nothing now. See if every character is right, or call whoever gave it to you.',
  'link-opens-nothing': 'The link opens nothing now. Ask whoever gave it to you for a new one.',
  'link-already-stopped': 'The link has already been stopped, or has ended.',
  'glass-nobody-found': 'We find nobody you can open with what you wrote. Look at it again, and try once more.',
  'glass-already-open': 'You have opened a family already. End that first.',
  'glass-too-long': 'It cannot be open that long in this municipality. Choose fewer minutes.',
  'glass-nobody-answers':
    'No manager can look at this afterwards, so it cannot be opened. Call the municipality. If a life is in danger, call the emergency number.',
  'glass-reads-only':
    'With emergency access you can only read on the screen. You cannot write, print or take anything along.',
  'glass-already-answered': 'This has been answered already. Load the page again.',
})
