// The beginning of an answer to a message: to whom, under which subject, with what was said below. Pure; leans on the model.
// What it takes over is hostile text: cut in length, one line where one line belongs, and never HTML.
import type { Message } from './model.ts';

/** What can be sent, before a person has written anything. */
export interface Reply {
  to: string;
  subject: string;
  text: string;
}

/** Quoted at most; the whole message stays where it is. */
const MAX_QUOTED = 20_000;
/** RFC 5322 §2.1.1 allows a line of 998. */
const MAX_SUBJECT = 900;

/** "Re:" as mail programs of several languages write it: answering an answer adds none. */
const ANSWERED = /^(?:re|aw|antw|sv|vs|odp|ynt|rif|ref|res)(?:\[\d+\])?\s*[:：]/i;

/**
 * @param text the words of the message as shown to the person
 * @param introduce the line above the quotation, e.g. "On 3 May, shop@shop.example wrote:"
 */
export function replyTo(message: Message, text: string, introduce: string): Reply {
  const partner = message.direction === 'inbound' ? (message.replyTo ?? message.from) : message.to;
  const to = addressOf(partner);
  if (message.channel === 'sms') return { to, subject: '', text: '' };
  const subject = oneLine(message.subject).slice(0, MAX_SUBJECT);
  return {
    to,
    subject: ANSWERED.test(subject) ? subject : `Re: ${subject}`.trim(),
    text: quote(text, introduce),
  };
}

/** `Name <a@b>` and `a@b` alike; `''` where there is none. */
export function addressOf(text: string): string {
  const line = oneLine(text);
  const bracketed = /<([^<>\s]+)>\s*$/.exec(line)?.[1];
  return bracketed ?? (/\s/.test(line) ? '' : line);
}

/** RFC 3676 §4.5: a mark before each line; an already quoted line gets one more, without a blank between. */
function quote(text: string, introduce: string): string {
  const lines = text
    .slice(0, MAX_QUOTED)
    .trim()
    .split(/\r\n?|\n/);
  return [
    '',
    '',
    introduce,
    ...lines.map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd())),
  ].join('\n');
}

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
