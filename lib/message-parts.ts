// What a message consists of beside its summary: its body, and what is attached by name. Nouns alone, plain JSON; all of it is hostile
// text. Leans on nothing.

export interface MessageBody {
  text: string | null;
  html: string | null;
}

export interface Attachment {
  name: string;
  /** Media type, `application/octet-stream` where it is not told. */
  type: string;
  /** Bytes; null where it is not told. */
  size: number | null;
}
