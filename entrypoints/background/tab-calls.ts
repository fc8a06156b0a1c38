// Speaking to the recognition script of exactly one document. Leans on lib/platform; decodes every answer, because that
// script lives beside a page that may be hostile.
import * as v from 'valibot';
import { CARD_ROLES } from '../../lib/checkout.ts';
import { AppError } from '../../lib/error.ts';
import type { ArgsOf, PayCalls, PickCalls, ReplyOf, TabCalls } from '../../lib/messages/contract.ts';
import type { InsertCalls } from '../../lib/messages/insert.ts';
import type { PanelTabCalls } from '../../lib/messages/panel.ts';
import type { PersonaCalls } from '../../lib/messages/persona.ts';
import { fieldReportShape, fieldVerdictShape } from '../../lib/messages/shapes/page.ts';
import { personaLookShape, personaPartShape } from '../../lib/messages/shapes/persona.ts';
import { PERSONA_PARTS } from '../../lib/persona-part.ts';
import { type FrameTarget, sendToDocument } from '../../lib/platform.ts';

/** Whichever of our scripts in a document answers. */
type Calls = TabCalls & PickCalls & PayCalls & PanelTabCalls & InsertCalls & PersonaCalls;
type Replies = { [Name in keyof Calls]: v.GenericSchema<unknown, ReplyOf<Calls[Name]>> };

const nothing = v.object({});
const outcome = v.variant('kind', [
  v.object({ kind: v.literal('filled'), method: v.picklist(['setter', 'insert-text', 'paste']) }),
  v.object({ kind: v.literal('moved-on') }),
  v.object({ kind: v.literal('refused'), kept: v.number() }),
  v.object({
    kind: v.literal('gone'),
    reason: v.picklist(['moved', 'hidden', 'detached', 'changed', 'read-only']),
  }),
]);
const roles = v.picklist(CARD_ROLES);
const short = v.pipe(v.string(), v.maxLength(300));
const replies: Replies = {
  'tab.fill': outcome,
  'tab.restore': v.object({ restored: v.boolean() }),
  'tab.frame': nothing,
  'tab.quit': nothing,
  'tab.focused': v.object({ report: v.nullable(fieldReportShape) }),
  'tab.menu': v.object({ opened: v.boolean() }),
  'tab.verdict': v.object({ verdict: v.nullable(fieldVerdictShape) }),
  'tab.opened': nothing,
  'tab.rules': nothing,
  'tab.notice': nothing,
  'pick.point': nothing,
  'panel.place': nothing,
  'insert.look': v.object({ writes: v.boolean() }),
  'insert.text': v.object({ outcome: v.picklist(['inserted', 'refused', 'gone']) }),
  'pay.look': v.object({
    origin: short,
    roles: v.pipe(v.array(roles), v.maxLength(CARD_ROLES.length)),
    amounts: v.pipe(
      v.array(v.object({ text: short, place: v.picklist(['submit', 'other']) })),
      v.maxLength(60),
    ),
    closed: v.pipe(v.array(short), v.maxLength(20)),
  }),
  'pay.type': v.object({
    outcomes: v.pipe(v.array(v.object({ role: roles, outcome })), v.maxLength(CARD_ROLES.length)),
  }),
  'persona.look': personaLookShape,
  // A part may be asked for in several fields: a date in three lists, a number in three boxes.
  'persona.type': v.object({
    outcomes: v.pipe(
      v.array(v.object({ part: personaPartShape, outcome })),
      v.maxLength(6 * PERSONA_PARTS.length),
    ),
  }),
  'persona.restore': v.object({ restored: v.boolean() }),
};

/** Only these may come back as errors; anything else a page's script claims is `malformed`. */
const refusal = v.object({
  err: v.object({
    code: v.picklist(['not-visible', 'no-field', 'malformed', 'bug']),
    detail: v.optional(v.object({ what: v.optional(v.string()) })),
  }),
});

/**
 * Errors: `no-field` when the document or its script is gone, `not-visible` when a code was chosen in a frame that nobody
 * can have seen, `malformed` when it answers nonsense.
 */
export async function callTab<Name extends keyof Calls & string>(
  target: FrameTarget,
  call: Name,
  args: ArgsOf<Calls[Name]>,
): Promise<ReplyOf<Calls[Name]>> {
  const answer = await sendToDocument(target, { call, args }).catch(() => {
    throw new AppError('no-field');
  });
  const refused = v.safeParse(refusal, answer);
  if (refused.success) {
    const { code, detail } = refused.output.err;
    // A menu that has just moved asks for a second look and no more; every other reason is the page's.
    throw new AppError(code, { what: detail?.what === 'restless' ? 'restless' : 'page' });
  }
  const reply = v.safeParse(v.object({ ok: v.unknown() }), answer);
  const decoded = v.safeParse(replies[call], reply.success ? reply.output.ok : undefined);
  if (!decoded.success) throw new AppError('malformed', { what: 'page' });
  return decoded.output;
}
