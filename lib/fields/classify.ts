// Decides what every control of a snapshot is for, and every form. Pure: snapshot in, readings out, reasons with each.
// In order: cues of each control → split codes → what its company adds → best meaning → kind of each form → what only
// the form can settle. Leans on evidence, cluster, company, form-kind, settle, each of which is one of these steps.
import type { FieldRole, FormKind } from '../model.ts';
import type { Holding } from './archetypes.ts';
import { clusterBoxes } from './cluster.ts';
import { describe, inCompany, speaksOfCode } from './company.ts';
import type { Meaning } from './cues/cue.ts';
import { type Evidence, type Evidences, isLookAlike, weigh } from './evidence.ts';
import { ambientScores, formKind, type KindScores } from './form-kind.ts';
import { isThere, type Judged } from './judged.ts';
import { ownLean } from './password.ts';
import { note, type Reason } from './reasons.ts';
import { mentioned } from './said.ts';
import { settle } from './settle.ts';
import type {
  ElementSnapshot,
  FieldReading,
  FormReading,
  FormSnapshot,
  PageSnapshot,
  Readings,
} from './types.ts';

/** Below this a meaning is a guess, and a guess is not offered anything. */
const SURE = 1.6;
/** To leave a field alone less is enough. */
const SURE_LOOK_ALIKE = 1;

export function classify(page: PageSnapshot): Readings {
  const ambient = new Map(page.forms.map((form) => [form.id, ambientScores(form, page)]));
  const evidences = new Map(page.elements.map((element) => [element.ref, weigh(element)]));
  const judged = new Map<string, Judged>();
  const locked = new Set(page.forms.filter((form) => isLock(form, ambient.get(form.id))).map(({ id }) => id));
  const groups = clusterBoxes(
    page.elements.filter((element) => element.seen !== 'not-rendered' && !locked.has(element.form)),
    new Set(page.forms.map(({ id }) => id).filter((id) => speaksOfCode(ambient.get(id)))),
  );
  for (const group of groups) {
    for (const element of group) judged.set(element.ref, box(element, group));
  }
  for (const form of page.forms) {
    const members = page.elements.filter((element) => element.form === form.id);
    const company = describe(members, evidences, ambient.get(form.id), form);
    for (const element of members) {
      if (judged.has(element.ref)) continue;
      const own = evidences.get(element.ref) ?? new Map();
      judged.set(element.ref, judge(element, inCompany(element, own, company)));
    }
  }
  const kinds = new Map(page.forms.map((form) => [form.id, kindOf(form, judged, ambient)]));
  const fields = page.elements.map((element) => read(element, judged, kinds, page));
  const forms: FormReading[] = page.forms.map((form) => ({
    id: form.id,
    kind: kinds.get(form.id)?.kind ?? 'unknown',
    refs: page.elements.filter((element) => element.form === form.id).map((element) => element.ref),
    because: kinds.get(form.id)?.because ?? [],
  }));
  return { fields, forms };
}

/** A page that speaks of a PIN and of no code locks something: its boxes take what the user made up. */
function isLock({ headings, text }: FormSnapshot, ambient: KindScores | undefined): boolean {
  const isCode = [...(ambient?.scores.keys() ?? [])].some((kind) => kind.startsWith('code'));
  return !isCode && [...headings, text].some((words) => mentioned(words).has('pin'));
}

function box(element: ElementSnapshot, group: ElementSnapshot[]): Judged {
  return {
    element,
    meaning: 'code',
    score: 6,
    because: [note('boxes-in-a-row', String(group.length))],
    group,
    lean: null,
  };
}

function judge(element: ElementSnapshot, evidences: Evidences): Judged {
  let meaning: Meaning | null = null;
  let best: Evidence = { score: 0, because: [] };
  for (const [candidate, evidence] of evidences) {
    if (evidence.score > best.score) {
      meaning = candidate;
      best = evidence;
    }
  }
  const because = [...best.because].sort((a, b) => b.weight - a.weight).map(({ reason }) => reason);
  const sure = meaning !== null && best.score >= (isLookAlike(meaning) ? SURE_LOOK_ALIKE : SURE);
  return {
    element,
    meaning: sure ? meaning : null,
    score: best.score,
    because,
    group: [element],
    lean: meaning === 'password' ? ownLean(element) : null,
  };
}

function kindOf(
  form: FormSnapshot,
  judged: ReadonlyMap<string, Judged>,
  ambient: ReadonlyMap<string, KindScores>,
): { kind: FormKind; because: Reason[] } {
  const members = [...judged.values()].filter(({ element }) => element.form === form.id && isThere(element));
  const holding: Holding = { roles: {}, saysNew: false, saysCurrent: false };
  const count = (role: keyof Holding['roles']): void => {
    holding.roles[role] = (holding.roles[role] ?? 0) + 1;
  };
  for (const [at, own] of members.entries()) {
    const { meaning, element, group, lean } = own;
    if ((group.length > 1 && group[0] !== element) || isTwin(own, members[at - 1])) continue;
    count('any');
    if (meaning === 'message' || meaning === 'address' || meaning === 'password') count(meaning);
    else if (meaning === 'postcode' || meaning === 'region') count('address');
    else if (meaning !== null && !isLookAlike(meaning)) count(meaning as FieldRole);
    if (lean && lean.lean >= 2) holding.saysNew = true;
    if (lean && lean.lean <= -2) holding.saysCurrent = true;
  }
  return formKind(ambient.get(form.id) ?? { scores: new Map(), because: new Map() }, holding, form);
}

/** One password box in two: shown and hidden letters, or a placeholder drawn as a box of its own. Who wants it twice says so. */
function isTwin(own: Judged, before: Judged | undefined): boolean {
  if (own.meaning !== 'password' || before?.meaning !== 'password' || (own.lean?.lean ?? 0) >= 3)
    return false;
  const [first, second] = [before.element, own.element];
  return first.type !== second.type || (shownAt(first) !== '' && shownAt(first) === shownAt(second));
}

function shownAt({ texts, placeholder }: ElementSnapshot): string {
  return texts.label || placeholder || texts.before;
}

function read(
  element: ElementSnapshot,
  judged: ReadonlyMap<string, Judged>,
  kinds: ReadonlyMap<string, { kind: FormKind }>,
  page: PageSnapshot,
): FieldReading {
  const own = judged.get(element.ref);
  if (!own)
    return { ref: element.ref, role: 'other', score: 0, because: [], group: [element.ref], eligible: false };
  const kind = kinds.get(element.form)?.kind ?? 'unknown';
  const { role, extra } = settle(own, kind, judged, page);
  const barrier = barrierOf(element, role);
  const because = [...own.because, ...extra, ...(barrier ? [barrier] : [])].slice(0, 8);
  if (page.skipped > 0) because.push(note('unread', String(page.skipped)));
  return {
    ref: element.ref,
    role,
    score: Math.round(own.score * 100) / 100,
    because,
    group: own.group.map((member) => member.ref),
    eligible: role !== 'other' && barrier === null,
  };
}

/** @returns why nothing may be offered, or null. */
function barrierOf(element: ElementSnapshot, role: FieldRole): Reason | null {
  if (element.disabled) return note('disabled');
  if (element.readOnly) return note('read-only');
  // One real box, invisible over or beside drawn ones, is how many code inputs are built; anything else is a trap.
  if (role === 'code' && isThere(element)) return null;
  return element.seen === 'yes' ? null : note('hidden', element.seen);
}
