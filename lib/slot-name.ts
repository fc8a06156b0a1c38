// What accounts can do, by name: the slots of lib/providers/provider.ts, for whoever may not import that. Leans on nothing.

export type SlotName =
  | 'aliases'
  | 'identities'
  | 'inbox'
  | 'events'
  | 'phones'
  | 'cards'
  | 'totps'
  | 'labels'
  | 'destinations'
  | 'vault'
  | 'quota'
  | 'checks'
  | 'webhooks'
  | 'insights';
