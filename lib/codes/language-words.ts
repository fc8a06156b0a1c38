// What kinds of words tell a code or a link: the shape every language's table has. Types alone; the words stand in words-*.ts.

export interface LanguageWords {
  /** Names of the code itself. */
  code: string;
  /** What it is for: log-in, confirmation, safety, "enter the following". Supports, never suffices. */
  purpose: string;
  /** Numbers that are something else: orders, prices, phones, vouchers. Also spoils a code word it is joined to. */
  other: string;
  /** Links that confirm an address or an account. */
  verify: string;
  /** Links that sign in. */
  signIn: string;
  /** Links to a new password. */
  reset: string;
  /** Links and mails that do something else to an account: join it to another, act for an administrator, invite. */
  account: string;
  /** What advertising speaks of; its codes are for shopping. */
  offer: string;
  /** What one is told to do with a code. */
  use: string;
}

export type WordKind = keyof LanguageWords;
