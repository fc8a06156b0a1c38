// Every text that anybody typed, and whether somebody who saw it replaced it: what is not struck out must be somewhere in the end.
// Pure; all texts are unique, so that where one is tells whose it is.

/** How a text of ours begins: what no other byte on the disk does by chance. */
export const MARK = 'Zq7typed';

export class Ledger {
  private readonly texts = new Map<string, 'stands' | 'replaced'>();
  private readonly away = new Map<string, string>();
  private count = 0;

  /** A text that nobody typed before. */
  next(): string {
    this.count += 1;
    return `${MARK}-${this.count} ${'é'.repeat(this.count % 3)}`;
  }

  typed(text: string): void {
    if (text !== '') this.texts.set(text, 'stands');
  }

  /** By somebody who saw it. */
  replaced(text: string | null | undefined): void {
    if (text) this.texts.set(text, 'replaced');
  }

  /** Its key is gone at the service: whoever writes over what they cannot read there replaces this. */
  sealAway(id: string, field: string, text: string): void {
    this.away.set(`${id} ${field}`, text);
  }

  sealedAway(id: string, field: string): string | undefined {
    return this.away.get(`${id} ${field}`);
  }

  /** Texts that must still be somewhere. */
  standing(): string[] {
    return [...this.texts].flatMap(([text, state]) => (state === 'stands' ? [text] : []));
  }
}
