// Where the button and the menu stand in Firefox: in a form, beside a moving field, in the layer of the field, in a flooded
// page. The bodies are shared with Chromium.
import { it } from 'vitest';
import { useFirefox } from './placement/firefox-stage.ts';
import { testFloods, testNames } from './placement/floods.ts';
import { expectFree, testForm } from './placement/form.ts';
import { testLetters } from './placement/letters.ts';
import { testBeside, testLayers } from './placement/moves.ts';

const { stage, open } = useFirefox();

testForm(open);

it('the browser’s zoom at 200 %: nothing of the form is covered', async () => {
  const screen = await open('sign-up.html');
  await stage().driver.chrome('ZoomManager.setZoomForBrowser(gBrowser.selectedBrowser, 2);');
  try {
    await expectFree(screen);
  } finally {
    await stage().driver.chrome('ZoomManager.setZoomForBrowser(gBrowser.selectedBrowser, 1);');
  }
});

testLayers(open);
testBeside(open);
testFloods(open);
testNames(open);
testLetters(open);
