// The words of a message as they are shown and quoted: the plain part, else the HTML part reduced to its text, else what the list
// had. Leans on plain-text.ts; shows nothing.
import type { Message } from '../../lib/model.ts';
import { cleanText, textOfHtml } from './plain-text.ts';

export interface MessageText {
  text: string;
  /** Longer than is shown. */
  cut: boolean;
  /** Whether it was made from HTML. */
  reduced: boolean;
}

export function textOf(message: Message): MessageText {
  const { text, html } = message.body ?? { text: null, html: null };
  if (text?.trim()) return { ...cleanText(text), reduced: false };
  if (html?.trim()) {
    const reduced = textOfHtml(html);
    const shown = cleanText(reduced.text);
    return { text: shown.text, cut: shown.cut || reduced.cut, reduced: true };
  }
  return { ...cleanText(message.snippet), reduced: false };
}
