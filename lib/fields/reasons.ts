// The stable strings that verdicts give as reasons: a code, sometimes with the cue after a colon (`label:e-mail`).
// Leans on nothing; the words for people are the screens' business, and a cue is our own table's text, never the page's.

/** Where a cue was found; also the left part of a reason. */
export const SLOTS = [
  'autocomplete',
  'type',
  'label',
  'placeholder',
  'name',
  'hints',
  'before',
  'cell',
  'title',
  'described',
  'group',
  'after',
  'class',
  'row',
  'options',
  'picture',
  'pattern',
  'length',
  'input-mode',
  'form',
  'heading',
  'submit',
  'link',
  'text',
  'path',
  'page-title',
  'roles',
] as const;
export type Slot = (typeof SLOTS)[number];

export const NOTES = [
  /** Seen but nothing may be offered: */
  'hidden',
  'disabled',
  'read-only',
  'look-alike',
  'unsure',
  'impossible-type',
  /** About the group: */
  'boxes-in-a-row',
  'confirms-another',
  'accepts-email',
  'form-kind',
  /** The user said so on an earlier visit. */
  'by-rule',
  /** The page asks managers to stay out of the field. */
  'opt-out',
  /** The page holds more than is read for one verdict. */
  'unread',
] as const;
export type Note = (typeof NOTES)[number];

export type Reason = `${Slot}:${string}` | `${Note}` | `${Note}:${string}`;

export function cueReason(slot: Slot, cue: string): Reason {
  return `${slot}:${cue}`;
}

export function note(code: Note, about?: string): Reason {
  return about === undefined ? code : `${code}:${about}`;
}

/** Whether a username's cue was one of the "e-mail or username" kind, in whatever language. */
export function takesAddress(reason: string): boolean {
  return (
    /mail|correo|courriel|e-post|邮箱|電郵|メール|電子郵件|电子邮件/i.test(reason) ||
    reason === 'accepts-email'
  );
}
