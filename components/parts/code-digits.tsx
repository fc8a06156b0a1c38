// A code in large tabular figures, grouped so that the eye keeps its place: 3 + 3, 4 + 4, else in threes. The spaces are
// drawn, not part of the text: copying or reading it aloud gives the code itself.

/** @returns the code cut into groups for display; joined they are the code. */
export function groupsOf(code: string): string[] {
  const size = code.length === 8 || code.length === 4 ? 4 : 3;
  if (code.length === 5) return [code];
  const groups: string[] = [];
  for (let start = 0; start < code.length; start += size) groups.push(code.slice(start, start + size));
  const last = groups.at(-1);
  // A lone last figure looks lost: 7 becomes 3 + 4.
  if (last?.length === 1 && groups.length > 1) {
    groups.pop();
    groups.push(`${groups.pop() ?? ''}${last}`);
  }
  return groups;
}

export function CodeDigits({ code }: { code: string }) {
  return (
    <bdi class="digits">
      {groupsOf(code).map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </bdi>
  );
}
