// @vitest-environment jsdom
// Tabs by keyboard: one tab stop, arrows move and choose, ends jump, right-to-left mirrors.
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { Tabs } from '../../../components/parts/tabs.tsx';

afterEach(cleanup);

function Three({ dir }: { dir: 'ltr' | 'rtl' }) {
  const [chosen, setChosen] = useState<'a' | 'b' | 'c'>('a');
  return (
    <div style={{ direction: dir }}>
      <Tabs
        label="Three"
        panel="panel"
        chosen={chosen}
        onChoose={setChosen}
        tabs={[
          { name: 'a', label: 'A' },
          { name: 'b', label: 'B' },
          { name: 'c', label: 'C' },
        ]}
      />
    </div>
  );
}

async function press(key: string): Promise<string | null> {
  await fireEvent.keyDown(document.activeElement ?? document.body, { key });
  return document.activeElement?.textContent ?? null;
}

describe('tabs', () => {
  it('move and choose with the arrows, around the ends', async () => {
    render(<Three dir="ltr" />);
    screen.getByRole('tab', { name: 'A' }).focus();
    expect(await press('ArrowRight')).toBe('B');
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('B');
    expect(await press('End')).toBe('C');
    expect(await press('ArrowRight')).toBe('A');
    expect(await press('ArrowLeft')).toBe('C');
    expect(await press('Home')).toBe('A');
    expect(await press('x')).toBe('A');
  });

  it('are one stop in the tab order', async () => {
    render(<Three dir="ltr" />);
    screen.getByRole('tab', { name: 'A' }).focus();
    await press('ArrowRight');
    expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([-1, 0, -1]);
  });

  it('mirror in right-to-left pages', async () => {
    render(<Three dir="rtl" />);
    screen.getByRole('tab', { name: 'A' }).focus();
    expect(await press('ArrowLeft')).toBe('B');
    expect(await press('ArrowRight')).toBe('A');
  });
});
