// Pages in other scripts than Latin, whose cue tables come when they are met: the field is named by its label alone, so that
// nothing but those tables can tell what it is. The body of a test file; runs on any browser's screens.
import { describe, expect, it } from 'vitest';
import { type OpenScreen, ours } from './screen.ts';

export function testLetters(open: OpenScreen): void {
  describe('a page in its own letters', () => {
    it.each(['ru', 'el', 'ja', 'ko', 'ar', 'hi'])('%s', async (lang) => {
      const screen = await open('letters.html');
      await screen.evaluate(`speak('${lang}')`);
      await screen.click('#a1');
      const { button } = await ours(screen);
      expect(button.width).toBeGreaterThan(0);
    });
  });
}
