// What each scope of a Kayle key is good for here, and the smallest key that is enough (contract §2: writing implies reading
// inside an area, and one key reaches the whole organisation). Pure.

export type Ability = 'ask' | 'watch' | 'see-webhooks' | 'manage-webhooks' | 'see-insights';

export const ABILITIES = {
  ask: { scope: 'sessions:write', words: 'checkAbilityAsk' },
  watch: { scope: 'sessions:read', words: 'checkAbilityWatch' },
  'see-webhooks': { scope: 'webhooks:read', words: 'checkAbilitySeeWebhooks' },
  'manage-webhooks': { scope: 'webhooks:write', words: 'checkAbilityManageWebhooks' },
  'see-insights': { scope: 'analytics:read', words: 'checkAbilityInsights' },
} as const satisfies Record<Ability, { scope: string; words: string }>;

const ABILITY_NAMES = Object.keys(ABILITIES) as Ability[];

/** @param scopes as a probe found them. @returns what works with this key */
export function abilitiesOf(scopes: Readonly<Record<string, boolean>>): Ability[] {
  return ABILITY_NAMES.filter((ability) => scopes[ABILITIES[ability].scope] === true);
}

/** The advice for a key, by catalogue key: enough and no more, more than asking takes, or not enough to ask. */
export const ADVICE = {
  smallest: 'checkAdviceSmallest',
  'more-than-needed': 'checkAdviceMore',
  'cannot-ask': 'checkAdviceCannotAsk',
  nothing: 'checkAdviceNothing',
} as const;
export type Advice = keyof typeof ADVICE;

/** `sessions:write` alone makes, lists, reads and cancels checks: nothing more is needed to ask. */
export function adviceFor(scopes: Readonly<Record<string, boolean>>): Advice {
  const able = abilitiesOf(scopes);
  if (able.length === 0) return 'nothing';
  if (!able.includes('ask')) return 'cannot-ask';
  return able.every((ability) => ability === 'ask' || ability === 'watch') ? 'smallest' : 'more-than-needed';
}
